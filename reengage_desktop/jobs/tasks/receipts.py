"""The data-leaving receipt: for each provider, which fields of customers went there, and of how many."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from reengage_desktop.domain.moments import iso_stamp
from reengage_desktop.domain.sheets import csv_text
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import data_receipts
from reengage_desktop.store.data_receipts import FieldCount, Receipt
from reengage_desktop.store.whole_files import written_whole

__all__ = ["FieldCount", "Receipt", "Receipts", "export", "read"]

_HEADER = ("provider", "field", "times", "customers", "first", "last")


@dataclass(frozen=True)
class Receipts:
    """What went where, by provider."""

    rows: list[Receipt]
    zone: ZoneInfo

    def as_json(self) -> dict[str, Any]:
        """`{"providers": [{"provider", "calls", "customers", "first", "last", "fields": [...]}]}`."""
        shown = [
            {
                "provider": each.provider,
                "calls": each.calls,
                "customers": each.customers,
                "first": iso_stamp(each.since, self.zone),
                "last": iso_stamp(each.until, self.zone),
                "fields": [
                    {"field": told.name, "times": told.times, "customers": told.customers} for told in each.fields
                ],
            }
            for each in self.rows
        ]
        return {"providers": shown}


def read(shop: Shop) -> Receipts:
    """The receipt as of now. Names of fields and counts only: it holds nobody's data itself."""
    return Receipts(data_receipts.list_receipts(shop.db), shop.settings().zone)


def export(shop: Shop, target: Path) -> Path:
    """Writes the receipt as a table (UTF-8 CSV), one line for each field; raises OSError."""
    found = read(shop)
    rows: list[list[str | float]] = [
        [
            each.provider,
            told.name,
            told.times,
            told.customers,
            iso_stamp(each.since, found.zone) or "",
            iso_stamp(each.until, found.zone) or "",
        ]
        for each in found.rows
        for told in each.fields
    ]
    with written_whole(target, "utf-8-sig") as stream:
        stream.write(csv_text(_HEADER, rows))
    return target
