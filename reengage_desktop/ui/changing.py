"""Changing a setting from anywhere in the window: at once, with a notice that says from what to what, and undoes it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTime
from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox, QTimeEdit

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
    """Stores the setting and tells `sentence` with an Undo; gives False, and does nothing, when it is no change."""
    shop, before = desk.shop, desk.settings.texts[key]
    if text.strip() == before.strip():
        return False

    def undo() -> None:
        desk.act(lambda: setting_tasks.set_setting(shop, key, before), desk, lambda _: None)

    def done(_values: object) -> None:
        desk.say(sentence, undo)
        if on_done is not None:
            on_done()

    desk.act(lambda: setting_tasks.set_setting(shop, key, text), parent, done, on_error)
    return True


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
