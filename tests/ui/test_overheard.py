"""Sentences of the program's other parts reach the German window in German, from wherever they are raised."""

import ast
import errno
import os
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from reengage_desktop.channels import mail_lines
from reengage_desktop.domain.campaign_plans import CampaignRefused
from reengage_desktop.domain.credentials import SecretsFault
from reengage_desktop.domain.settings import SettingFault
from reengage_desktop.jobs.refusals import _SPEAKING_NAMES, SPEAKING, sentence_of
from reengage_desktop.store.database import DatabaseDamaged, StoreFault
from reengage_desktop.ui.overheard import SENTENCES, hear
from reengage_desktop.ui.speaking import use_language
from reengage_desktop.ui.system_reasons import system_words
from reengage_desktop.ui.telling import bracketed, fault_words, told_words

_DERIVED = re.compile(r"^class (\w+)\(([^)]*)\):", re.MULTILINE)
PROGRAM = Path(__file__).resolve().parents[2] / "reengage_desktop"
# The command line speaks English, and these are raised for its words only: the window asks for nothing of the kind.
ELSEWHERE = {
    "“{}” is no moment. Nothing was done; write it like 2026-11-21T09:00 or 2026-11-21T09:00+01:00.",
    "There is no group “{}”. Nothing was done; “groups list” names them all.",
    "{} has no secret “{}”. Nothing was saved; it has: {}.",
    "There is no provider “{}”. Nothing was done; did you mean “{}”?",
    "A campaign is a JSON object such as {“name”: …, “campaign_type”: …}. Nothing was saved.",
    "There is no setting “{}”. Did you mean “{}”?",
    "“{}” {}; “{}” was not taken and the old value stays.",
    "This is no phone number; the view was not recorded. Give it as +442079460123.",
    "The product's id is empty; the view was not recorded.",
    "This customer asked to be forgotten; nothing of hers is taken in again.",
    "The product's id has {} characters; the view was not recorded. Give one of at most {}.",
}


@pytest.fixture
def _german(qapp: QApplication) -> Iterator[None]:
    use_language(qapp, "de")
    yield
    use_language(qapp, "en")


def _faults() -> set[str]:
    """The names of every fault whose text already is a sentence for the owner, with those derived from it."""
    names = {*_SPEAKING_NAMES, *(kind.__name__ for kind in SPEAKING)}
    derived = [pair for _file, text in _texts() for pair in _DERIVED.findall(text)]
    for _ in range(4):
        names |= {name for name, above in derived if set(re.findall(r"\w+", above)) & names}
    return names


@lru_cache(maxsize=1)
def _texts() -> list[tuple[Path, str]]:
    files = [file for file in sorted(PROGRAM.rglob("*.py")) if not {"cli", "ui"} & set(file.parts)]
    return [(file, file.read_text(encoding="utf-8")) for file in files]


def _text(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


def _raised() -> dict[str, str]:
    """Every sentence that a fault is made with as it stands there, and where; {} for what changes in it."""
    speaking = _faults()
    found = {}
    makes_one = re.compile(
        rf"\b(?:{'|'.join(sorted(speaking))})\($|\b(?:{'|'.join(sorted(speaking))})\(f?\"", re.MULTILINE
    )
    for file, source in _texts():
        for node in ast.walk(ast.parse(source)) if makes_one.search(source) else ():
            name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
            if isinstance(node, ast.Call) and name in speaking and node.args:
                text = _text(node.args[0])
                if text is not None:
                    found[text] = f"{file.relative_to(PROGRAM)}:{node.lineno}"
    return found


def _is_known(text: str) -> bool:
    """Whether the window knows it, or each form of it where what changes is one of a few words."""
    form = re.compile(re.escape(text).replace(re.escape("{}"), ".+"))
    return hear(text.replace("{}", "x")) is not None or any(form.fullmatch(each) for each in SENTENCES)


def test_no_fault_speaks_english_only() -> None:
    """D8: each sentence that a fault is raised with is known to the window, so that a German one tells it."""
    unknown = [f"{place}: {text}" for text, place in _raised().items() if text not in ELSEWHERE and not _is_known(text)]
    assert unknown == []


def test_what_breaks_a_connection_is_known() -> None:
    """D8: the sentences of the way to a server, which are kept with the messages that they concern."""
    transport = PROGRAM / "transport" / "__init__.py"
    said = {
        node.value
        for node in ast.walk(ast.parse(transport.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.match(r"The (server|proxy)\b(?!.*(?:raises|says? it|doesn't say))", node.value)
    }
    faults = (TimeoutError(), ConnectionRefusedError(), OSError())
    said |= {
        mail_lines.sentence_of(fault, who, place)
        for fault in faults
        for who, place in (("the mail server", "the mail server's name"), ("the mailbox", "the mailbox's server"))
    }
    assert len(said) > 10
    assert [text for text in said if hear(text) is None] == []


def test_each_sentence_is_known_as_itself() -> None:
    """None of them is taken for another, and the full stop may be missing."""
    for sentence in SENTENCES:
        text = re.sub(r"\{\w+\}", "7", sentence)
        heard = hear(text)
        assert heard is not None, sentence
        assert re.sub(r"\{\w+\}", "7", heard[0]) == text
    assert hear("The server did not answer in time") == ("The server did not answer in time.", {})
    assert hear("API key is invalid") is None


@pytest.mark.usefixtures("_german")
def test_a_full_disk_is_told_in_german(tmp_path: Path) -> None:
    """D8: what the operating system says of a file comes in the owner's words, in both languages."""
    told = fault_words(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(tmp_path / "liste.csv")))
    assert "liste.csv“ lässt sich nicht verwenden (der Datenträger ist voll)" in told
    assert "wurde nicht gefunden" in fault_words(FileNotFoundError(errno.ENOENT, "No such file", "a.csv"))
    assert "darf nicht gelesen" in fault_words(PermissionError(errno.EACCES, "Permission denied", "a.csv"))
    assert system_words("Read-only file system") == "dort lässt sich nichts schreiben"
    assert system_words("Sonderbar") == "Sonderbar"


def test_the_systems_reasons_are_the_owners_words_in_english_too() -> None:
    """D8: “no space left on device” is nothing that an owner says."""
    assert system_words("No space left on device") == "the disk is full"
    fault = OSError(errno.EBUSY, "Device or resource busy", "a.csv")
    assert fault_words(fault) == (
        "“a.csv” can't be used (another program uses it). Nothing was changed; check the disk and try again."
    )


@pytest.mark.usefixtures("_german")
def test_faults_within_faults_are_told_in_german() -> None:
    """D8: a sentence with another one in it, several at once, channels and kinds by their German names."""
    damaged = "The shop's database is damaged. Nothing is sent from it; restore the newest good backup."
    cases = [
        (DatabaseDamaged(f"{damaged} It is /x/shop.db."), "wieder her. Sie ist /x/shop.db."),
        (CampaignRefused("Nobody would get this message now.", "The campaign is running. Nothing was deleted; stop it "
                         "first."), "diese Nachricht jetzt. Die Kampagne läuft. Es wurde nichts gelöscht"),
        (StoreFault("Another program holds the shop's database. Nothing was changed and nothing was sent; close it and "
                    "try again."), "Ein anderes Programm hält die Datenbank"),
    ]  # fmt: skip
    for fault, wanted in cases:
        assert wanted in fault_words(fault)
    assert told_words("There is no template for “we_miss_you” on email; write one first.") == (
        "Für „Wir vermissen Sie“ über E-Mail gibt es keine Vorlage; schreiben Sie zuerst eine."
    )
    assert told_words(
        "Postmark is not connected: the secret “token” is missing. Set it under Settings, Connections."
    ) == (
        "Postmark ist nicht verbunden: the secret “token” fehlt. Tragen Sie es ein unter Einstellungen, Verbindungen."
    )


@pytest.mark.usefixtures("_german")
def test_words_of_others_stay_as_they_are() -> None:
    """What a provider says is told as it says it, with no brackets in brackets."""
    assert told_words("The domain is not verified") == "The domain is not verified"
    assert bracketed("Authenticate (20003).") == " (Authenticate, 20003)"
    assert bracketed("") == ""
    assert sentence_of(SettingFault("x")) == "x" == fault_words(SecretsFault("x"))
