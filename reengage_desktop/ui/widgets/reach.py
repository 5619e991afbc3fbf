"""A number that is out of a field's reach: it can be typed, is said so in one line, and takes nobody's place."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale, QPoint
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox, QToolTip

_LONGEST, _GROUP = 15, 3
_TIP_MS = 12_000
_Verdict = tuple[QValidator.State, str, int]


class Reach:
    """Watches what is typed into a number field, for which Qt would drop the digit that is one too many.

    `tell` is given the sentence, and an empty one when the number is right again; by itself it is a tip below the
    field. `strayed`: what was typed last was out of reach and the field has gone back to what was there before.
    """

    def __init__(self, field: QSpinBox | QDoubleSpinBox, check: Callable[[str, int], _Verdict]) -> None:
        self._field, self._check = field, check
        self._before: float | None = None
        self._typed = ""
        self.strayed = False
        self.tell: Callable[[str], object] = self._tip
        field.lineEdit().textEdited.connect(self._follow)
        field.editingFinished.connect(self._finish)
        field.valueChanged.connect(lambda _value: self._settle())

    def allowed(self, text: str, at: int) -> _Verdict:
        """What Qt's check says, but that a number out of reach is one that is still being typed."""
        found = self._check(text, at)
        if found[0] is QValidator.State.Invalid and self._is_outside(text):
            return QValidator.State.Intermediate, text, at
        return found

    def _follow(self, text: str) -> None:
        if self._before is None:
            self._before = self._field.value()
        self._typed = text
        number = self._number(text)
        # One that is too small yet may only lack its next digit.
        self._say(is_out=number is not None and number > self._field.maximum() and self._is_outside(text))

    def _finish(self) -> None:
        before, self._before = self._before, None
        if before is not None and self._is_outside(self._typed):
            if isinstance(self._field, QSpinBox):
                self._field.setValue(round(before))
            else:
                self._field.setValue(before)
            self._say(is_out=True)

    def _settle(self) -> None:
        if self._before is None:
            self._say(is_out=False)

    def _say(self, *, is_out: bool) -> None:
        if is_out or self.strayed:
            self.strayed = is_out
            self.tell(self._sentence() if is_out else "")

    def _is_outside(self, text: str) -> bool:
        number = self._number(text)
        if number is None or self._check(text, 0)[0] is QValidator.State.Acceptable:
            return False
        return not self._field.minimum() <= number <= self._field.maximum()

    def _number(self, text: str) -> float | None:
        bare = text.removeprefix(self._field.prefix()).removesuffix(self._field.suffix()).strip()
        locale = self._field.locale()
        bare = as_meant(bare, locale) if isinstance(self._field, QDoubleSpinBox) else bare
        number, is_one = locale.toDouble(bare.replace(locale.groupSeparator(), ""))
        return number if is_one and len(bare) <= _LONGEST else None

    def _sentence(self) -> str:
        field = self._field
        ends = (field.minimum(), field.maximum())
        least, most = (field.textFromValue(each) for each in ends)  # type: ignore[arg-type]
        text = QCoreApplication.translate("Reach", "From {least} to {most} is possible; what was there before stays.")
        return text.replace("{least}", least).replace("{most}", f"{field.prefix()}{most}{field.suffix()}")

    def _tip(self, sentence: str) -> None:
        field = self._field
        if not sentence:
            QToolTip.hideText()
        elif field.isVisible():
            QToolTip.showText(field.mapToGlobal(QPoint(0, field.height())), sentence, field, field.rect(), _TIP_MS)


def as_meant(text: str, locale: QLocale) -> str:
    """Takes a thousands mark with one or two digits behind it for the decimal one: Qt would read 12,50 as 1250."""
    group, point = locale.groupSeparator(), locale.decimalPoint()
    before, mark, after = text.rpartition(group)
    is_meant = mark in {",", "."} and group not in before and point not in text
    return f"{before}{point}{after}" if is_meant and 1 <= sum(map(str.isdigit, after)) < _GROUP else text
