"""The same number everywhere: Home, Analytics, the campaigns' cards, the command line, and a plain count by hand.

The counts by hand are written here anew, in SQL and in plain loops, and share nothing with the program.
"""

import csv
import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reengage_desktop.app.sample.building import build_sample
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.domain.vocabulary import CampaignType
from reengage_desktop.ui.campaigns.card import CampaignCard
from tests.command_line import CommandLine
from tests.ui.stage import Stage, dress, stage_on

NOW = datetime(2026, 11, 21, 17, tzinfo=UTC)
ZONE = ZoneInfo("America/New_York")
RANGES = (7, 30, 90, 365)
_WENT = "is_test = 0 AND (state = 'accepted' OR (state = 'uncertain' AND treated_as = 'sent'))"

_TOLD = ("delivered", "opened", "clicked", "answered")
"""What providers and customers tell of a message that went out."""

OpenStage = Callable[[CommandLine], Stage]


@dataclass(frozen=True)
class ByHand:
    """What the last days were, counted with nothing but SQL and a calendar."""

    sent: dict[str, int]
    converted: dict[str, int]
    revenue: int
    opted_out: int
    inactive: int
    told: dict[str, int]


@dataclass
class Plain:
    """The shop's file, read without the program."""

    file: Path
    now: datetime

    def rows(self, sql: str, *params: object) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(f"file:{self.file}?mode=ro", uri=True)) as db:
            return db.execute(sql, params).fetchall()

    @property
    def today(self) -> date:
        return self.now.astimezone(ZONE).date()

    def count(self, days: int) -> ByHand:
        since = datetime.combine(self.today - timedelta(days=days), time.min, ZONE).timestamp()
        span = (since, self.now.timestamp())
        sent = self.rows(
            f"SELECT campaign_type, count(*) FROM outbox WHERE {_WENT} AND sent_at BETWEEN ? AND ? GROUP BY 1", *span
        )
        converted = self.rows(
            "SELECT campaign_type, count(*), sum(o.net_minor) FROM outbox m JOIN conversions c ON c.outbox_id = m.id "
            f"JOIN orders o ON o.id = c.order_id WHERE {_WENT.replace('state', 'm.state')} "
            "AND m.sent_at BETWEEN ? AND ? AND o.currency = 'USD' GROUP BY 1",
            *span,
        )
        said_no = self.rows(
            "SELECT count(DISTINCT customer_id) FROM consents WHERE state = 'no' AND source <> 'import' "
            "AND at BETWEEN ? AND ?",
            *span,
        )
        told = self.rows(
            "SELECT e.kind, count(DISTINCT e.outbox_id) FROM delivery_events e JOIN outbox m ON m.id = e.outbox_id "
            f"WHERE {_WENT.replace('state', 'm.state')} AND m.sent_at BETWEEN ? AND ? GROUP BY 1",
            *span,
        )
        return ByHand(
            told={str(kind): int(str(count)) for kind, count in told},
            sent={str(kind): int(str(count)) for kind, count in sent},
            converted={str(kind): int(str(count)) for kind, count, _money in converted},
            revenue=sum(int(str(money)) for _kind, _count, money in converted),
            opted_out=int(str(said_no[0][0])),
            inactive=sum((self.today - last).days >= 60 for last in self.last_purchases()),
        )

    def by_day(self, days: int) -> tuple[list[int], list[int]]:
        """Messages of each of the last days, the oldest first, and how many of them brought a purchase, ever."""
        messages = self.rows(
            "SELECT m.sent_at, c.order_id IS NOT NULL FROM outbox m LEFT JOIN conversions c ON c.outbox_id = m.id "
            f"WHERE {_WENT.replace('state', 'm.state')}"
        )
        sent: dict[date, list[int]] = defaultdict(list)
        for at, came_back in messages:
            sent[datetime.fromtimestamp(float(str(at)), ZONE).date()].append(int(str(came_back)))
        line = [sent[self.today - timedelta(days=back)] for back in range(days, -1, -1)]
        return [len(each) for each in line], [sum(each) for each in line]

    def last_purchases(self) -> list[date]:
        """The day of each customer's last purchase, customer by customer."""
        last: dict[object, date] = {}
        for customer, at in self.rows(
            "SELECT o.customer_id, o.ordered_at FROM orders o JOIN customers c ON c.id = o.customer_id "
            "WHERE o.is_purchase = 1 AND c.merged_into IS NULL AND c.erased_at IS NULL"
        ):
            day = datetime.fromtimestamp(float(str(at)), ZONE).date()
            last[customer] = max(last.get(customer, date.min), day)
        return list(last.values())

    def brought_back(self, days: int) -> dict[int, int]:
        """A10 by hand: for each order the last message before it, in time, and each message's first order only."""
        messages, orders = defaultdict(list), defaultdict(list)
        for message, customer, at in self.rows(f"SELECT id, customer_id, sent_at FROM outbox WHERE {_WENT}"):
            messages[customer].append((float(str(at)), int(str(message))))
        for order, customer, at in self.rows("SELECT id, customer_id, ordered_at FROM orders WHERE is_purchase = 1"):
            orders[customer].append((float(str(at)), int(str(order))))
        found: dict[int, int] = {}
        for customer, bought in orders.items():
            for at, order in sorted(bought):
                before = [each for each in sorted(messages[customer]) if each[0] < at]
                if not before or before[-1][1] in found:
                    continue
                waited = datetime.fromtimestamp(at, ZONE).date() - datetime.fromtimestamp(before[-1][0], ZONE).date()
                if waited.days <= days:
                    found[before[-1][1]] = order
        return found


@pytest.fixture
def open_stage(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[OpenStage]:
    """The window over a shop that the command line has been at work on."""
    dress(qapp)
    with ExitStack() as stack:

        def open_one(line: CommandLine) -> Stage:
            shop = stack.enter_context(closing(line.open()))
            return stack.enter_context(stage_on(shop, tmp_path / "window.ini", qtbot))

        yield open_one


def _number(text: str) -> int:
    return int("".join(letter for letter in text if letter.isdigit()) or 0)


def _money(minor: int) -> str:
    return f"$\u00a0{Decimal(minor) / 100:,.2f}"


def _command_line_agrees(line: CommandLine, plain: Plain) -> None:
    for days in RANGES:
        wanted, told = plain.count(days), line.ask("analytics", "--days", days)
        assert told["totals"]["sent"] == sum(wanted.sent.values())
        assert told["totals"]["converted"] == sum(wanted.converted.values())
        assert Decimal(told["totals"]["revenue"]) == Decimal(wanted.revenue) / 100
        assert told["opted_out"] == wanted.opted_out
        assert {name: told["totals"][name] for name in _TOLD} == {name: wanted.told.get(name, 0) for name in _TOLD}
        for figure, kinds in (("sent", wanted.sent), ("converted", wanted.converted)):
            assert {kind: each[figure] for kind, each in told["by_type"].items() if each[figure]} == kinds
            assert sum(each[figure] for each in told["by_channel"].values()) == told["totals"][figure]
        since = plain.today - timedelta(days=days)
        history = line.ask("history", "--from", since.isoformat(), "--to", plain.today.isoformat(), "--limit", 5000)
        assert history["total"] == told["totals"]["sent"]
        assert sum(each["converted_at"] is not None for each in history["messages"]) == told["totals"]["converted"]
    assert line.ask("customers", "list", "--segment", "inactive", "--limit", 1)["total"] == plain.count(30).inactive


def _window_agrees(stage: Stage, plain: Plain) -> None:
    wanted = plain.count(30)
    home = stage.go("home")
    assert _number(home.hero.words.text()[: home.hero.words.text().index("customers")]) == wanted.inactive
    assert _number(home.tiles.sent.value()) == sum(wanted.sent.values())
    assert _number(home.tiles.came_back.value()) == sum(wanted.converted.values())
    assert _number(home.tiles.money.value()) == round(Decimal(wanted.revenue) / 100)
    assert _number(home.tiles.opted_out.value()) == wanted.opted_out
    days = [series.values for series in home.chart.series()]
    assert [list(values) for values in days] == list(plain.by_day(90))
    assert [sum(values[-31:]) for values in days] == [sum(wanted.sent.values()), sum(wanted.converted.values())]
    assert stage.go("customers", {"segment": "inactive"}).model.rowCount() == wanted.inactive
    for words, kinds in (("sent", wanted.sent), ("came_back", wanted.converted)):
        listed = stage.go("activity", {"filter": words, "days": 30})
        assert listed.model.rowCount() == sum(kinds.values())
    stage.go("campaigns")
    cards = {str(card.kind): card.result.text() for card in stage.window.findChildren(CampaignCard)}
    assert set(cards) == set(CampaignType)
    for kind, text in cards.items():
        found = re.search(r"([\d,]+) sent · ([\d,]+) came back", text)
        told = (0, 0) if found is None else (_number(found[1]), _number(found[2]))
        assert told == (wanted.sent.get(kind, 0), wanted.converted.get(kind, 0))
    for days in RANGES:
        _analytics_agree(stage, days, plain)


def _analytics_agree(stage: Stage, days: int, plain: Plain) -> None:
    page, wanted = stage.go("analytics", {"days": days}), plain.count(days)
    sent, converted = sum(wanted.sent.values()), sum(wanted.converted.values())
    assert _number(page.tiles.sent.value()) == sent
    assert _number(page.tiles.came_back.value()) == converted
    assert page.tiles.money.value() == _money(wanted.revenue)
    assert _number(page.tiles.opted_out.value()) == wanted.opted_out
    model = page.by_type.table.results
    titles = [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(model.columnCount())]
    shown = [titles.index("Sent"), titles.index("Came back")]
    lines = {model.key_at(row): [model.index(row, at).data() for at in shown] for row in range(model.rowCount())}
    for kind in CampaignType:
        assert [_number(text) for text in lines[kind]] == [wanted.sent.get(kind, 0), wanted.converted.get(kind, 0)]
    assert [_number(text) for text in lines[""]] == [sent, converted]
    assert page.lines.lines.is_empty() == page.funnel.funnel.is_empty() == (sent == 0)
    if sent:
        assert [sum(series.values) for series in page.lines.lines.series()] == [sent, converted]
        assert [list(series.values) for series in page.lines.lines.series()] == list(plain.by_day(days))
        steps = [row[1].plain for row in page.funnel.funnel.sheet().rows]
        assert steps[1:] == [sent, *(wanted.told.get(name, 0) for name in _TOLD[:3]), converted]
    states = {key: _number(link.text()) for key, link in page.states.links.items()}
    assert states["stopped"] + states["lost"] == wanted.inactive


def test_demo_shop(tmp_path: Path, open_stage: OpenStage) -> None:
    """A10, A11, C8: the sample shop, after its weeks with the pretend provider."""
    folder = tmp_path / "demo"
    build_sample(folder, NOW, lambda _done, _total=None: None)
    line = CommandLine(folder, lambda: NOW, MemorySecrets())
    plain = Plain(folder / "shop.db", NOW)
    assert dict(plain.rows("SELECT outbox_id, order_id FROM conversions")) == plain.brought_back(14)
    assert sum(plain.count(30).converted.values()) > 20
    _command_line_agrees(line, plain)
    _window_agrees(open_stage(line), plain)


@pytest.mark.shared
def test_superstore(shared_dir: Path, tmp_path: Path, open_stage: OpenStage) -> None:
    """A10, A11, C8: a real export, messages through the pretend provider, then the orders that really came later."""
    source = shared_dir / "data" / "transactions" / "superstore.csv"
    rows = list(csv.DictReader(source.read_text(encoding="utf-8-sig").splitlines()))
    newest = max(datetime.strptime(row["Order Date"], "%m/%d/%Y").replace(tzinfo=ZONE) for row in rows)
    moment = [newest - timedelta(days=40)]
    line = CommandLine(tmp_path / "superstore", lambda: moment[0].astimezone(UTC), MemorySecrets())
    _set_up(line)
    people, early = tmp_path / "people.csv", tmp_path / "early.csv"
    _write(people, [("customer_id", "name", "email", "consent_email"), *_people(rows)])
    before = [row for row in rows if datetime.strptime(row["Order Date"], "%m/%d/%Y").replace(tzinfo=ZONE) < moment[0]]
    _write(early, [tuple(rows[0]), *(tuple(row.values()) for row in before)])
    line.ask("import", "customers", people)
    line.ask("import", "orders", early)
    for day in range(6):
        moment[0] = newest + timedelta(days=day * 4 - 40, hours=11)
        for job in ("process-campaigns", "send", "sync-status"):
            line.ask("run", job)
    moment[0] = newest + timedelta(days=1, hours=12)
    line.ask("import", "orders", source)
    plain = Plain(tmp_path / "superstore" / "shop.db", moment[0])
    assert dict(plain.rows("SELECT outbox_id, order_id FROM conversions")) == plain.brought_back(14)
    assert sum(plain.count(90).sent.values()) > 200
    assert sum(plain.count(90).converted.values()) > 10
    _command_line_agrees(line, plain)
    _window_agrees(open_stage(line), plain)


def _set_up(line: CommandLine) -> None:
    line.set(
        business__country="US",
        business__timezone=str(ZONE),
        business__currency="USD",
        business__name="Superstore",
        business__postal_address="1 Main Street, Springfield",
        business__reply_to="owner@example.com",
        reengagement__channels="email",
        channels__email__provider="pretend",
        reengagement__review_before_sending="false",
        reengagement__daily_limit="60",
        reengagement__enabled="true",
        providers__smtp__from_address="owner@example.com",
    )


def _people(rows: list[dict[str, str]]) -> list[tuple[str, ...]]:
    names = {row["Customer ID"]: row["Customer Name"] for row in rows}
    return [(key, name, f"{key.lower()}@example.com", "yes") for key, name in names.items()]


def _write(file: Path, rows: list[tuple[str, ...]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target).writerows(rows)
