"""The panel beside the table: one person, what was agreed to, the rhythm, and whether a message would go today."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QMenu, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from reengage_desktop.domain.decisions import Decision
from reengage_desktop.domain.listings import TimelineEntry
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName
from reengage_desktop.engine.profiles import Profile
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import customers as customer_tasks
from reengage_desktop.jobs.tasks import deciding
from reengage_desktop.store import listings
from reengage_desktop.store.customers import CustomerNotFound
from reengage_desktop.ui.customers.agreement import AgreementDialog
from reengage_desktop.ui.customers.checks import ChecksView
from reengage_desktop.ui.customers.consent import consent_chips, consent_lines, unasked_line
from reengage_desktop.ui.customers.forgetting import ForgetDialog
from reengage_desktop.ui.customers.merging import choose_duplicate
from reengage_desktop.ui.customers.note import NoteField
from reengage_desktop.ui.customers.purchase import PurchaseDialog
from reengage_desktop.ui.customers.refusal import opt_out_with_undo
from reengage_desktop.ui.customers.rhythm import likes_sentence, rhythm_sentence
from reengage_desktop.ui.customers.story import AT_ONCE, FIRST, MOST, StoryView
from reengage_desktop.ui.customers.tags import TagLine
from reengage_desktop.ui.customers.writing import WriteDialog
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.dressing import dressing_steps
from reengage_desktop.ui.filling import fill
from reengage_desktop.ui.icons import icon
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.chip import Chip
from reengage_desktop.ui.widgets.empty_state import EmptyState
from reengage_desktop.ui.widgets.flow import FlowLayout, flowing
from reengage_desktop.ui.widgets.overflow import OverflowRow
from reengage_desktop.ui.widgets.text import clear, label, paragraph

if TYPE_CHECKING:
    from reengage_desktop.domain.customers import Customer


@dataclass(frozen=True)
class Seen:
    """One customer as the panel shows her, read under the number that was asked for."""

    asked_id: int
    profile: Profile
    products: Sequence[str]
    story: Sequence[TimelineEntry]
    has_more: bool


def read_customer(shop: Shop, customer_id: int, most: int) -> Seen | None:
    """Reads her and so many moments of her story; None when she is gone. For a lane."""
    try:
        profile = customer_tasks.show_customer(shop, customer_id)
    except CustomerNotFound:
        return None
    story = listings.timeline(shop.db, customer_id, limit=most + 1)
    products = listings.favourite_products(shop.db, customer_id)
    return Seen(customer_id, profile, products, story[:most], len(story) > most)


def decide(shop: Shop, customer_id: int, kind: CampaignType | None) -> Decision | None:
    """Whether she would get a message today, and why; None when she is gone. For a lane."""
    try:
        return deciding.explain(shop, customer_id, kind).decision
    except CustomerNotFound:
        return None


class CustomerPanel(Card):
    """Shows the customer that `look_at` names. While she is being read the one before is shown, and deeds are hers."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(grows=True)
        self._desk = desk
        self.customer_id: int | None = None
        self._seen: Seen | None = None
        self._customer: Customer | None = None
        self._shown_id: int | None = None
        self._decided: tuple[int, CampaignType | None, Decision] | None = None
        self._asked = 0
        self._most = FIRST
        self.setAccessibleName(self.tr("The chosen customer"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._empty = EmptyState(
            "user", self.tr("Nobody chosen"), self.tr("Choose somebody in the list to see everything about them.")
        )
        self.add(self._empty, 1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("The chosen customer"))
        # It asks for no height of its own: it takes what the window has.
        self._area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._area.setMinimumHeight(110)
        inner = QWidget()
        inner.setProperty("role", "page")
        self._person = inner
        self._inner = QVBoxLayout(inner)
        self._inner.setContentsMargins(0, 0, 6, 0)
        self._inner.setSpacing(6)
        self._build()
        self._area.setWidget(inner)
        self.add(self._area, 1)
        self._bar = self._buttons()
        self.add(self._bar)
        self._show_empty(empty=True)

    def look_at(self, customer_id: int | None) -> None:
        """Shows this customer, or nobody."""
        if customer_id != self.customer_id:
            self._most = FIRST
            self._area.verticalScrollBar().setValue(0)
        self.customer_id = customer_id
        self.refresh()

    def refresh(self) -> None:
        """Reads the same customer again."""
        self._asked += 1
        asked, customer_id, most, shop = self._asked, self.customer_id, self._most, self._desk.shop
        if customer_id is None:
            self._show_nobody()
            return
        self._desk.read(
            lambda: read_customer(shop, customer_id, most),
            self,
            lambda seen: self._show(seen) if asked == self._asked else None,
        )
        self._decide()

    def _decide(self) -> None:
        """Asks which channels are connected, and so the keyring: that may take its time."""
        asked, customer_id, kind, shop = self._asked, self.customer_id, self.checks.campaign_type(), self._desk.shop
        if customer_id is None:
            return

        def take(decision: Decision | None) -> None:
            if decision is not None and asked == self._asked and kind == self.checks.campaign_type():
                self._decided = (customer_id, kind, decision)
                self._show_decided()

        self._desk.take_long(lambda: decide(shop, customer_id, kind), self, take)

    def _show_decided(self) -> None:
        """The answer for whom the panel shows; for nobody else's."""
        of, kind, decision = self._decided or (None, None, None)
        if decision is not None and (of, kind) == (self._shown_id, self.checks.campaign_type()):
            self.checks.show_decision(decision)
        else:
            self.checks.show_asking()

    def _build(self) -> None:
        self.name = paragraph("", "title")
        self.contact = paragraph("", "muted")
        self.contact.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.contact.setAccessibleName(self.tr("Contact"))
        for words in (self.name, self.contact):
            words.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        chips = QWidget()
        flowing(chips)
        self._chips = FlowLayout(chips, spacing=6)
        self.unasked = paragraph("", "muted")
        self.rhythm = paragraph()
        self.likes = paragraph("", "muted")
        self.tags = TagLine(self._desk)
        self.note = NoteField(self._desk)
        self.checks = ChecksView(self._desk)
        self.checks.asked.connect(lambda _kind: self._ask_anew())
        self._consent = QVBoxLayout()
        self._consent.setSpacing(3)
        self.story = StoryView(self._desk)
        self.story.all_asked.connect(self._show_whole_story)
        about = (self.name, self.contact, chips, self.unasked, self.rhythm, self.likes, self.tags, self.note)
        for part in about:
            self._inner.addWidget(part)
        self._inner.addWidget(paragraph(self.tr("Would this customer get a message today?"), "heading"))
        self._inner.addWidget(self.checks)
        self._inner.addWidget(label(self.tr("What was agreed to"), "heading"))
        self._inner.addLayout(self._consent)
        self._inner.addWidget(label(self.tr("Timeline"), "heading"))
        self._inner.addWidget(self.story)
        self._inner.addStretch(1)

    def _buttons(self) -> QWidget:
        self.write_button = button(self.tr("Write now…"), self._write)
        self.log_button = button(self.tr("Log a purchase"), self._log)
        self.opt_out_button = button(self.tr("Opt out"), self._opt_out)
        self.more_button = button(self.tr("More") + "     ")
        self.more_button.setAccessibleName(self.tr("More"))
        menu = QMenu(self.more_button)
        menu.addAction(icon("tag"), self.tr("Add tag…"), self.tags.ask)
        menu.addAction(icon("pencil"), self.tr("Write a note"), self.note.begin)
        self.agree_action = menu.addAction(icon("check"), self.tr("Agreed to…"), self._agree)
        self.merge_action = menu.addAction(icon("users"), self.tr("Merge duplicate…"), self._merge)
        self.export_action = menu.addAction(icon("download"), self.tr("Export this person's data…"), self._choose_file)
        self.forget_action = menu.addAction(icon("trash-2"), self.tr("Forget…"), self._forget)
        self.export_action.setToolTip(self.tr("Everything that is known about this person, as a file to hand over"))
        menu.setToolTipsVisible(True)
        shown = ((self.write_button, "send"), (self.log_button, "plus"), (self.opt_out_button, "user-x"))
        return OverflowRow(shown, self.more_button, menu)

    def _show_empty(self, *, empty: bool) -> None:
        self._empty.setVisible(empty)
        self._area.setVisible(not empty)
        self._bar.setVisible(not empty)

    def _show_nobody(self) -> None:
        self._seen = self._customer = self._shown_id = None
        self._show_empty(empty=True)

    def _ask_anew(self) -> None:
        self._show_decided()
        self._decide()

    def _show(self, seen: Seen | None) -> None:
        if seen is None:
            self._show_nobody()
            return
        self._seen = seen
        steps: list[Callable[[Seen], object]] = [self._show_person, self._show_standing, self._show_story]
        steps += [partial(self._show_moments, first=first) for first in range(0, len(seen.story), AT_ONCE)]
        # All at once they hold the window up for some 30 ms; seen one by one, they would tell of two people.
        fill(self._desk, self._person, [partial(self._show_part, seen, each) for each in steps], self._show_all)

    def _show_all(self) -> None:
        if self._seen is not None and self._area.isHidden():
            self._desk.build(dressing_steps(self._area), self, lambda _steps: self._show_chosen())
        else:
            self._show_chosen()

    def _show_chosen(self) -> None:
        self._show_empty(empty=self._seen is None)

    def _show_part(self, seen: Seen, show: Callable[[Seen], object]) -> None:
        if seen is self._seen:
            show(seen)

    def _show_person(self, seen: Seen) -> None:
        profile, person = seen.profile, seen.profile.customer
        self._customer, self._shown_id = person, seen.asked_id
        self.name.setText(person.display_name)
        parts = [person.email, person.phone, person.city, person.country]
        self.contact.setText(" · ".join(part for part in parts if part) or self.tr("no address known"))
        clear(self._chips)
        for text, tone in consent_chips(profile):
            self._chips.addWidget(Chip(text, tone))
        unasked = unasked_line(profile)
        self.unasked.setText(unasked)
        self.unasked.setVisible(bool(unasked))
        self.rhythm.setText(rhythm_sentence(self._desk, profile))
        likes = likes_sentence(seen.products, profile.favourite_categories)
        self.likes.setText(likes)
        self.likes.setVisible(bool(likes))
        self.tags.show_tags(person.id, person.tags)
        self.note.show_note(person.id, person.note or "")
        self._show_decided()

    def _show_story(self, seen: Seen) -> None:
        self.story.show_story(seen.story, has_more=seen.has_more and self._most == FIRST)

    def _show_moments(self, seen: Seen, first: int) -> None:
        self.story.show_moments(seen.story, first)

    def _show_standing(self, seen: Seen) -> None:
        """What was agreed to, and what can be done."""
        person = seen.profile.customer
        clear(self._consent)
        for line in consent_lines(self._desk, seen.profile):
            self._consent.addWidget(paragraph(line, "muted"))
        self.agree_action.setEnabled(
            any(person.address_for(channel) and not person.consent.get(channel) for channel in ChannelName)
        )
        self.write_button.setEnabled(bool(person.reachable_by))
        tip = "" if person.reachable_by else self.tr("No channel has both an address and an agreement")
        self.write_button.setToolTip(tip)
        self.opt_out_button.setEnabled(any(person.consent.get(channel) is not False for channel in ChannelName))

    def _show_whole_story(self) -> None:
        self._most = MOST
        self.refresh()

    def _opt_out(self) -> None:
        if self._customer is not None:
            sentence = self.tr("{name} gets no more messages.").replace("{name}", self._customer.display_name)
            opt_out_with_undo(self._desk, [self._customer.id], sentence)

    def export_to(self, file: Path) -> None:
        """Writes everything known about the person who is shown into a file."""
        if self._customer is not None:
            self._export(self._customer.id, file)

    def _export(self, customer_id: int, file: Path) -> None:
        shop = self._desk.shop
        sentence = self.tr("Written to {file}.").replace("{file}", file.name)
        self._desk.take_long(
            lambda: customer_tasks.export_data(shop, customer_id, file), self, lambda _: self._desk.say(sentence)
        )

    def _choose_file(self) -> None:
        person = self._customer  # another one may be shown by the time a file is named
        name, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Export this person's data"), "customer.json", self.tr("Data (*.json)")
        )
        if name and person is not None:
            self._export(person.id, Path(name))

    def _write(self) -> None:
        if self._customer is not None:
            WriteDialog(self._desk, self._customer, self.window()).open()

    def _merge(self) -> None:
        if self._customer is not None:
            choose_duplicate(self._desk, self._customer, self.window())

    def _agree(self) -> None:
        if self._customer is not None:
            AgreementDialog(self._desk, self._customer, self.window()).open()

    def _forget(self) -> None:
        if self._customer is not None:
            ForgetDialog(self._desk, self._customer.id, self._customer.display_name, self.window()).open()

    def _log(self) -> None:
        if self._customer is not None:
            PurchaseDialog(self._desk, self._customer.id, self._customer.display_name, self.window()).open()
