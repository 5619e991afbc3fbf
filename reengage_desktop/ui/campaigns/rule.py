"""A rule as a sentence in which the numbers can be changed: at once, with undo, and with the fault where it is made."""

import re
from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reengage_desktop.domain.settings import Settings
from reengage_desktop.ui import formats
from reengage_desktop.ui.changing import change_setting, changed_sentence, standing_text
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.telling import fault_words
from reengage_desktop.ui.widgets.flow import flowing
from reengage_desktop.ui.widgets.inputs import DoubleSpinBox, SpinBox, pad
from reengage_desktop.ui.widgets.sentence import Sentence
from reengage_desktop.ui.widgets.text import paragraph
from reengage_desktop.ui.wording import translate

_PLACE = re.compile(r"\{([\w.]+)\}(\u00a0\S+)?")
"""A number's place in a rule, and the unit that no line may part from it."""
_SPANS: dict[str, tuple[int, int]] = {
    "inactivity_threshold": (1, 365),
    "price_drop_percent": (1, 99),
    "loyalty_min_ltv": (0, 10_000_000),
    "loyalty_discount": (1, 100),
    "cap_per_week": (1, 7),
    "cap_per_month": (1, 30),
    "daily_limit": (0, 1_000_000),
    "max_per_lapse": (0, 100),
    "repeat_after_days": (1, 365),
    "too_long_gone_days": (0, 36_500),
    "holdout_percent": (0, 50),
    "attribution_days": (1, 90),
}


def _names() -> dict[str, str]:
    return {
        "inactivity_threshold": translate("Rule", "Days without a purchase"),
        "price_drop_percent": translate("Rule", "Cheaper by, in per cent"),
        "loyalty_min_ltv": translate("Rule", "Spent in all, from"),
        "loyalty_discount": translate("Rule", "Discount in per cent"),
        "cap_per_week": translate("Rule", "Messages a week to one person"),
        "cap_per_month": translate("Rule", "Messages a month to one person"),
        "daily_limit": translate("Rule", "Automatic messages a day"),
        "max_per_lapse": translate("Rule", "Messages between two purchases"),
        "repeat_after_days": translate("Rule", "Days between two messages"),
        "too_long_gone_days": translate("Rule", "Days after which nobody is written to"),
        "holdout_percent": translate("Rule", "Control group in per cent"),
        "attribution_days": translate("Rule", "Days in which an order counts"),
    }


class RuleSentence(QWidget):
    """The words of a rule; each `{setting key}` in it is a field for that number, blank until they are shown."""

    def __init__(self, desk: Desk, sentence: str) -> None:
        super().__init__()
        self._desk = desk
        self.fields: dict[str, SpinBox | DoubleSpinBox] = {}
        self._shown: dict[str, float] = {}
        self._sentence = sentence
        self._line = Sentence()
        flowing(self)
        at = 0
        for found in _PLACE.finditer(sentence):
            self._line.add_words(sentence[at : found.start()])
            key = f"reengagement.{found.group(1)}"
            field = self._field(key)
            if found.group(2):
                field.setSuffix(found.group(2))
            field.clear()
            self.fields[key] = field
            self._line.add_field(field)
            at = found.end()
        self._line.add_words(sentence[at:])
        self.fault = paragraph("", "bad")
        self.fault.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._line)
        layout.addWidget(self.fault)
        self._speak()

    def show_settings(self, settings: Settings) -> None:
        """Shows the stored numbers; one that is being changed stays."""
        for key, field in self.fields.items():
            if field.hasFocus() and field.value() != self._shown.get(key, field.value()):
                continue
            if isinstance(field, SpinBox):
                field.setValue(settings.whole(key))
            else:
                field.setValue(float(settings.texts[key]))
            self._shown[key] = field.value()

    def stands(self) -> bool:
        """Whether each field still holds the number that was shown last."""
        return all(field.value() == self._shown.get(key) for key, field in self.fields.items())

    def _speak(self) -> None:
        """Gives a screen reader the whole sentence with the numbers that stand in it."""
        fields = {key.removeprefix("reengagement."): field.text() for key, field in self.fields.items()}
        self._line.setAccessibleName(_PLACE.sub(lambda place: fields.get(place[1]) or "…", self._sentence))

    def _field(self, key: str) -> SpinBox | DoubleSpinBox:
        word = key.removeprefix("reengagement.")
        field: SpinBox | DoubleSpinBox
        if word == "loyalty_min_ltv":
            field = DoubleSpinBox()
            field.setDecimals(0)
            before, after = formats.money_marks(self._desk.currency)
            field.setPrefix(before)
            field.setSuffix(after)
        else:
            field = SpinBox()
        low, high = _SPANS[word]
        field.setRange(low, high)
        if low == 0 and word != "holdout_percent":
            # As wide as its numbers, not as the largest that could ever be typed.
            field.setSpecialValueText(self.tr("off") if word == "loyalty_min_ltv" else self.tr("no limit"))
            field.setProperty("room", "count")
        name = _names()[word]
        field.setAccessibleName(name)
        field.setObjectName(key)
        pad(field)
        field.textChanged.connect(self._speak)
        field.reach.tell = self._tell
        field.editingFinished.connect(lambda: self._save(key, name, field))
        return field

    def _save(self, key: str, name: str, field: SpinBox | DoubleSpinBox) -> None:
        if field.reach.strayed:
            return
        value = field.value()
        text = str(value) if isinstance(value, int) else format(Decimal(str(value)).normalize(), "f")
        self.fault.hide()
        sentence = changed_sentence(name, field, standing_text(self._desk, key))
        change_setting(self._desk, self, key, text, sentence, on_error=lambda fault: self._refuse(key, fault))

    def _refuse(self, key: str, fault: BaseException) -> None:
        self._tell(fault_words(fault))
        self.fields[key].setFocus()

    def _tell(self, sentence: str) -> None:
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))
