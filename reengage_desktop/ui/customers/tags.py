"""A customer's tags: each goes by a click, a new one comes by the button; both can be taken back."""

from functools import partial

from PySide6.QtWidgets import QWidget

from reengage_desktop.jobs.tasks import customers as customer_tasks
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
        self._change([*self._tags, tag], self.tr("The tag “{tag}” was added.").replace("{tag}", tag))

    def remove(self, tag: str) -> None:
        """Takes a tag away."""
        kept = [each for each in self._tags if each != tag]
        self._change(kept, self.tr("The tag “{tag}” was removed.").replace("{tag}", tag))

    def ask(self) -> None:
        """Asks for another tag."""
        dialog = TagDialog(self._desk, self.window())
        dialog.named.connect(self.add)
        dialog.open()

    def _change(self, tags: list[str], sentence: str) -> None:
        shop, customer_id, before, desk = self._desk.shop, self._customer_id, list(self._tags), self._desk
        if customer_id is None or tags == before:
            return

        def put(wanted: list[str]) -> object:
            return customer_tasks.set_tags(shop, customer_id, wanted)

        def undo() -> None:
            desk.act(lambda: put(before), desk, lambda _: None)

        desk.act(lambda: put(tags), desk, lambda _: desk.say(sentence, undo))
