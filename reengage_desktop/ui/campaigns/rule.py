"""A rule as a sentence in which the numbers can be changed."""

import re
from decimal import Decimal

from PySide6.QtWidgets import QDoubleSpinBox, QSizePolicy, QSpinBox, QWidget

from reengage_desktop.domain.settings import Settings
from reengage_desktop.ui.changing import change_setting, changed_sentence
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.flow import FlowLayout
from reengage_desktop.ui.widgets.inputs import pad
from reengage_desktop.ui.widgets.text import label

_PLACE = re.compile(r"\{([\w.]+)\}")


class RuleSentence(QWidget):
    """The words of a rule; each `{setting key}` in it is a field for that number."""

    def __init__(self, desk: Desk, sentence: str, names: dict[str, str]) -> None:
        super().__init__()
        self._desk = desk
        self.fields: dict[str, QSpinBox | QDoubleSpinBox] = {}
        flow = FlowLayout(self, spacing=4)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        at = 0
        for found in _PLACE.finditer(sentence):
            self._words(flow, sentence[at : found.start()])
            key = found.group(1)
            field = self._field(key, names[key])
            self.fields[key] = field
            flow.addWidget(field)
            at = found.end()
        self._words(flow, sentence[at:])

    def show_settings(self, settings: Settings) -> None:
        """Shows the stored numbers, unless one is being typed."""
        for key, field in self.fields.items():
            if not field.hasFocus():
                if isinstance(field, QDoubleSpinBox):
                    field.setValue(float(settings.texts[key]))
                else:
                    field.setValue(settings.whole(key))

    def _words(self, flow: FlowLayout, text: str) -> None:
        for word in text.split():
            made = label(word)
            made.setMinimumHeight(30)
            flow.addWidget(made)

    def _field(self, key: str, name: str) -> QSpinBox | QDoubleSpinBox:
        field: QSpinBox | QDoubleSpinBox
        if key == "reengagement.loyalty_min_ltv":
            field = QDoubleSpinBox()
            field.setRange(0, 10_000_000)
            field.setDecimals(0)
            field.setSuffix(f" {self._desk.currency}")
            field.setSpecialValueText(self.tr("off"))
        else:
            field = QSpinBox()
            field.setRange(1, 100 if key.endswith(("percent", "discount")) else 365)
        field.setAccessibleName(name)
        field.setObjectName(key)
        pad(field)
        field.editingFinished.connect(lambda: self._save(key, name, field))
        return field

    def _save(self, key: str, name: str, field: QSpinBox | QDoubleSpinBox) -> None:
        value = field.value()
        text = str(value) if isinstance(value, int) else format(Decimal(str(value)).normalize(), "f")
        change_setting(self._desk, self, key, text, changed_sentence(name))
