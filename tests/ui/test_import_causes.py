"""Why rows of a file were not taken is said in the window's words, for everything that reading can say."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from reengage_desktop.ui.importing.causes import cause_words
from tests.translations import REPOSITORY
from tests.ui.pseudo import OPENING, speak_plainly, speak_pseudo

_SAID = re.compile(
    r'BadCell\(\s*"([^"]+)"|ValueError\(\s*"(a spreadsheet [^"]+)"|^_UNREACHABLE = "([^"]+)"', re.MULTILINE
)


def _cell_causes() -> set[str]:
    folder = Path(REPOSITORY) / "reengage_desktop" / "connectors"
    texts = [file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.py"))]
    return {next(filter(None, groups)) for text in texts for groups in _SAID.findall(text)}


def test_every_cause_of_a_cell_has_words(qapp: QApplication) -> None:
    """In the pseudo-language none of the causes that the readers know stays in English."""
    causes = _cell_causes()
    assert len(causes) >= 8
    speak_pseudo(qapp)
    try:
        said = {cause: cause_words(f"“abc: d”: {cause}.") for cause in causes}
    finally:
        speak_plainly(qapp)
    assert [cause for cause, words in said.items() if OPENING not in words or "abc: d" not in words] == []


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("There is no date.", "There is no date."),
        (
            "This line has 5 cells where the header has 4: a delimiter inside a cell needs quotation marks around it.",
            "This line has 5 cells where the header has 4: a separator inside a cell needs quotation marks around it.",
        ),
        (
            "A quotation mark is opened on line 7 and never closed. It would have swallowed the lines up to 9.",
            "A quotation mark is opened on line 7 and never closed.",
        ),
        (
            "A cell on line 7 is longer than 1,000,000 characters.",
            "A cell on line 7 is longer than a million characters.",
        ),
        ("Words nobody knows.", "Words nobody knows."),
    ],
)
def test_rows_have_their_figures(qapp: QApplication, message: str, words: str) -> None:
    """What carries figures keeps them; what is not known stays as it is."""
    assert cause_words(message) == words
