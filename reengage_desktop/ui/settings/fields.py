"""One setting each as a widget: saved when it is changed, explained when it can't be taken, undone by the toast."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTime, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from reengage_desktop.domain.settings import SettingFault, Settings
from reengage_desktop.ui.changing import change_setting, changed_sentence, standing_text
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.settings.refusals import refusal_sentence
from reengage_desktop.ui.widgets.inputs import ComboBox, SpinBox, TimeEdit, pad
from reengage_desktop.ui.widgets.switches import CheckBox
from reengage_desktop.ui.widgets.text import label, lead

SAVE_MS = 700
"""So long after the last step of a figure it is saved: holding the arrow down is one change."""


@dataclass
class Field:
    """A setting on the screen: what it is called, its widget, what is said below it, and the way to read it."""

    key: str
    name: str
    hint: str
    widget: QWidget
    fault: QLabel
    value: Callable[[], str]
    refused: str = ""
    general: str = ""


class SettingForm(QFormLayout):
    """Rows of settings. `show_settings` brings them up to date; a row that is being typed in is left alone."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: list[Callable[[Settings], None]] = []
        self.fields: dict[str, Field] = {}
        self.setHorizontalSpacing(18)
        self.setVerticalSpacing(10)
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def show_settings(self, settings: Settings) -> None:
        """Shows the stored values."""
        for show in self._shown:
            show(settings)

    def show_faults(self, sentences: Mapping[str, str]) -> None:
        """Shows under each field what is wrong with the settings taken together (B6)."""
        for key, field in self.fields.items():
            field.general = sentences.get(key, "")
            self._tell(field)

    def text(self, key: str, name: str, hint: str = "", *, placeholder: str = "") -> QLineEdit:
        """A line of text."""
        made = QLineEdit()
        _begin(made, self._desk.settings.texts[key])
        made.setPlaceholderText(placeholder)
        made.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        made.setProperty("room", "words")
        field = self._row(key, name, hint, made, made.text)
        made.editingFinished.connect(lambda: self._save(field))
        self._keep_shown(field, partial(_begin, made))
        return made

    def lines(self, key: str, name: str, hint: str = "") -> QPlainTextEdit:
        """A few lines of text; saved when the field is left."""
        made = _Lines(self._desk.settings.texts[key])
        made.setTabChangesFocus(True)
        made.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        made.setProperty("room", "words")
        field = self._row(key, name, hint, made, made.toPlainText)
        made.left = lambda: self._save(field)
        self._keep_shown(field, made.setPlainText)
        return made

    def number(
        self, key: str, name: str, span: tuple[int, int], unit: str | tuple[str, str] = "", hint: str = ""
    ) -> QSpinBox:
        """A whole number with its unit (a word, or those for one and for more); saved a moment after its last step."""
        made = SpinBox()
        made.setRange(*span)
        made.setValue(self._desk.settings.whole(key))
        show_unit = _follow_unit(made, unit)
        made.setGroupSeparatorShown(span[1] >= 10_000 and not key.endswith(".port"))
        pad(made)
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        field = self._row(key, name, hint, made, lambda: str(made.value()))
        made.reach.tell = partial(self._refuse, field)
        self._save_soon(made, made.valueChanged, field)
        self._keep_shown(field, lambda text: made.setValue(int(text)))
        self._shown.append(lambda _settings: show_unit(made.value()))
        return made

    def time(self, key: str, name: str, hint: str = "") -> QTimeEdit:
        """A time of day."""
        made = TimeEdit(QTime.fromString(self._desk.settings.texts[key], "HH:mm"))
        made.setDisplayFormat("HH:mm")
        pad(made)
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        field = self._row(key, name, hint, made, lambda: made.time().toString("HH:mm"))
        self._save_soon(made, made.timeChanged, field)
        self._keep_shown(field, lambda text: made.setTime(QTime.fromString(text, "HH:mm")))
        return made

    def switch(self, key: str, name: str, hint: str = "") -> CheckBox:
        """Something that is on or off."""
        made = CheckBox(name)
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        made.setChecked(self._desk.settings.is_on(key))
        field = self._row(key, "", hint, made, lambda: _word(made.isChecked()), called=name)
        made.switched.connect(lambda _on: self._save(field))
        self._shown.append(lambda settings: made.setChecked(settings.is_on(key)))
        return made

    def choice(self, key: str, name: str, choices: Sequence[tuple[str, str]], hint: str = "") -> QComboBox:
        """One of a few words; `choices` are (stored word, what the owner reads)."""
        made = ComboBox()
        made.setProperty("room", "words")
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(16)
        fill_choices(made, choices, self._desk.settings.texts[key])
        field = self._row(key, name, hint, made, lambda: str(made.currentData()))
        made.activated.connect(lambda _at: self._save(field))
        # What is being typed into a list stays.
        self._shown.append(
            lambda settings: None if made.isEditable() and made.hasFocus() else choose(made, settings.texts[key])
        )
        return made

    def listed(self, key: str, name: str, hint: str = "") -> QComboBox:
        """One of many: chosen from the list or typed, by its name or its code. `fill_choices` gives it its choices."""
        word = self._desk.settings.texts[key]
        made = self.choice(key, name, [(word, word)], hint)
        line = QLineEdit()
        line.setAccessibleName(name)
        made.setLineEdit(line)
        made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for each in (made, line):
            each.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        line.editingFinished.connect(lambda: self._typed(made, line, self.fields[key]))
        return made

    def own(self, key: str, name: str, widget: QWidget, value: Callable[[], str], hint: str = "") -> Field:
        """A widget that is made elsewhere; it is saved by `save`."""
        return self._row(key, name, hint, widget, value)

    def save(self, key: str) -> None:
        """Saves what the field of this setting says now."""
        self._save(self.fields[key])

    def follow(self, show: Callable[[Settings], None]) -> None:
        """Has something brought up to date with the fields."""
        self._shown.append(show)

    def _row(
        self, key: str, name: str, hint: str, widget: QWidget, value: Callable[[], str], *, called: str = ""
    ) -> Field:
        widget.setObjectName(key)
        widget.setAccessibleName(called or name)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(widget)
        if hint:
            widget.setAccessibleDescription(hint)
            column.addWidget(Hint(hint))
        fault = Hint("", "bad")
        fault.hide()
        column.addWidget(fault)
        if name:
            self.addRow(caption(name, widget), box)
        else:
            self.addRow(box)
        field = Field(key, called or name, hint, widget, fault, value)
        self.fields[key] = field
        return field

    def _keep_shown(self, field: Field, put: Callable[[str], object]) -> None:
        """Shows what is stored from now on, whoever stores it; what the owner is just changing there stays."""
        made, last = field.widget, [field.value()]

        def show(settings: Settings) -> None:
            stored, now = settings.texts[field.key], field.value()
            if (field.refused and isinstance(made, QLineEdit)) or (made.hasFocus() and now not in (last[0], stored)):
                return
            if now != stored:
                made.blockSignals(True)  # noqa: FBT003 - Qt's own signature
                put(stored)
                made.blockSignals(False)  # noqa: FBT003 - Qt's own signature
            last[0] = field.value()

        self._shown.append(show)

    def _typed(self, made: QComboBox, line: QLineEdit, field: Field) -> None:
        written = line.text().strip()
        at = made.findText(written, Qt.MatchFlag.MatchFixedString)
        at = at if at >= 0 else made.findData(written.upper())
        if at >= 0:
            made.setCurrentIndex(at)
            self._save(field)
            return
        line.setText(made.itemText(made.currentIndex()))
        field.refused = refusal_sentence(field.key, SettingFault(written))
        self._tell(field)

    def _tell(self, field: Field) -> None:
        _show_fault(field)
        # Once the words have their height: it keeps that of its rows, and the field would lie under them.
        QTimer.singleShot(0, self, self.invalidate)

    def _save_soon(self, made: QAbstractSpinBox, changed: object, field: Field) -> None:
        timer = QTimer(made)
        timer.setSingleShot(True)
        timer.setInterval(SAVE_MS)
        changed.connect(lambda _value: timer.start())  # type: ignore[attr-defined]

        def save_now() -> None:
            timer.stop()
            self._save(field)

        timer.timeout.connect(lambda: None if _strays(made) else self._save(field))
        made.editingFinished.connect(save_now)

    def _refuse(self, field: Field, sentence: str) -> None:
        field.refused = sentence
        self._tell(field)

    def _save(self, field: Field) -> None:
        def told(sentence: str) -> None:
            if sentence or not _strays(field.widget):
                self._refuse(field, sentence)

        changed = change_setting(
            self._desk,
            field.widget,
            field.key,
            field.value(),
            changed_sentence(field.name, field.widget, standing_text(self._desk, field.key)),
            on_done=lambda: told(""),
            on_error=lambda problem: told(refusal_sentence(field.key, problem)),
        )
        if not changed:
            told("")


def fill_choices(made: QComboBox, choices: Sequence[tuple[str, str]], chosen: str) -> None:
    """Gives a list its choices anew, all at once: there may be hundreds."""
    model = QStandardItemModel(len(choices), 1, made)
    for at, (word, text) in enumerate(choices):
        item = QStandardItem(text)
        item.setData(word, Qt.ItemDataRole.UserRole)
        model.setItem(at, item)
    made.setModel(model)
    choose(made, chosen)


def choose(made: QComboBox, word: str) -> None:
    """Chooses the stored word; one that is not in the list yet is added as it is."""
    at = made.findData(word)
    if at < 0:
        made.addItem(word, word)
        at = made.count() - 1
    made.setCurrentIndex(at)


def caption(name: str, field: QWidget) -> QLabel:
    """The words before a field, level with the field's own."""
    made = label(name)
    made.setContentsMargins(0, 4, 0, 0)
    made.setBuddy(field)
    return made


class Hint(QLabel):
    """Words below a field that keep the height they need: a form takes it from wrapped ones in a full row."""

    def __init__(self, text: str, role: str = "muted") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(True)
        lead(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Asks for the height of other words, which need no other width."""
        super().showEvent(event)
        self._ask_for_its_lines()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Asks for the height of its lines at this width."""
        super().resizeEvent(event)
        self._ask_for_its_lines()

    def _ask_for_its_lines(self) -> None:
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))


class _Lines(QPlainTextEdit):
    """A text field that tells when the keyboard leaves it."""

    left: Callable[[], object] = staticmethod(lambda: None)

    def focusOutEvent(self, event: object) -> None:
        """Saves when the keyboard leaves."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.left()


def _strays(field: QWidget) -> bool:
    """Whether the number that was typed there last is none that can be, and the field says so."""
    return isinstance(field, SpinBox) and field.reach.strayed


def _word(on: bool) -> str:  # noqa: FBT001 - a switch's own value
    return "true" if on else "false"


def _follow_unit(field: QSpinBox, unit: str | tuple[str, str]) -> Callable[[int], None]:
    """Puts the unit after the number, the word for one after 1, from now on; gives what does it."""
    one, many = unit if isinstance(unit, tuple) else (unit, unit)

    def show(value: int) -> None:
        word = one if value == 1 else many
        field.setSuffix(f" {word}" if word else "")

    show(field.value())
    field.valueChanged.connect(show)
    return show


def _begin(line: QLineEdit, text: str) -> None:
    """Shows a text from its beginning, however long it is."""
    line.setText(text)
    line.setCursorPosition(0)


def _show_fault(field: Field) -> None:
    sentence = field.refused or field.general
    field.widget.setProperty("fault", "true" if sentence else "false")
    field.widget.style().unpolish(field.widget)
    field.widget.style().polish(field.widget)
    field.fault.setText(sentence)
    field.fault.setVisible(bool(sentence))
