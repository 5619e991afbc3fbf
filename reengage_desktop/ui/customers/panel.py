"""The panel beside the table: one person, what she agreed to, her rhythm, and whether she would get a message today."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QMenu, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from reengage_desktop.domain.decisions import Decision
from reengage_desktop.domain.listings import TimelineEntry
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine.profiles import Profile
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import customers as customer_tasks
from reengage_desktop.jobs.tasks import deciding
from reengage_desktop.store import listings
from reengage_desktop.store.customers import CustomerNotFound
from reengage_desktop.ui.customers.agreement import AgreementDialog
from reengage_desktop.ui.customers.checks import ChecksView
from reengage_desktop.ui.customers.consent import consent_chips, consent_lines
from reengage_desktop.ui.customers.forgetting import ForgetDialog
from reengage_desktop.ui.customers.purchase import PurchaseDialog
from reengage_desktop.ui.customers.story import story_line
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.icons import icon
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.chip import Chip
from reengage_desktop.ui.widgets.empty_state import EmptyState
from reengage_desktop.ui.widgets.flow import FlowLayout
from reengage_desktop.ui.widgets.text import clear, label, paragraph, rule

if TYPE_CHECKING:
    from reengage_desktop.domain.customers import Customer

_STORY = 40


@dataclass(frozen=True)
class Seen:
    """One customer as the panel shows her."""

    profile: Profile
    story: list[TimelineEntry]


def read_customer(shop: Shop, customer_id: int) -> Seen | None:
    """Reads her; None when she is gone. For a lane."""
    try:
        profile = customer_tasks.show_customer(shop, customer_id)
    except CustomerNotFound:
        return None
    return Seen(profile, listings.timeline(shop.db, customer_id, limit=_STORY))


def decide(shop: Shop, customer_id: int) -> Decision | None:
    """Whether she would get a message today, and why; None when she is gone. For a lane."""
    try:
        return deciding.explain(shop, customer_id).decision
    except CustomerNotFound:
        return None


class CustomerPanel(Card):
    """Shows the customer that `look_at` names."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(grows=True)
        self._desk = desk
        self.customer_id: int | None = None
        self._agreed: list[ChannelName] = []
        self._customer: Customer | None = None
        self._asked = 0
        self.setAccessibleName(self.tr("The chosen customer"))
        self._empty = EmptyState("user", self.tr("Nobody chosen"), self.tr("Choose a customer on the left."))
        self.add(self._empty, 1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("The chosen customer"))
        inner = QWidget()
        inner.setProperty("role", "page")
        self._inner = QVBoxLayout(inner)
        self._inner.setContentsMargins(0, 0, 6, 0)
        self._inner.setSpacing(8)
        self._build()
        self._area.setWidget(inner)
        self.add(self._area, 1)
        self.add(self._buttons())
        self._show_empty(empty=True)

    def look_at(self, customer_id: int | None) -> None:
        """Shows this customer, or nobody."""
        self.customer_id = customer_id
        self.refresh()

    def refresh(self) -> None:
        """Reads the same customer again."""
        self._asked += 1
        asked, customer_id = self._asked, self.customer_id
        if customer_id is None:
            self._show_empty(empty=True)
            return
        self._desk.read(
            lambda: read_customer(self._desk.shop, customer_id),
            self,
            lambda seen: self._show(seen) if asked == self._asked else None,
        )
        # Asks which channels are connected, and so the keyring: that may take its time.
        self._desk.take_long(
            lambda: decide(self._desk.shop, customer_id),
            self,
            lambda decision: self._show_decision(decision) if asked == self._asked else None,
        )

    def _build(self) -> None:
        self.name = paragraph("", "title")
        self.contact = paragraph("", "muted")
        self.contact.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.contact.setAccessibleName(self.tr("Contact"))
        chips = QWidget()
        self._chips = FlowLayout(chips, spacing=6)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        chips.setSizePolicy(policy)
        self.rhythm = paragraph()
        self._favourites = paragraph("", "muted")
        self._note = paragraph("", "muted")
        self.checks = ChecksView(self._desk)
        self._consent = QVBoxLayout()
        self._consent.setSpacing(3)
        self._story = QVBoxLayout()
        self._story.setSpacing(3)
        for part in (self.name, self.contact, chips, self.rhythm, self._favourites, self._note, rule()):
            self._inner.addWidget(part)
        self._inner.addWidget(label(self.tr("Would she get a message today?"), "heading"))
        self._inner.addWidget(self.checks)
        self._inner.addWidget(label(self.tr("What she agreed to"), "heading"))
        self._inner.addLayout(self._consent)
        self._inner.addWidget(label(self.tr("Timeline"), "heading"))
        self._inner.addLayout(self._story)
        self._inner.addStretch(1)

    def _buttons(self) -> QWidget:
        self._bar = QWidget()
        flow = FlowLayout(self._bar)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._bar.setSizePolicy(policy)
        self.log_button = button(self.tr("Log a purchase"), self._log, picture="shopping-bag")
        self.opt_out_button = button(self.tr("Opt out"), self._opt_out, picture="user-x")
        self.more_button = button(self.tr("More") + "     ")
        self.more_button.setAccessibleName(self.tr("More"))
        menu = QMenu(self.more_button)
        self.agree_action = menu.addAction(icon("check"), self.tr("Agreed to…"), self._agree)
        self.export_action = menu.addAction(icon("download"), self.tr("Export…"), self._choose_file)
        self.forget_action = menu.addAction(icon("trash-2"), self.tr("Forget…"), self._forget)
        self.export_action.setToolTip(self.tr("Everything that is known about this person, as a file for her"))
        menu.setToolTipsVisible(True)
        self.more_button.setMenu(menu)
        for made in (self.log_button, self.opt_out_button, self.more_button):
            flow.addWidget(made)
        return self._bar

    def _show_empty(self, *, empty: bool) -> None:
        self._empty.setVisible(empty)
        self._area.setVisible(not empty)
        self._bar.setVisible(not empty)

    def _show(self, seen: Seen | None) -> None:
        if seen is None:
            self._show_empty(empty=True)
            return
        profile, person = seen.profile, seen.profile.customer
        self._show_empty(empty=False)
        self.name.setText(person.display_name)
        parts = [person.email, person.phone, person.city, person.country]
        self.contact.setText(" · ".join(part for part in parts if part) or self.tr("no address known"))
        self._show_chips(profile)
        self.rhythm.setText(self._rhythm(profile))
        self._favourites.setText(
            self.tr("Likes: {things}").replace("{things}", ", ".join(profile.favourite_categories[:4]))
        )
        self._favourites.setVisible(bool(profile.favourite_categories))
        words = [*(f"#{tag}" for tag in person.tags), person.note or ""]
        self._note.setText(" ".join(word for word in words if word))
        self._note.setVisible(any(words))
        self._customer = person
        self.agree_action.setEnabled(
            any(person.address_for(channel) and not person.consent.get(channel) for channel in ChannelName)
        )
        self._agreed = [channel for channel in ChannelName if person.consent.get(channel)]
        clear(self._consent)
        for line in consent_lines(self._desk, profile):
            self._consent.addWidget(paragraph(line, "muted"))
        self._show_story(seen.story)
        self.opt_out_button.setEnabled(any(person.consent.get(channel) is not False for channel in ChannelName))

    def _show_decision(self, decision: Decision | None) -> None:
        if decision is not None:
            self.checks.show_decision(decision)

    def _show_chips(self, profile: Profile) -> None:
        clear(self._chips)
        for text, tone in consent_chips(profile):
            self._chips.addWidget(Chip(text, tone))

    def _rhythm(self, profile: Profile) -> str:
        person = profile.customer
        if profile.silent_days is None:
            return self.tr("Has never bought anything that we know of.")
        parts = []
        if person.median_gap_days is not None:
            days = max(1, round(person.median_gap_days))
            parts.append(self.tr("Usually buys every %Ln days.", "", days))
        ago = self.tr("Last order %Ln days ago.", "", profile.silent_days)
        parts.append(ago if profile.silent_days else self.tr("Last order today."))
        spent = self.tr("%Ln orders, {money} in all.", "", person.orders_count)
        parts.append(spent.replace("{money}", self._desk.money(person.lifetime_value_minor)))
        return " ".join(parts)

    def _show_story(self, story: list[TimelineEntry]) -> None:
        clear(self._story)
        for entry in story:
            line = QLabel(story_line(self._desk, entry))
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setProperty("role", "muted")
            line.setWordWrap(True)
            line.setToolTip(self._desk.exact(entry.at))
            self._story.addWidget(line)
        if not story:
            self._story.addWidget(paragraph(self.tr("Nothing yet."), "muted"))

    def _opt_out(self) -> None:
        if self.customer_id is None:
            return
        shop, customer_id, agreed = self._desk.shop, self.customer_id, list(self._agreed)
        sentence = self.tr("{name} gets no more messages.").replace("{name}", self.name.text())
        slip = self.tr("The opt-out was a slip and was taken back at once by the owner")

        def take_back() -> None:
            for channel in agreed:
                customer_tasks.opt_in(shop, customer_id, channel, slip)

        def undo() -> None:
            self._desk.act(take_back, self, lambda _: self.refresh())

        self._desk.act(
            lambda: customer_tasks.opt_out(shop, customer_id),
            self,
            lambda _: self._desk.say(sentence, undo if agreed else None),
        )

    def export_to(self, file: Path) -> None:
        """Writes everything known about the chosen person into a file."""
        if self.customer_id is None:
            return
        shop, customer_id = self._desk.shop, self.customer_id
        sentence = self.tr("Written to {file}.").replace("{file}", file.name)
        self._desk.take_long(
            lambda: customer_tasks.export_data(shop, customer_id, file), self, lambda _: self._desk.say(sentence)
        )

    def _choose_file(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Export this person's data"), "customer.json", self.tr("Data (*.json)")
        )
        if name:
            self.export_to(Path(name))

    def _agree(self) -> None:
        if self._customer is not None:
            AgreementDialog(self._desk, self._customer, self.window()).open()

    def _forget(self) -> None:
        if self.customer_id is not None:
            ForgetDialog(self._desk, self.customer_id, self.name.text(), self.window()).open()

    def _log(self) -> None:
        if self.customer_id is not None:
            PurchaseDialog(self._desk, self.customer_id, self.name.text(), self.window()).open()
