"""What an import says is said in the window's words: every kind that the reading and the engine know has its own."""

import ast
import pickle
from collections.abc import Iterable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication

from reengage_desktop.connectors.vocabulary.presets import load_words
from reengage_desktop.connectors.vocabulary.refusals import FileRefused
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.ui.importing.file_sentences import file_sentences
from reengage_desktop.ui.importing.sentences import fault_words, sentence_words
from tests.translations import REPOSITORY, read_translations
from tests.ui.pseudo import OPENING, speak_plainly, speak_pseudo

VIENNA = ZoneInfo("Europe/Vienna")


def _calls() -> Iterator[ast.Call]:
    package = Path(REPOSITORY) / "reengage_desktop"
    for folder in ("connectors", "engine/importing", "jobs"):
        for file in (package / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Sentence", "_refusal"):
                    yield node


def _kinds() -> dict[str, set[str]]:
    """Every kind that the program can say, with the names of its figures."""
    found: dict[str, set[str]] = {}
    for call in _calls():
        kind = call.args[0]
        if isinstance(kind, ast.Constant):
            found.setdefault(str(kind.value), set()).update(each.arg for each in call.keywords if each.arg)
    return found


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    speak_pseudo(qapp)
    yield
    speak_plainly(qapp)


def test_every_kind_has_words(pseudo: None) -> None:
    """In the pseudo-language no sentence of an import stays in English."""
    kinds = _kinds()
    assert len(kinds) > 50
    said = {}
    for kind, names in kinds.items():
        figures = {name: 2 if name in ("number", "at", "line", "megabytes") else "x" for name in names}
        said[kind] = sentence_words(Sentence(kind, "English.", **figures), VIENNA)
    assert [kind for kind, words in said.items() if OPENING not in words] == []


def _english(kinds: Iterable[str]) -> list[str]:
    return [kind for kind in kinds if OPENING not in sentence_words(Sentence(kind, "English.", file="f.csv"), VIENNA)]


def test_every_report_that_is_refused_has_words(pseudo: None) -> None:
    """D8: a file that `[[others]]` names is refused in the window's language; one without words would be found."""
    names = {f"other_{each['name']}" for each in load_words()["others"]}
    assert {"other_labels", "other_returns", "other_product_sales", "other_bank_statement"} <= names
    assert _english(sorted(names)) == []
    assert _english(["other_pigeons"]) == ["other_pigeons"]


def test_every_file_sentence_has_german() -> None:
    """D8: what is said of files is said in German words of its own, with none of them left as it is in English."""
    german = read_translations("de")
    same = [text for text in file_sentences().values() if german.get(("ImportSentences", text), [text]) == [text]]
    assert same == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (Sentence("anonymous_orders", "…", number=2), "2 orders name nobody: counted in the shop's totals only."),
        (Sentence("same_names", "…", columns=("a", "b {x}")), "told apart as “a”, “b {x}”."),
        (Sentence("same_file", "…", at=1_793_700_000), "on 3 Nov 2026."),
        (Sentence("other_export", "…", file="f", export="E", wanted="views", kinds=("orders",)), "It holds no product"),
        (Sentence("nobody knows this", "As it is."), "As it is."),
    ],
)
def test_figures_stand_where_they_belong(qapp: QApplication, sentence: Sentence, words: str) -> None:
    """Numbers, days and names of the file are put in; what is not known stays as it is."""
    assert words in sentence_words(sentence, VIENNA)


def test_a_sentence_survives_the_way_from_the_import_process(qapp: QApplication) -> None:
    """The child's refusal is still worded: kind and figures travel with it."""
    fault = pickle.loads(pickle.dumps(FileRefused(Sentence("is_pdf", "…", file="a.csv"))))  # noqa: S301 - our own
    assert fault_words(fault, VIENNA).startswith("“a.csv” is a PDF document.")
    assert fault_words(FileNotFoundError(2, "gone", "b.csv"), VIENNA).startswith("“b.csv” was not found.")
