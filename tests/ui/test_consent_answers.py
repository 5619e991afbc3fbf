"""Issue 4, ux.md 9: a column of consent in words of its own asks “what means yes?”, and nobody's yes is guessed."""

from collections.abc import Callable
from pathlib import Path

from reengage_desktop.ui.importing.dialog import ImportDialog
from tests.ui.stage import Stage

HEADER = "Name,Email,Newsletter\n"
ROWS = "Ann,ann@example.com,Gold list\nBob,bob@example.com,Not for me\nCy,cy@example.com,gold list\n"


def _checked(stage: Stage, dialog: ImportDialog) -> ImportDialog:
    stage.qtbot.waitUntil(lambda: dialog.report is not None, timeout=20_000)
    stage.settle()
    return dialog


def _open(stage: Stage, path: Path, text: str) -> ImportDialog:
    path.write_text(text, encoding="utf-8")
    dialog = ImportDialog(stage.desk, stage.window)
    dialog.show()
    dialog.take_file(str(path))
    return _checked(stage, dialog)


def _answer(stage: Stage, dialog: ImportDialog, word: str, meaning: str) -> None:
    field = dialog.columns.consent_answers.field(word)
    field.setCurrentIndex(field.findData(meaning))
    field.activated.emit(field.currentIndex())
    _checked(stage, dialog)


def _import(stage: Stage, dialog: ImportDialog) -> dict[str, int | None]:
    dialog.import_button.click()
    stage.qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.done_page, timeout=20_000)
    stage.settle()
    dialog.close()
    return dict(stage.shop.db.rows("SELECT email, consent_email FROM customers"))


def test_each_word_is_asked_with_its_count(open_stage: Callable[..., Stage], tmp_path: Path) -> None:
    """A choice per word; until it is made nothing is concluded; what was said is known for the next such file."""
    stage = open_stage(lively=False)
    dialog = _open(stage, tmp_path / "cards.csv", HEADER + ROWS)
    card = dialog.columns.consent_answers
    assert card.isVisible()
    assert card.answers() == {"Gold list": "", "Not for me": ""}
    assert dialog.columns.table.mapping()["consent_email"] == "Newsletter"
    _answer(stage, dialog, "Gold list", "yes")
    assert card.isVisible(), "what was said can be said otherwise"
    _answer(stage, dialog, "Not for me", "no")
    assert _import(stage, dialog) == {"ann@example.com": 1, "bob@example.com": 0, "cy@example.com": 1}

    later = _open(stage, tmp_path / "later.csv", f"{HEADER}Dora,dora@example.com,GOLD LIST\nEve,e@example.com,silver\n")
    assert later.columns.consent_answers.answers() == {"Gold list": "yes", "Not for me": "no", "silver": ""}
    assert _import(stage, later)["dora@example.com"] == 1
    assert stage.shop.db.value("SELECT consent_email FROM customers WHERE email = 'e@example.com'") is None


def test_a_file_without_such_words_asks_nothing(open_stage: Callable[..., Stage], tmp_path: Path) -> None:
    """Yes, no and the words of known tools need no answer; the next file does not show the last one's words."""
    stage = open_stage(lively=False)
    dialog = _open(stage, tmp_path / "cards.csv", HEADER + ROWS)
    plain = tmp_path / "plain.csv"
    plain.write_text(f"{HEADER}Ann,ann@example.com,yes\nBob,bob@example.com,unsubscribed\n", encoding="utf-8")
    dialog.take_file(str(plain))
    stage.qtbot.waitUntil(lambda: "plain" in dialog.heading.text(), timeout=20_000)
    _checked(stage, dialog)
    assert not dialog.columns.consent_answers.isVisible()
    assert dialog.columns.consent_answers.answers() == {}
    dialog.close()
