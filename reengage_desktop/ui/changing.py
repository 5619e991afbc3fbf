"""Changing a setting from anywhere in the window: at once, with a notice that says from what to what, and undoes it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTime
from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox, QTimeEdit
from shiboken6 import isValid

from reengage_desktop.domain.settings import Settings
from reengage_desktop.jobs.events import SettingsChanged
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.ui.desk import Desk

_SHORT = 40
"""What is longer is not repeated in a notice."""


def change_setting(  # noqa: PLR0913 - what is changed, how it is told, who waits for it
    desk: Desk,
    parent: QObject,
    key: str,
    text: str,
    sentence: str,
    *,
    on_done: Callable[[], object] | None = None,
    on_error: Callable[[BaseException], object] | None = None,
) -> bool:
    """Stores the setting and tells `sentence` with an Undo; gives False, and does nothing, when it is no change.

    The last press wins, also over one that is still on its way. Where it can't be stored and nobody waits for that, the
    pages show again what holds.
    """
    if text.strip() == standing_text(desk, key).strip():
        return False

    def done(before: str) -> None:
        desk.say(sentence, lambda: _store(desk, key, before, lambda _: None, failed))
        if on_done is not None and isValid(parent):
            on_done()

    def failed(fault: BaseException) -> None:
        desk.failed.emit(fault)
        desk.bus.changed.emit(SettingsChanged(key))

    def refused(fault: BaseException) -> None:
        tell = on_error if on_error is not None and isValid(parent) else failed
        tell(fault)

    _store(desk, key, text, done, refused)
    return True


def standing_text(desk: Desk, key: str) -> str:
    """The text that holds for the owner: what she asked for last where that is on its way, else what is stored."""
    asked = desk.asked.get(key)
    return desk.settings.texts[key] if asked is None else asked[0]


def _store(
    desk: Desk, key: str, text: str, on_done: Callable[[str], object], on_error: Callable[[BaseException], object]
) -> None:
    """Stores it after all that was asked for before; `on_done` gets the text that it took the place of."""
    shop, mine = desk.shop, (text,)
    desk.asked[key] = mine

    def store() -> tuple[str, Settings]:
        before = shop.settings().texts[key]
        setting_tasks.set_setting(shop, key, text)
        return before, shop.settings()

    def arrived() -> None:
        if desk.asked.get(key) is mine:
            del desk.asked[key]

    def done(found: tuple[str, Settings]) -> None:
        before, desk.settings = found
        arrived()
        on_done(before)

    def failed(fault: BaseException) -> None:
        arrived()
        on_error(fault)

    desk.act(store, desk, done, failed)


def changed_sentence(name: str, field: QObject, before: str) -> str:
    """What a field has changed, such as “Inactivity: 60 → 45 days”.

    `before`: the stored text that it showed. Where old or new can't be said in a few words only the name is said.
    """
    old, new = _words(field, before), _words(field, None)
    if old and new and old != new and max(len(old), len(new)) <= _SHORT:
        text = QCoreApplication.translate("Changing", "{name}: {before} → {after}.")
        return text.replace("{name}", name).replace("{before}", old).replace("{after}", new)
    return QCoreApplication.translate("Changing", "“{name}” was changed.").replace("{name}", name)


def _words(field: QObject, stored: str | None) -> str:
    """What the field shows for a stored text, or (None) shows now; empty for what has no short words."""
    if isinstance(field, QCheckBox):
        is_on = field.isChecked() if stored is None else stored == "true"
        return QCoreApplication.translate("Changing", "on") if is_on else QCoreApplication.translate("Changing", "off")
    if isinstance(field, QComboBox):
        return field.currentText() if stored is None else field.itemText(field.findData(stored))
    if isinstance(field, QLineEdit):
        text = field.text() if stored is None else stored
        return text.strip() or QCoreApplication.translate("Changing", "nothing")
    return _figure(field, stored) if isinstance(field, QAbstractSpinBox) else ""


def _figure(field: QAbstractSpinBox, stored: str | None) -> str:
    """A number or a time; only the new number has its unit behind it."""
    if isinstance(field, QTimeEdit):
        return field.text() if stored is None else QTime.fromString(stored, "HH:mm").toString("HH:mm")
    if not isinstance(field, QSpinBox | QDoubleSpinBox):
        return ""
    if stored is None:
        return field.text()
    value = float(stored)
    if value == field.minimum() and field.specialValueText():
        return field.specialValueText()
    # The two kinds want a value of their own kind.
    shown = field.textFromValue(round(value)) if isinstance(field, QSpinBox) else field.textFromValue(value)
    return f"{field.prefix()}{shown}"
