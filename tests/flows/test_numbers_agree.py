"""The same number everywhere: Home, Customers, Analytics, the campaigns' cards, the command line, and `plain_count`."""

import csv
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reengage_desktop.cli.parser import SEGMENTS
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.domain.vocabulary import CampaignType, Segment
from reengage_desktop.jobs.tasks.deciding import preview_choices
from reengage_desktop.ui.campaigns.card import CampaignCard
from tests.command_line import CommandLine, Said
from tests.flows.conftest import Demo
from tests.flows.plain_count import ZONE, Plain
from tests.ui.stage import Stage, dress, stage_on

RANGES = (7, 30, 90, 365)

_TOLD = ("delivered", "opened", "clicked", "answered")
"""What providers and customers tell of a message that went out."""

_GOODS = (
    ("product_id", "price", "stock", "in_stock"),
    ("P-07", "38.00", 14, "yes"),
    ("K-02", "28.00", 20, "yes"),
    ("C-06", "11.90", 28, "yes"),
)
"""More of two things that sold out, and a lower price of a third."""

_SALES = (
    ("order_id", "ordered_at", "customer_id", "order_total"),
    ("N-1", "2026-10-27", "new-at-the-edge", "20.00"),
    ("N-2", "2026-10-26", "just-not-new", "20.00"),
    ("N-3", "2024-11-26", "at-the-edge-of-lost", "20.00"),
    ("N-4", "2024-11-25", "lost", "20.00"),
)
"""First purchases at the edges of what counts as new and as lost; nobody of them has an address."""

OpenStage = Callable[[CommandLine], Stage]


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
    for segment, wanted_ids in plain.quick_filters().items():
        if segment in SEGMENTS:
            assert line.ask("customers", "list", "--segment", segment, "--limit", 1)["total"] == len(wanted_ids)
    today = plain.would_get_today()
    decided = line.ask("run", "process-campaigns", "--dry-run")["decisions"]
    daily = ("loyalty_reward", "new_arrivals", "we_miss_you")
    assert {kind: decided.get(kind, 0) for kind in daily} == {kind: len(today[kind]) for kind in daily}
    assert line.ask("run", "check-back-in-stock", "--dry-run")["queued"] == len(today["back_in_stock"])
    assert line.ask("run", "check-price-drops", "--dry-run")["queued"] == len(plain.would_hear_of_prices())


def _window_agrees(stage: Stage, plain: Plain) -> None:
    wanted = plain.count(30)
    home = stage.go("home")
    stopped, spent = home.hero.words.text().split("customers stopped buying")
    assert _number(stopped) == len(plain.stopped)
    assert _number(spent) == round(plain.used_to_spend / 100)
    assert _number(home.tiles.sent.value()) == sum(wanted.sent.values())
    assert _number(home.tiles.came_back.value()) == sum(wanted.converted.values())
    assert _number(home.tiles.money.value()) == round(Decimal(wanted.revenue) / 100)
    assert _number(home.tiles.opted_out.value()) == wanted.opted_out
    shown = [series.values for series in home.chart.series()]
    assert [list(values) for values in shown] == list(plain.by_day(90))
    assert [sum(values[-31:]) for values in shown] == [sum(wanted.sent.values()), sum(wanted.converted.values())]
    _filters_agree(stage, plain)
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
    _today_agrees(stage, plain)
    for days in RANGES:
        _analytics_agree(stage, days, plain)


def _filters_agree(stage: Stage, plain: Plain) -> None:
    page = stage.go("customers")
    for segment, wanted in plain.quick_filters().items():
        assert _number(page.filters.segments[Segment(segment)].text()) == len(wanted)
        if wanted:
            stage.go("customers", {"segment": segment})
            assert set(page.model.ids()) == wanted


def _today_agrees(stage: Stage, plain: Plain) -> None:
    cards = {str(card.kind): card for card in stage.window.findChildren(CampaignCard)}
    for kind, wanted in plain.would_get_today().items():
        card = cards[kind]
        assert _number(card.today.text()) == len(wanted)
        if wanted:
            card.today.click()
            stage.settle()
            customers: Any = stage.window.page("customers")
            assert set(customers.model.ids()) == wanted


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
        assert steps == [wanted.chosen, sent, *(wanted.told.get(name, 0) for name in _TOLD[:3]), converted]
    states = {key: _number(link.text()) for key, link in page.states.links.items()}
    assert states["stopped"] + states["lost"] == len(plain.stopped)


def test_demo_shop(demo: Demo, tmp_path: Path, open_stage: OpenStage) -> None:
    """A2, A3, A5 to A8, A10, A11, C8, issue 3 "must show" 4: the shop, after its weeks with the pretend provider."""
    folder = tmp_path / "demo"
    shutil.copytree(demo.folder, folder)
    later = demo.now + timedelta(days=5)
    line = CommandLine(folder, lambda: later, MemorySecrets())
    for kind, rows in (("products", _GOODS), ("orders", _SALES)):
        _write(tmp_path / kind, rows)
        line.ask("import", kind, tmp_path / kind)
    plain = Plain(folder / "shop.db", later, ("email", "sms", "whatsapp"), loyalty=300_00)
    _limit_holds(line, 14)
    assert dict(plain.rows("SELECT outbox_id, order_id FROM conversions")) == plain.brought_back(14)
    assert sum(plain.count(30).converted.values()) > 20
    _command_line_agrees(line, plain)
    _window_agrees(open_stage(line), plain)


class Stated(CommandLine):
    """Commands that say what moment it is: no PC's clock stands in the years of an old log."""

    def run(self, *words: object, given: str = "") -> Said:
        """One command at the moment of the log."""
        return super().run("--now", self.clock().isoformat(), *words, given=given)


@pytest.mark.shared
def test_superstore(shared_dir: Path, tmp_path: Path, open_stage: OpenStage) -> None:
    """A2, A3, A5, A10, A11, C8, issue 3 "must show" 4: a real export, pretended messages, the orders that came."""
    source = shared_dir / "data" / "transactions" / "superstore.csv"
    rows = list(csv.DictReader(source.read_text(encoding="utf-8-sig").splitlines()))
    newest = max(datetime.strptime(row["Order Date"], "%m/%d/%Y").replace(tzinfo=ZONE) for row in rows)
    moment = [newest - timedelta(days=40)]
    line = Stated(tmp_path / "superstore", lambda: moment[0].astimezone(UTC), MemorySecrets())
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
    plain = Plain(tmp_path / "superstore" / "shop.db", moment[0], ("email",))
    _limit_holds(line, 60)
    assert dict(plain.rows("SELECT outbox_id, order_id FROM conversions")) == plain.brought_back(14)
    assert sum(plain.count(90).sent.values()) > 200
    assert sum(plain.count(90).converted.values()) > 10
    _command_line_agrees(line, plain)
    _window_agrees(open_stage(line), plain)


def _limit_holds(line: CommandLine, limit: int) -> None:
    """What all campaigns together would send stays within the day's limit, each customer once; then it is lifted."""
    with closing(line.open()) as shop:
        everybody = preview_choices(shop).everybody
        assert len(everybody) == len(set(everybody)) == limit
    line.set(reengagement__daily_limit="0")


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


def _write(file: Path, rows: Sequence[tuple[object, ...]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target).writerows(rows)
