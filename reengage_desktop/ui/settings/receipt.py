"""The data-leaving receipt: for each provider which fields of customers went there, how often, and of how many."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from reengage_desktop.jobs.tasks import receipts
from reengage_desktop.jobs.tasks.receipts import Receipts
from reengage_desktop.ui import formats
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.settings.plain_table import plain_table, put_cell
from reengage_desktop.ui.telling import fault_words, provider_title
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.text import paragraph, row
from reengage_desktop.ui.wording import translate


class ReceiptCard(Card):
    """Reads it when it is shown; it can be saved as a table."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(translate("Receipt", "What about your customers has left this PC"))
        self._desk = desk
        self.add(
            paragraph(
                self.tr(
                    "Written down with every message that goes out: the names of the fields, never what is in them. "
                    "Messages that were only pretended, and those that you did by hand, stayed here."
                ),
                "muted",
            )
        )
        self.told = paragraph("", "muted")
        self.add(self.told)
        names = [self.tr("What"), self.tr("Provider"), self.tr("Customers"), self.tr("Times"), self.tr("Last")]
        heading = translate("Receipt", "What about your customers has left this PC")
        self.table = plain_table(heading, names, lines=11, figures=(2, 3), words=(0, 1))
        self.add(self.table)
        self.save_button = button(self.tr("Save as a table…"), self._ask, picture="download")
        self.add(row([self.save_button, None]))

    def load(self) -> None:
        """Reads it anew."""
        shop = self._desk.shop
        self._desk.read(lambda: receipts.read(shop), self, self.show_receipts)

    def show_receipts(self, found: Receipts) -> None:
        """Shows this receipt."""
        lines = [(each, told) for each in found.rows for told in each.fields]
        self.table.setVisible(bool(lines))
        self.save_button.setVisible(bool(lines))
        none = self.tr("Nothing: no message has gone to a provider yet.")
        people = [
            self.tr("{provider}: {customers} customers")
            .replace("{provider}", provider_title(each.provider))
            .replace("{customers}", formats.number(each.customers))
            for each in found.rows
        ]
        self.told.setText(" · ".join(people) if lines else none)
        self.table.setRowCount(len(lines))
        for at, (each, told) in enumerate(lines):
            cells = (
                field_word(told.name),
                provider_title(each.provider),
                formats.number(told.customers),
                formats.number(told.times),
                self._desk.when(each.until),
            )
            for column, text in enumerate(cells):
                put_cell(self.table, at, column, text)
        self.table.fit()

    def save(self, file: Path) -> None:
        """Saves it as a table."""
        shop = self._desk.shop
        said = self.tr("Saved: {file}").replace("{file}", file.name)
        self._desk.take_long(
            lambda: receipts.export(shop, file),
            self,
            lambda _file: self._desk.say(said),
            lambda fault: self.told.setText(fault_words(fault)),
        )

    def _ask(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Save the table"), self.tr("data-receipt.csv"), "*.csv"
        )
        if chosen:
            self.save(Path(chosen))


def field_word(name: str) -> str:
    """What a field is called."""
    words = {**_addresses(), **_facts()}
    return words.get(name, name.replace("_", " "))


def _addresses() -> dict[str, str]:
    return {
        "email": translate("Fields", "E-mail address"),
        "phone": translate("Fields", "Telephone number"),
        "wallet": translate("Fields", "Number of the wallet pass"),
        "push": translate("Fields", "Id for push messages"),
        "name": translate("Fields", "Name"),
        "customer_name": translate("Fields", "Full name"),
        "first_name": translate("Fields", "First name"),
        "last_name": translate("Fields", "Last name"),
        "city": translate("Fields", "Town"),
    }


def _facts() -> dict[str, str]:
    return {
        "days_since_last_order": translate("Fields", "Days since the last purchase"),
        "last_order_on": translate("Fields", "Day of the last purchase"),
        "orders_count": translate("Fields", "Number of purchases"),
        "last_product": translate("Fields", "What was bought last"),
        "favourite_category": translate("Fields", "Favourite category"),
        "products": translate("Fields", "Products that fit the customer"),
        "product_name": translate("Fields", "A product that was looked at"),
        "product_price": translate("Fields", "Its price"),
        "old_price": translate("Fields", "Its price when it was looked at"),
        "product_url": translate("Fields", "Its address on the web"),
        "discount_code": translate("Fields", "Discount code"),
        "discount_percent": translate("Fields", "Discount"),
        "code_expires_on": translate("Fields", "Last day of the discount"),
        "service_type": translate("Fields", "What was asked about"),
        "agent_name": translate("Fields", "Who looks after the customer"),
    }
