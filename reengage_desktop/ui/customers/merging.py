"""Two entries of one person become one: found, laid side by side, and said plainly what it means before the click."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from reengage_desktop.domain.customers import Customer
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine.profiles import Profile
from reengage_desktop.jobs.tasks import customers as customer_tasks
from reengage_desktop.ui import wording
from reengage_desktop.ui.customers.rhythm import rhythm_sentence
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.customer_picker import CustomerPicker
from reengage_desktop.ui.widgets.scrolling import scrolling
from reengage_desktop.ui.widgets.switches import RadioButton
from reengage_desktop.ui.widgets.text import paragraph
from reengage_desktop.ui.wording import translate


def choose_duplicate(desk: Desk, customer: Customer, parent: QWidget) -> CustomerPicker:
    """Asks who the other entry is; the answer opens the dialog that merges."""
    picker = CustomerPicker(desk, parent, left_out=frozenset({customer.id}))
    question = translate("Customers", "Who is the same person as {name}?")
    picker.setWindowTitle(question.replace("{name}", customer.display_name))
    picker.search.setText(customer.last_name or customer.name or "")
    picker.look()
    picker.picked.connect(lambda other, _name: open_merge(desk, customer.id, other, parent))
    picker.open()
    return picker


def open_merge(desk: Desk, first_id: int, second_id: int, parent: QWidget) -> None:
    """Reads both and lays them side by side; the same one twice is told."""
    if first_id == second_id:
        desk.say(translate("Customers", "This is the same entry. Choose another one."))
        return
    shop = desk.shop
    desk.read(
        lambda: (customer_tasks.show_customer(shop, first_id), customer_tasks.show_customer(shop, second_id)),
        parent,
        lambda both: MergeDialog(desk, both, parent).open(),
    )


class MergeDialog(QDialog):
    """The one who stays is chosen; everything of the other one becomes hers."""

    def __init__(self, desk: Desk, both: tuple[Profile, Profile], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._both = both
        self.setWindowTitle(self.tr("Merge two entries of one person"))
        self.resize(680, 440)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(paragraph(self.tr("Which entry stays? What it lacks is filled from the other one.")))
        beside = QWidget()
        sides = QHBoxLayout(beside)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(12)
        self.keeps = [RadioButton(self.tr("This one stays")) for _ in both]
        # They lie in cards of their own: only a group makes one of them let go of the other.
        either = QButtonGroup(self)
        for keep in self.keeps:
            either.addButton(keep)
        for profile, keep in zip(both, self.keeps, strict=True):
            sides.addWidget(self._side(profile, keep), 1)
        layout.addWidget(scrolling(beside), 1)
        self.outcome = paragraph()
        layout.addWidget(self.outcome)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.merge_button = box.addButton(self.tr("Merge into one"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.merge_button.setProperty("kind", "primary")
        box.accepted.connect(self._merge)
        box.rejected.connect(self.reject)
        layout.addWidget(box)
        # The one who bought more is more likely the right one.
        likely = self.keeps[0 if both[0].customer.orders_count >= both[1].customer.orders_count else 1]
        likely.setChecked(True)
        likely.setFocus()
        self._tell()

    def _side(self, profile: Profile, keep: RadioButton) -> Card:
        person = profile.customer
        card = Card()
        keep.setAccessibleName(self.tr("{name} stays").replace("{name}", person.display_name))
        keep.toggled.connect(lambda _on: self._tell())
        name = paragraph(person.display_name, "heading")
        name.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        card.add(name)
        card.add(keep)  # before what may be scrolled away
        for words in (person.email, person.phone, ", ".join(person.external_ids), person.city, person.note):
            if words:
                shown = paragraph(words, "muted")
                shown.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
                card.add(shown)
        card.add(paragraph(rhythm_sentence(self._desk, profile)))
        card.add(paragraph(self._agreements(person), "muted"))
        return card

    def _agreements(self, person: Customer) -> str:
        yes = [wording.channel_name(each) for each in ChannelName if person.consent.get(each)]
        no = [wording.channel_name(each) for each in ChannelName if person.consent.get(each) is False]
        parts = []
        if yes:
            parts.append(self.tr("Agreed to {channels}.").replace("{channels}", ", ".join(yes)))
        if no:
            parts.append(self.tr("Said no to {channels}.").replace("{channels}", ", ".join(no)))
        return " ".join(parts) or self.tr("Was never asked.")

    def _chosen(self) -> tuple[Customer, Customer]:
        first, second = (profile.customer for profile in self._both)
        return (first, second) if self.keeps[0].isChecked() else (second, first)

    def _tell(self) -> None:
        keep, gone = self._chosen()
        orders = self.tr("%Ln orders", "", keep.orders_count + gone.orders_count)
        spent = self._desk.money(keep.lifetime_value_minor + gone.lifetime_value_minor)
        text = self.tr(
            "After that {name} has {orders} and has spent {money}. Messages, notes, tags and addresses of both come "
            "together; a no on any channel of either stays a no."
        )
        text = text.replace("{orders}", orders).replace("{money}", spent).replace("{name}", keep.display_name)
        self.outcome.setText(text)

    def _merge(self) -> None:
        keep, gone = self._chosen()
        shop, desk = self._desk.shop, self._desk
        again = self.tr("They are two entries again.")
        sentence = self.tr("Both entries of {name} are one now.").replace("{name}", keep.display_name)

        def done(merged: customer_tasks.Merged) -> None:
            def undo() -> None:
                desk.act(partial(customer_tasks.take_back_merge, shop, merged), desk, parted)

            desk.say(sentence, undo)
            desk.go("customers", {"customer": keep.id})

        def parted(_nothing: object) -> None:
            desk.say(again)
            desk.go("customers", {"customer": gone.id})

        desk.act(partial(customer_tasks.merge, shop, keep.id, gone.id), desk, done)
        self.accept()
