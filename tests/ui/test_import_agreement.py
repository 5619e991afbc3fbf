"""The owner's word that everyone agreed is either written or asked for once more; it is never dropped in silence."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.ui.importing.dialog import ImportDialog
from tests.ui.stage import Stage

LEFT = Qt.MouseButton.LeftButton


def _dialog(stage: Stage, folder: Path) -> ImportDialog:
    path = folder / "people.csv"
    path.write_text("email,name\nann@example.com,Ann\nbob@example.com,Bob\n", encoding="utf-8")
    dialog = ImportDialog(stage.desk, stage.window)
    dialog.show()
    dialog.take_file(str(path))
    stage.qtbot.waitUntil(lambda: dialog.report is not None, timeout=20_000)
    stage.settle()
    return dialog


def _asked(stage: Stage, dialog: ImportDialog) -> str:
    stage.qtbot.mouseClick(dialog.import_button, LEFT)
    stage.settle()
    assert dialog.pages.currentWidget() is dialog.columns
    assert stage.shop.db.value("SELECT count(*) FROM customers") == 0
    return dialog.columns.summary.text()


def test_a_tick_without_what_they_agreed_to_is_asked_about(open_stage: Callable[..., Stage], tmp_path: Path) -> None:
    """C18: the tick alone proves nothing; who presses Import is asked for the rest instead of losing it unseen."""
    stage = open_stage(lively=False)
    dialog = _dialog(stage, tmp_path)
    card = dialog.columns.consent_card
    card.agreed.click()
    stage.settle()
    assert _asked(stage, dialog) == "Say what they agreed to, and where. Nothing was imported."
    assert dialog.focusWidget() is card.wording
    stage.qtbot.keyClicks(card.wording, "Form at the till, 2024")
    stage.settle()
    card.channels[ChannelName.EMAIL].click()
    stage.settle()
    assert _asked(stage, dialog) == "Say how they may be written to. Nothing was imported."
    card.channels[ChannelName.SMS].click()
    stage.settle()
    stage.qtbot.mouseClick(dialog.import_button, LEFT)
    stage.qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.done_page, timeout=20_000)
    rows = stage.shop.db.rows("SELECT channel, state, wording FROM consents")
    assert set(rows) == {("sms", "yes", "Form at the till, 2024")}
    dialog.close()


def test_the_press_on_import_that_ends_the_words_is_heard(open_stage: Callable[..., Stage], tmp_path: Path) -> None:
    """Ux.md 9: who types what they agreed to and presses Import has imported; no second press is needed."""
    stage = open_stage(lively=False)
    dialog = _dialog(stage, tmp_path)
    card = dialog.columns.consent_card
    card.agreed.click()
    dialog.activateWindow()
    card.wording.setFocus()
    stage.qtbot.keyClicks(card.wording, "Form at the till")
    stage.settle()
    assert card.wording.hasFocus()
    stage.qtbot.mouseClick(dialog.import_button, LEFT)
    stage.qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.done_page, timeout=20_000)
    assert stage.shop.db.rows("SELECT DISTINCT channel, wording FROM consents") == [("email", "Form at the till")]
    dialog.close()


def test_without_the_tick_nothing_is_asked(open_stage: Callable[..., Stage], tmp_path: Path) -> None:
    """C18: who took the tick away again imports without agreement."""
    stage = open_stage(lively=False)
    dialog = _dialog(stage, tmp_path)
    dialog.columns.consent_card.agreed.click()
    dialog.columns.consent_card.agreed.click()
    stage.qtbot.mouseClick(dialog.import_button, LEFT)
    stage.qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.done_page, timeout=20_000)
    assert stage.shop.db.value("SELECT count(*) FROM consents") == 0
    dialog.close()
