"""A customer's tags: each goes by a click, a new one comes by the button; both can be taken back."""

from functools import partial

from PySide6.QtWidgets import QWidget

from reengage_desktop.jobs.tasks import many
from reengage_desktop.jobs.tasks.many import Tagged
from reengage_desktop.ui.customers.tagging import TagDialog
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.flow import FlowLayout, flowing
from reengage_desktop.ui.widgets.text import clear


class TagLine(QWidget):
    """Shows the tags of the customer that `show_tags` names, and nothing where there are none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._customer_id: int | None = None
        self._tags: tuple[str, ...] = ()
        self._flow = FlowLayout(self, spacing=6)
        flowing(self)
        self.hide()

    def show_tags(self, customer_id: int, tags: tuple[str, ...]) -> None:
        """Shows these."""
        if (customer_id, tags) == (self._customer_id, self._tags) and self._flow.count():
            return
        self._customer_id, self._tags = customer_id, tags
        clear(self._flow)
        for tag in tags:
            tip = self.tr("Remove the tag “{tag}”").replace("{tag}", tag)
            made = button(tag, partial(self.remove, tag), picture="x", kind="tag", tip=tip)
            made.setAccessibleName(tip)
            made.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
            self._flow.addWidget(made)
        self.add_button = button(self.tr("Add tag…"), self.ask, kind="link")
        self._flow.addWidget(self.add_button)
        self.setVisible(bool(tags))
        self.updateGeometry()

    def add(self, tag: str) -> None:
        """Gives the customer a tag."""
        if self._customer_id is not None:
            self._give(self._customer_id, tag)

    def remove(self, tag: str) -> None:
        """Takes a tag away, and no other."""
        if self._customer_id is None:
            return
        shop, desk, taken = self._desk.shop, self._desk, Tagged(tag, (self._customer_id,))
        sentence = self.tr("The tag “{tag}” was removed.").replace("{tag}", tag)

        def undo() -> None:
            desk.act(lambda: many.tag_all(shop, taken.customer_ids, tag), desk, lambda _: None)

        desk.act(lambda: many.untag_all(shop, taken), desk, lambda _: desk.say(sentence, undo))

    def ask(self) -> None:
        """Asks for another tag, for the customer who is shown now."""
        if self._customer_id is not None:
            dialog = TagDialog(self._desk, self.window())
            dialog.named.connect(partial(self._give, self._customer_id))
            dialog.open()

    def _give(self, customer_id: int, tag: str) -> None:
        shop, desk = self._desk.shop, self._desk

        def done(tagged: Tagged) -> None:
            if tagged.customer_ids:
                sentence = self.tr("The tag “{tag}” was added.").replace("{tag}", tagged.tag)
                desk.say(sentence, lambda: desk.act(lambda: many.untag_all(shop, tagged), desk, lambda _: None))

        desk.act(lambda: many.tag_all(shop, [customer_id], tag), desk, done)
