"""What every section of Settings is: a column of cards with forms, kept in step with what is stored."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from reengage_desktop.domain.settings import Settings
from reengage_desktop.jobs.events import Event
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.settings.fields import Field, SettingForm
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.text import paragraph

_ABOVE = 12


@dataclass(frozen=True)
class Place:
    """Something in Settings that can be searched: its name, what is said of it, and what the page opens it by."""

    name: str
    hint: str
    argument: dict[str, str]


class Section(QWidget):
    """A column of cards with forms. It is empty at first: `build_next` makes the cards, `build_all` all of them.

    What it tells of the shop beside the settings it reads when it is seen, and when one of `follows` happens meanwhile.
    """

    follows: ClassVar[tuple[type[Event], ...]] = ()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.desk = desk
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 6, 0)
        self.column.setSpacing(12)
        self.forms: list[SettingForm] = []
        self._waiting: deque[Callable[[], object]] = deque([*self.parts(), lambda: self.column.addStretch(1)])
        desk.bus.changed.connect(self._something_changed)

    def parts(self) -> Sequence[Callable[[], object]]:
        """What makes the cards from top to bottom, each in a turn of its own of the window's thread."""
        return (self.build,)

    def build(self) -> None:
        """Puts the cards in."""

    def steps(self) -> list[Callable[[], object]]:
        """Two for each part that is to be made still."""
        return [self.build_next, self.dress] * len(self._waiting)

    def build_next(self) -> None:
        """Makes the next part, where one is left."""
        if self._waiting:
            self._waiting.popleft()()

    def dress(self) -> None:
        """Lets what is made read the style sheet: else all of it does so at once when it is first seen."""
        for made in self.findChildren(QWidget):
            made.ensurePolished()

    def build_all(self) -> None:
        """Makes what is left."""
        while self._waiting:
            self.build_next()

    def read(self) -> None:
        """Reads what the section tells of the shop."""

    def showEvent(self, event: QShowEvent) -> None:
        """Reads what may have changed while nobody looked."""
        super().showEvent(event)
        if not self._waiting:
            self.read()

    def _something_changed(self, event: Event) -> None:
        if isinstance(event, self.follows) and self.isVisible() and not self._waiting:
            self.read()

    def show_settings(self, settings: Settings) -> None:
        """Brings every form up to date."""
        for form in self.forms:
            form.show_settings(settings)

    def show_faults(self, sentences: Mapping[str, str]) -> int:
        """Shows what is wrong under each field that mends it; gives how many are in this section."""
        for form in self.forms:
            form.show_faults(sentences)
        return sum(key in sentences for field_form in self.forms for key in field_form.fields)

    def places(self) -> list[Place]:
        """Everything of the section that can be searched."""
        return [Place(field.name, field.hint, {"setting": field.key}) for field in self.fields()]

    def fields(self) -> list[Field]:
        """Every setting of the section, in its order."""
        return [field for form in self.forms for field in form.fields.values()]

    def card(self, heading: str, sentence: str = "") -> tuple[Card, SettingForm]:
        """A new card with a form in it."""
        card, form = Card(heading, parent=self), SettingForm(self.desk)
        card.take_what_it_needs()
        if sentence:
            card.add(paragraph(sentence, "muted"))
        card.add(form)
        self.forms.append(form)
        self.column.addWidget(card)
        return card, form


def reveal(shown: QWidget, *, at_top: bool = False) -> None:
    """Scrolls to a widget once it is laid out; `at_top`: its beginning stands first."""

    def scroll() -> None:
        area = shown.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        inner = None if area is None else area.widget()
        if area is None or inner is None:
            return
        if at_top:
            area.verticalScrollBar().setValue(shown.mapTo(inner, QPoint()).y() - _ABOVE)
        else:
            area.ensureWidgetVisible(shown, 0, _ABOVE)

    QTimer.singleShot(0, shown, scroll)
