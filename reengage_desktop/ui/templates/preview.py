"""The message as a chosen customer will see it, on every kind of screen, and what it costs in SMS parts."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from reengage_desktop.domain.listings import CustomerRow
from reengage_desktop.domain.stand_ins import StandIn
from reengage_desktop.domain.text_parts import cheaper, plainer, sms_parts
from reengage_desktop.domain.vocabulary import ChannelName, Segment
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import customers, listings
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.templates.looking import Looked
from reengage_desktop.ui.templates.problem_list import placed_sentence
from reengage_desktop.ui.templates.problems import fault_sentence
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.customer_picker import CustomerPicker
from reengage_desktop.ui.widgets.inputs import ComboBox
from reengage_desktop.ui.widgets.proof import MessageProof
from reengage_desktop.ui.widgets.text import label, lead, paragraph, row

_OFFERED, _FAULTS_AT_ONCE = 8, 5
_FIND = "find"


@dataclass(frozen=True)
class Eyes:
    """Whom the owner may look through the eyes of: some who stopped buying, and who has the longest name."""

    people: list[CustomerRow]
    longest: CustomerRow | None


def read_eyes(shop: Shop) -> Eyes:
    """Reads them; for a lane."""
    settings, now = shop.settings(), shop.now()
    found: list[CustomerRow] = []
    for segment in (Segment.INACTIVE, Segment.ALL):
        ids = listings.customer_ids(
            shop.db, settings, now, segment=segment, order="last_order", descending=True, limit=_OFFERED
        )
        if ids and not found:
            found = listings.customer_rows(shop.db, ids)
    longest = customers.find_longest_name(shop.db)
    rows = [] if longest is None else listings.customer_rows(shop.db, [longest])
    return Eyes(found, rows[0] if rows else None)


class PreviewPane(QWidget):
    """`who_changed`: another customer's eyes. `cheaper_asked`: the owner wants the costly signs replaced."""

    who_changed = Signal()
    cheaper_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.people = ComboBox()
        self.people.setAccessibleName(self.tr("See it as"))
        self.people.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.people.setMinimumContentsLength(12)
        self._fill(Eyes([], None))
        self.people.activated.connect(self._chosen)
        self.fault = paragraph("", "bad")
        lead(self.fault, Qt.AlignmentFlag.AlignTop)
        self.fault.hide()
        self.proof = MessageProof()
        self.cheaper_button = button(self.tr("Replace the costly signs"), self.cheaper_asked.emit)
        self.cheaper_button.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        line = row([label(self.tr("See it as"), "muted"), self.people])
        line.setStretch(1, 1)
        layout.addLayout(line)
        layout.addWidget(self.fault)
        layout.addLayout(row([self.cheaper_button, None]))
        layout.addWidget(self.proof, 1)

    def load_people(self) -> None:
        """Reads whom the owner may look through the eyes of."""
        self._desk.read(lambda: read_eyes(self._desk.shop), self, self._fill)

    def who(self) -> int | StandIn | None:
        """Whose eyes: a customer's id, or an invented one."""
        chosen = self.people.currentData()
        if isinstance(chosen, int):
            return chosen
        return StandIn.BARE if chosen == StandIn.BARE else None

    def look_as(self, customer_id: int, name: str) -> None:
        """Looks through this customer's eyes."""
        at = self.people.findData(customer_id)
        if at < 0:
            at = self.people.count() - 1
            self.people.insertItem(at, name, customer_id)
        self.people.setCurrentIndex(at)
        self._before = at
        self.who_changed.emit()

    def show_looked(self, looked: Looked) -> None:
        """Shows how the text reads, or why it can't be read as this customer."""
        fault = fault_sentence(looked.fault) if looked.fault else self._why_bare(looked)
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        channel = looked.template.channel
        self.proof.show_message(channel, looked.content)
        body = plainer(looked.template.body)
        is_costly = channel is ChannelName.SMS and bool(sms_parts(body).costly)
        self.cheaper_button.setVisible(is_costly and cheaper(body) != body)

    def _why_bare(self, looked: Looked) -> str:
        """What has to be mended before the text can be read, where that is why nothing is shown."""
        if looked.content is not None or not looked.problems:
            return ""
        lines = [self.tr("How it reads is shown as soon as this is mended:")]
        lines += [f"• {placed_sentence(each)}" for each in looked.problems[:_FAULTS_AT_ONCE]]
        return "\n".join([*lines, "…"] if len(looked.problems) > _FAULTS_AT_ONCE else lines)

    def _fill(self, eyes: Eyes) -> None:
        chosen, name = self.people.currentData(), self.people.currentText()
        self.people.clear()
        self.people.addItem(self.tr("An invented customer"), StandIn.EXAMPLE)
        self.people.addItem(self.tr("Worst case: hardly anything known"), StandIn.BARE)
        if eyes.longest is not None:
            longest = self.tr("Worst case: the longest name, {name}").replace("{name}", eyes.longest.name)
            self.people.addItem(longest, eyes.longest.id)
        for person in eyes.people:
            if self.people.findData(person.id) < 0:
                self.people.addItem(person.name, person.id)
        if isinstance(chosen, int) and self.people.findData(chosen) < 0:
            self.people.addItem(name, chosen)
        self.people.addItem(self.tr("Find a customer…"), _FIND)
        self.people.setCurrentIndex(max(0, self.people.findData(chosen)))
        self._before = self.people.currentIndex()

    def _chosen(self, at: int) -> None:
        if self.people.itemData(at) != _FIND:
            self._before = at
            self.who_changed.emit()
            return
        self.people.setCurrentIndex(self._before)
        picker = CustomerPicker(self._desk, self)
        picker.picked.connect(self.look_as)
        picker.open()
