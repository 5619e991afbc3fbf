"""A press in the import's dialog does what it was meant for, also when the page changes under the mouse."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from reengage_desktop.ui.importing.dialog import ImportDialog
from tests.ui.stage import Stage

LEFT = Qt.MouseButton.LeftButton


def _dialog(stage: Stage, folder: Path) -> ImportDialog:
    path = folder / "people.csv"
    path.write_text("email\n" + "".join(f"p{number}@example.com\n" for number in range(30)), encoding="utf-8")
    dialog = ImportDialog(stage.desk, stage.window)
    dialog.show()
    dialog.take_file(str(path))
    stage.qtbot.waitUntil(lambda: dialog.report is not None, timeout=20_000)
    stage.settle()
    return dialog


def test_the_second_press_on_import_is_no_cancel(open_stage: Callable[..., Stage], tmp_path: Path) -> None:
    """Promise 29: who presses Import twice wants it once; no other button comes to lie where Import was."""
    stage = open_stage(lively=False)
    dialog = _dialog(stage, tmp_path)
    place, cancel = dialog.import_button.geometry(), dialog.cancel_button.geometry()
    stage.qtbot.mouseClick(dialog.import_button, LEFT)
    layout = dialog.layout()
    assert layout is not None
    layout.activate()
    assert dialog.pages.currentWidget() is dialog.progress
    assert not place.intersects(dialog.cancel_button.geometry())
    assert dialog.cancel_button.geometry() == cancel
    stage.qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.done_page, timeout=20_000)
    dialog.close()


def test_a_press_that_comes_with_the_end_closes_nothing(open_stage: Callable[..., Stage], tmp_path: Path) -> None:
    """Promise 29: a Cancel or a second press that comes too late leaves what was done on show, with its undo."""
    stage = open_stage(lively=False)
    dialog = _dialog(stage, tmp_path)
    pressed: list[bool] = []

    def press() -> None:
        if dialog.pages.currentWidget() is dialog.done_page:
            dialog.cancel_button.click()
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            pressed.append(dialog.isVisible())

    # In the turn after the page has come: no load of the machine lets the pause after it end before.
    dialog.pages.currentChanged.connect(lambda _at: QTimer.singleShot(0, press))
    stage.qtbot.mouseClick(dialog.import_button, LEFT)
    stage.qtbot.waitUntil(lambda: bool(pressed), timeout=20_000)
    assert pressed == [True]
    stage.qtbot.waitUntil(lambda: not dialog.foot.has_just_changed(), timeout=20_000)
    gone: list[int] = []
    dialog.finished.connect(gone.append)
    dialog.cancel_button.click()
    assert len(gone) == 1


def _letters(dialog: ImportDialog) -> list[str]:
    """The letters for Alt of the buttons that are seen; each one says itself what it does, without that mark."""
    shown = [each for each in dialog.findChildren(QPushButton) if each.isVisible()]
    assert [each.accessibleName() for each in shown] == [each.text().replace("&", "") for each in shown]
    return [each.shortcut().toString().removeprefix("Alt+") for each in shown]


def test_every_button_has_a_letter_of_its_own(open_stage: Callable[..., Stage], tmp_path: Path) -> None:
    """Issue 4, ux.md 9: whoever has no mouse presses any button of the dialog by Alt and its letter."""
    stage = open_stage(lively=False)
    dialog = ImportDialog(stage.desk, stage.window)
    dialog.show()
    pages = [_letters(dialog)]
    file = tmp_path / "people.csv"
    file.write_text("email,phone,name\nann@example.com,12,Ann\n,,Dora\n", encoding="utf-8")
    dialog.take_file(str(file))
    stage.qtbot.waitUntil(lambda: dialog.report is not None, timeout=20_000)
    stage.settle()
    pages.append(_letters(dialog))
    dialog.columns.choices.more_button.click()
    pages.append(_letters(dialog))
    dialog.import_now()
    pages.append(_letters(dialog))
    stage.qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.done_page, timeout=20_000)
    stage.settle()
    pages.append(_letters(dialog))
    assert ["".join(sorted(letters)) for letters in pages] == ["CFP", "BCIMS", "BCILS", "C", "ACRSU"]
    dialog.close()


def test_enter_after_another_file_chooses_it(open_stage: Callable[..., Stage], tmp_path: Path) -> None:
    """Ux.md 9: whoever wants another file and presses Enter does not close the dialog."""
    stage = open_stage(lively=False)
    dialog = _dialog(stage, tmp_path)
    stage.qtbot.mouseClick(dialog.import_button, LEFT)
    stage.qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.done_page, timeout=20_000)
    dialog.cancel_button.setFocus()
    dialog.done_page.another_asked.emit()
    assert dialog.focusWidget() is dialog.files.choose_button
    dialog.close()
