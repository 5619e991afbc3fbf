"""The columns of the customer table."""

from reengage_desktop.domain.listings import CustomerRow
from reengage_desktop.domain.moments import from_stamp, local_day
from reengage_desktop.domain.vocabulary import Segment
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.tables import Cell, Column
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.wording import translate


class CustomerColumns:
    """Turns a row into cells, with the shop's zone, currency and rules of that moment."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> list[Column[CustomerRow]]:
        """The columns from left to right."""
        return [
            Column("name", translate("Customers", "Name"), self._name, sort="name", width=20, stretches=True),
            Column("last_order", translate("Customers", "Last order"), self._last_order, sort="last_order", width=15),
            Column(
                "orders",
                translate("Customers", "Orders"),
                self._orders,
                sort="orders",
                width=9,
                right=True,
                gives_way=3,
            ),
            Column(
                "spent", translate("Customers", "Spent"), self._spent, sort="spent", width=11, right=True, gives_way=2
            ),
            Column("state", translate("Customers", "State"), self._state, width=15, gives_way=1),
            Column("reachable", translate("Customers", "Reachable by"), self._reachable, width=21, gives_way=4),
            Column(
                "email", translate("Customers", "E-mail"), lambda row: Cell(row.email or ""), width=26, is_extra=True
            ),
            Column(
                "phone", translate("Customers", "Phone"), lambda row: Cell(row.phone or ""), width=17, is_extra=True
            ),
            Column("city", translate("Customers", "City"), lambda row: Cell(row.city or ""), width=14, is_extra=True),
            Column("first_order", translate("Customers", "First order"), self._first_order, width=15, is_extra=True),
            Column("tags", translate("Customers", "Tags"), self._tags, width=18, is_extra=True),
        ]

    def _name(self, row: CustomerRow) -> Cell:
        return Cell(row.name, tip="\n".join(part for part in (row.name, row.email, row.phone) if part))

    def _last_order(self, row: CustomerRow) -> Cell:
        return Cell(self._desk.days_ago(row.last_order_at), tip=self._desk.exact(row.last_order_at))

    def _first_order(self, row: CustomerRow) -> Cell:
        if row.first_order_at is None:
            return Cell("–")
        return Cell(formats.long_day(local_day(from_stamp(row.first_order_at), self._desk.zone)))

    def _tags(self, row: CustomerRow) -> Cell:
        text = ", ".join(row.tags)
        return Cell(text, tip=text)

    def _orders(self, row: CustomerRow) -> Cell:
        return Cell(formats.number(row.orders_count))

    def _spent(self, row: CustomerRow) -> Cell:
        return Cell(self._desk.money(row.lifetime_value_minor))

    def _state(self, row: CustomerRow) -> Cell:
        word, tone = self.state(row)
        return Cell(word, chip=tone)

    def state(self, row: CustomerRow) -> tuple[str, Tone]:
        """Where a customer stands, in a word and a tone."""
        if row.opted_out and not row.reachable_by:
            return translate("Customers", "Opted out"), Tone.NEUTRAL
        if row.last_order_at is None:
            return translate("Customers", "Never bought"), Tone.NEUTRAL
        return standing(self._desk, row.last_order_at)

    def _reachable(self, row: CustomerRow) -> Cell:
        if not row.reachable_by:
            return Cell("–", tip=translate("Customers", "No channel with both an address and an agreement"))
        return Cell(", ".join(wording.channel_name(channel) for channel in row.reachable_by))


def standing(desk: Desk, last_order_at: int) -> tuple[str, Tone]:
    """Where somebody stands who bought last at that moment: the words of the quick filters."""
    silent = (local_day(desk.now(), desk.zone) - local_day(from_stamp(last_order_at), desk.zone)).days
    gone = desk.settings.whole("reengagement.too_long_gone_days")
    if silent < desk.settings.whole("reengagement.inactivity_threshold"):
        return wording.segment_name(Segment.ACTIVE), Tone.OK
    if gone and silent > gone:
        return wording.segment_name(Segment.LOST), Tone.BAD
    return wording.segment_name(Segment.AT_RISK), Tone.WARN
