"""One setting each as a widget: saved when it is changed, explained when it can't be taken, undone by the toast."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTime
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from reengage_desktop.domain.settings import Settings
from reengage_desktop.jobs.refusals import sentence_of
from reengage_desktop.ui.changing import change_setting, changed_sentence
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.inputs import pad
from reengage_desktop.ui.widgets.text import label, paragraph

_WIDE = 340
_WIDEST = 480


class SettingForm(QFormLayout):
    """Rows of settings. `show_settings` brings them up to date; a row that is being typed in is left alone."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: list[Callable[[Settings], None]] = []
        self._faults: dict[str, QLabel] = {}
        self.setHorizontalSpacing(18)
        self.setVerticalSpacing(10)
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def show_settings(self, settings: Settings) -> None:
        """Shows the stored values."""
        for show in self._shown:
            show(settings)

    def text(self, key: str, name: str, hint: str = "", *, placeholder: str = "") -> QLineEdit:
        """A line of text."""
        field = QLineEdit(self._desk.settings.texts[key])
        field.setPlaceholderText(placeholder)
        _fit(field)
        self._row(key, name, hint, field, field.text)
        field.editingFinished.connect(lambda: self._save(key, name, field.text(), field))
        self._shown.append(lambda settings: _unless_focused(field, field.setText, settings.texts[key]))
        return field

    def lines(self, key: str, name: str, hint: str = "") -> QPlainTextEdit:
        """A few lines of text; saved when the field is left."""
        field = _Lines(self._desk.settings.texts[key])
        field.setFixedHeight(field.fontMetrics().height() * 3 + 22)
        field.setTabChangesFocus(True)
        _fit(field)
        self._row(key, name, hint, field, field.toPlainText)
        field.left = lambda: self._save(key, name, field.toPlainText(), field)
        self._shown.append(lambda settings: _unless_focused(field, field.setPlainText, settings.texts[key]))
        return field

    def number(self, key: str, name: str, span: tuple[int, int], unit: str = "", hint: str = "") -> QSpinBox:
        """A whole number with its unit."""
        field = QSpinBox()
        field.setRange(*span)
        field.setValue(int(self._desk.settings.texts[key]))
        field.setSuffix(f" {unit}" if unit else "")
        pad(field)
        field.setMaximumWidth(190)
        self._row(key, name, hint, field, lambda: str(field.value()))
        field.editingFinished.connect(lambda: self._save(key, name, str(field.value()), field))
        self._shown.append(lambda settings: _unless_focused(field, field.setValue, settings.whole(key)))
        return field

    def time(self, key: str, name: str, hint: str = "") -> QTimeEdit:
        """A time of day."""
        field = QTimeEdit(QTime.fromString(self._desk.settings.texts[key], "HH:mm"))
        field.setDisplayFormat("HH:mm")
        pad(field)
        field.setMaximumWidth(190)
        self._row(key, name, hint, field, lambda: field.time().toString("HH:mm"))
        field.editingFinished.connect(lambda: self._save(key, name, field.time().toString("HH:mm"), field))

        def show(settings: Settings) -> None:
            _unless_focused(field, field.setTime, QTime.fromString(settings.texts[key], "HH:mm"))

        self._shown.append(show)
        return field

    def switch(self, key: str, name: str, hint: str = "") -> QCheckBox:
        """Something that is on or off."""
        field = QCheckBox(name)
        field.setChecked(self._desk.settings.is_on(key))
        self._row(key, "", hint, field, lambda: _word(field.isChecked()))
        field.setAccessibleName(name)
        field.clicked.connect(lambda on: self._save(key, name, _word(on), field))
        self._shown.append(lambda settings: field.setChecked(settings.is_on(key)))
        return field

    def choice(self, key: str, name: str, choices: Sequence[tuple[str, str]], hint: str = "") -> QComboBox:
        """One of a few words; `choices` are (stored word, what the owner reads)."""
        field = QComboBox()
        for word, text in choices:
            field.addItem(text, word)
        field.setCurrentIndex(max(0, field.findData(self._desk.settings.texts[key])))
        field.setMaximumWidth(_WIDE)
        self._row(key, name, hint, field, lambda: str(field.currentData()))
        field.activated.connect(lambda _at: self._save(key, name, str(field.currentData()), field))
        self._shown.append(lambda settings: field.setCurrentIndex(max(0, field.findData(settings.texts[key]))))
        return field

    def _row(self, key: str, name: str, hint: str, field: QWidget, value: Callable[[], str]) -> None:
        field.setObjectName(key)
        if name:
            field.setAccessibleName(name)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(field)
        if hint:
            field.setToolTip(hint)
            column.addWidget(paragraph(hint, "muted"))
        fault = paragraph("", "bad")
        self._faults[key] = fault
        fault.hide()
        column.addWidget(fault)
        made = caption(name, field)
        self.addRow(made, box)
        field.setProperty("reader", value)

    def _save(self, key: str, name: str, text: str, field: QWidget) -> None:
        fault = self._faults[key]
        changed = change_setting(
            self._desk,
            field,
            key,
            text,
            changed_sentence(name),
            on_done=lambda: _show_fault(field, fault, ""),
            on_error=lambda problem: _show_fault(field, fault, sentence_of(problem)),
        )
        if not changed:
            _show_fault(field, fault, "")


def caption(name: str, field: QWidget) -> QLabel:
    """The words before a field, level with the field's own."""
    made = label(name)
    made.setContentsMargins(0, 4, 0, 0)
    made.setBuddy(field)
    return made


class _Lines(QPlainTextEdit):
    """A text field that tells when the keyboard leaves it."""

    left: Callable[[], object] = staticmethod(lambda: None)

    def focusOutEvent(self, event: object) -> None:
        """Saves when the keyboard leaves."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.left()


def _fit(field: QWidget) -> None:
    field.setMinimumWidth(220)
    field.setMaximumWidth(_WIDEST)


def _word(on: bool) -> str:  # noqa: FBT001 - a switch's own value
    return "true" if on else "false"


def _unless_focused(field: QWidget, put: Callable[..., object], value: object) -> None:
    if not field.hasFocus():
        put(value)


def _show_fault(field: QWidget, fault: QLabel, sentence: str) -> None:
    field.setProperty("fault", "true" if sentence else "false")
    field.style().unpolish(field)
    field.style().polish(field)
    fault.setText(sentence)
    fault.setVisible(bool(sentence))
