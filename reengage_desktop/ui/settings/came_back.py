"""The card of addresses from which messages came back: the rule in words, the list, and trying one again."""

from reengage_desktop.jobs.tasks import bounces
from reengage_desktop.jobs.tasks.bounces import Before, CameBack, CameBackList
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.settings.fields import Hint
from reengage_desktop.ui.settings.plain_table import plain_table, put_cell
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.text import paragraph, row
from reengage_desktop.ui.wording import translate


class CameBackCard(Card):
    """Shows who is left alone for that, and why."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(translate("CameBack", "Addresses that messages came back from"))
        self._desk = desk
        self.rows: list[CameBack] = []
        self.add(
            Hint(
                self.tr(
                    "Mail to an address that does not exist is not tried again. A full or slow mailbox is left alone "
                    "after three mails in a row came back. Whoever marks a mail as spam has said no. A number that "
                    "takes no message is left alone on that channel only."
                )
            )
        )
        self.told = paragraph("", "muted")
        self.add(self.told)
        names = [self.tr("Customer"), self.tr("Address"), self.tr("Channel"), self.tr("Why"), self.tr("Since")]
        self.table = plain_table(translate("CameBack", "Addresses that messages came back from"), names)
        self.table.itemSelectionChanged.connect(self._fit)
        self.add(self.table)
        self.trust_button = button(self.tr("Write there again"), self._trust, picture="rotate-ccw")
        self.show_button = button(self.tr("Open the customer"), self._show_customer, picture="user")
        self.add(row([self.trust_button, self.show_button, None]))

    def load(self) -> None:
        """Reads the list anew."""
        shop = self._desk.shop
        self._desk.read(lambda: bounces.list_came_back(shop), self, self.show_list)

    def show_list(self, found: CameBackList) -> None:
        """Shows this list."""
        chosen, self.rows = self._chosen(), found.rows
        self.told.setText(self._sentence(found))
        for part in (self.table, self.trust_button, self.show_button):
            part.setVisible(bool(found.rows))
        self.table.setRowCount(len(found.rows))
        for at, each in enumerate(found.rows):
            for column, text in enumerate(self._cells(each)):
                put_cell(self.table, at, column, text).setToolTip(text)
        # The line may hold another address now: what is chosen is the address, not the line.
        self.table.clearSelection()
        if chosen in found.rows:
            self.table.selectRow(found.rows.index(chosen))
        self.table.fit()
        self._fit()

    def _cells(self, each: CameBack) -> tuple[str, ...]:
        channel = wording.channel_name(each.channel) if each.channel else self.tr("All by telephone")
        why = self.tr("Does not exist") if each.state == "invalid" else self.tr("Came back")
        words = " · ".join(filter(None, (why, each.words)))
        return each.customer, each.address, channel, words, self._desk.when(each.at)

    def _sentence(self, found: CameBackList) -> str:
        if not found.total:
            return self.tr("None: every address takes its messages.")
        text = self.tr("%Ln addresses", "", found.total)
        return text if found.total == len(found.rows) else f"{text} · {formats.number(len(found.rows))}"

    def _chosen(self) -> CameBack | None:
        at = self.table.currentRow()
        return self.rows[at] if self.table.selectedItems() and 0 <= at < len(self.rows) else None

    def _fit(self) -> None:
        for each in (self.trust_button, self.show_button):
            each.setEnabled(self._chosen() is not None)

    def _show_customer(self) -> None:
        found = self._chosen()
        if found is not None:
            self._desk.go("customers", {"customer": found.customer_id})

    def _trust(self) -> None:
        found, shop = self._chosen(), self._desk.shop
        if found is None:
            return
        sentence = self.tr("Messages may go to {address} again.").replace("{address}", found.address)

        def undo(before: Before) -> None:
            self._desk.act(lambda: bounces.take_back(shop, before), self._desk, lambda _: self.load())

        def done(before: Before) -> None:
            self._desk.say(sentence, lambda: undo(before))
            self.load()

        self._desk.act(lambda: bounces.trust(shop, found), self, done)
