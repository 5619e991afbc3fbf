"""The Analytics page on its real widgets: ranges, comparing, lists behind figures, the control group, nothing sent."""

import csv
import io
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QAbstractItemModelTester

from reengage_desktop.domain.figures import Results
from reengage_desktop.domain.judging import Arm, Lift
from reengage_desktop.domain.moments import day_number
from reengage_desktop.domain.periods import Period
from reengage_desktop.domain.vocabulary import Segment
from reengage_desktop.jobs.tasks import results
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.store import facts, reports, segments
from reengage_desktop.ui.analytics.differences import count_difference, money_difference
from reengage_desktop.ui.analytics.ranges import RANGES
from reengage_desktop.ui.analytics.results_columns import result_columns
from reengage_desktop.ui.analytics.results_table import ResultsModel
from tests.shop_rows import add_customer, add_message, add_order
from tests.ui.stage import Stage

LEFT = Qt.MouseButton.LeftButton


def _went(stage: Stage) -> list[tuple[str, object]]:
    """Collects the pages asked for instead of opening them."""
    went: list[tuple[str, object]] = []
    stage.desk.page_asked.disconnect()
    stage.desk.page_asked.connect(lambda page, argument: went.append((page, argument)))
    return went


def _cell(page: object, row: int, heading: str) -> tuple[int, int]:
    model = page.by_type.table.results  # type: ignore[attr-defined]
    return row, [column.heading for column in model.columns].index(heading) + 1


def test_ranges_are_the_command_lines(stage: Stage) -> None:
    """A11: the same figures as `analytics --days N`, for each range; too few are not called a rate."""
    page, shop = stage.go("analytics"), stage.shop
    for days in RANGES:
        stage.qtbot.mouseClick(page.range.ranges[days], LEFT)
        stage.settle()
        wanted = results.get_analytics(shop, days)
        assert page.tiles.sent.value() == str(wanted.totals.sent)
        assert page.tiles.came_back.value() == str(wanted.totals.converted)
        assert page.tiles.money.value() == stage.desk.money(wanted.totals.revenue_minor)
        assert page.tiles.opted_out.value() == str(wanted.opted_out)
        series = page.lines.lines.series()
        assert sum(series[0].values) == wanted.totals.sent
        assert sum(series[1].values) == wanted.totals.converted
    assert page.tiles.came_back.note() == "too few to judge (needs about 200)"
    model = page.by_type.table.results
    column = _cell(page, 0, "Of those sent")[1]
    texts = [model.index(at, column).data() for at in range(model.rowCount())]
    assert "too few" in texts
    assert not any("%" in text for text in texts)


def test_two_days_of_ones_own(stage: Stage) -> None:
    """C8: from one day to another, whichever is named first; the window says which days they are."""
    page, shop = stage.go("analytics"), stage.shop
    page.range.choose_period(QDate(2026, 11, 10), QDate(2026, 11, 1))
    stage.settle()
    wanted = results.get_period(shop, Period(date(2026, 11, 1).toordinal(), date(2026, 11, 10).toordinal()))
    assert 0 < wanted.totals.sent == int(page.tiles.sent.value())
    assert page.subheading.text() == "1 Nov – 10 Nov 2026"
    assert page.range.first.isVisible()
    stage.go("analytics", {"days": 45})
    assert page.range.days() is None
    assert page.tiles.sent.value() == str(results.get_analytics(shop, 45).totals.sent)
    stage.go("analytics", {"days": 7})
    assert not page.range.first.isVisible()


def test_comparing_says_more_or_fewer(stage: Stage) -> None:
    """C8: beside each figure stands how it was in as many days before, with a sign and words; the line is dashed."""
    page, shop = stage.go("analytics", {"days": 7}), stage.shop
    page.range.compare.setChecked(True)
    stage.settle()
    today = day_number(shop.now(), shop.settings().zone)
    now = results.get_period(shop, Period.up_to(today, 7)).totals
    before = results.get_period(shop, Period.up_to(today, 7).before()).totals
    assert page.tiles.sent.note().endswith(count_difference(now.sent, before.sent, str))
    assert page.lines.lines.series()[0].before
    assert sum(page.lines.lines.series()[0].before) == before.sent
    assert f"(before: {before.sent})" in page.funnel.funnel.words_at(1)[0]
    assert "before: " in page.subheading.text()


def test_differences_in_words() -> None:
    """More, fewer, as many: never by colour alone."""
    assert count_difference(12, 8, str) == "▲ 4 more than before (8)"
    assert count_difference(8, 12, str) == "▼ 4 fewer than before (12)"
    assert count_difference(8, 8, str) == "= as many as before"
    assert money_difference(5, 9, str) == "▼ 4 less than before (9)"
    assert money_difference(9, 5, str) == "▲ 4 more than before (5)"
    assert money_difference(9, 9, str) == "= as much as before"


@pytest.mark.parametrize(("heading", "figure"), [("Sent", "sent"), ("Opened ≈", "opened"), ("Came back", "converted")])
def test_a_figure_opens_its_customers(stage: Stage, heading: str, figure: str) -> None:
    """C8: by mouse and by Enter; the list holds the customers whose messages were counted, named for what they are."""
    page, shop = stage.go("analytics", {"days": 30}), stage.shop
    went = _went(stage)
    table = page.by_type.table
    row, column = _cell(page, 0, heading)
    row = next(at for at in range(table.results.rowCount()) if table.results.figure_at(table.results.index(at, column)))
    index = table.results.index(row, column)
    stage.qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(index).center())
    stage.settle()
    table.setCurrentIndex(index)
    stage.qtbot.keyClick(table, Qt.Key.Key_Return)
    stage.settle()
    settings, now = shop.settings(), shop.now()
    span = reports.span_of(reports.last_days(30, settings, now), settings, now)
    ids = reports.list_behind(shop.db, figure, span, campaign_type=table.results.key_at(row))
    assert ids
    assert [(page_name, argument["ids"]) for page_name, argument in went] == [("customers", ids)] * 2  # type: ignore[index]
    assert went[0][1]["title"].startswith(f"{heading}: {table.results.name_at(row)}, ")  # type: ignore[index]
    assert page.by_type.definition.text().startswith(f"{heading}: ")


def test_tiles_and_steps_open_their_customers(stage: Stage) -> None:
    """C8: every headline figure and every step of the funnel leads to a list."""
    page = stage.go("analytics", {"days": 30})
    went = _went(stage)
    for tile in (page.tiles.sent, page.tiles.came_back, page.tiles.money, page.tiles.opted_out):
        stage.qtbot.keyClick(tile, Qt.Key.Key_Return)
        stage.settle()
    page.funnel.funnel.setFocus()
    stage.qtbot.keyClick(page.funnel.funnel, Qt.Key.Key_End)
    stage.qtbot.keyClick(page.funnel.funnel, Qt.Key.Key_Return)
    stage.settle()
    assert [name for name, _argument in went] == ["customers"] * 5
    assert went[1][1]["ids"] == went[4][1]["ids"]  # type: ignore[index]


def test_states_are_the_groups_of_today(stage: Stage) -> None:
    """C8: today's figures agree with the filters on Customers, and open their customers."""
    shop = stage.shop
    facts.refresh(shop.db, None, shop.settings())
    page = stage.go("analytics")
    groups = segments.count_all(shop.db, shop.settings(), shop.now())
    words = {state: link.text() for state, link in page.states.links.items()}
    counts = {state: int(text.rpartition(" ")[2].replace(",", "")) for state, text in words.items()}
    assert counts["active"] == groups[Segment.ACTIVE]
    assert counts["stopped"] + counts["lost"] == groups[Segment.INACTIVE]
    assert len(page.states.areas.sheet().rows) == 53
    went = _went(stage)
    page.states.links["stopped"].click()
    stage.settle()
    assert len(went[0][1]["ids"]) == counts["stopped"]  # type: ignore[index]


def test_states_are_remembered_until_something_changes(stage: Stage) -> None:
    """An order, a rule: counted anew; nothing changed: the same list."""
    history, shop = results.StateHistory(), stage.shop
    first = history.read(shop)
    assert history.read(shop) is first
    add_order(shop.db, 1, shop.now() - timedelta(days=2))
    second = history.read(shop)
    assert second is not first
    setting_tasks.set_setting(shop, "reengagement.inactivity_threshold", "15")
    assert history.read(shop)[-1].stopped > second[-1].stopped


def test_the_control_group_speaks(stage: Stage) -> None:
    """C8, insight.md 4: the sentence with its interval; too few is said; without a group, how it is counted."""
    page = stage.go("analytics")
    assert "only a control group" in page.lift.sentence.text()
    assert page.lift.to_settings.isVisible()
    page.lift.show_lift(Lift(Arm(400, 58), Arm(120, 8)), 58)
    assert page.lift.sentence.text() == ("Brought back by the messages: 31 (58 minus 27 who would have come anyway)")
    lower, upper = Lift(Arm(400, 58), Arm(120, 8)).interval
    assert f"between {lower} and {upper}" in page.lift.certainty.text()
    assert "58 of 400" in page.lift.certainty.text()
    assert "chance" not in page.lift.certainty.text()
    assert not page.lift.to_settings.isVisible()
    page.lift.show_lift(Lift(Arm(30, 9), Arm(8, 2)), 9)
    assert page.lift.sentence.text().startswith("too few to judge (needs about 3,700): 30 customers")
    assert "may still be chance" in page.lift.certainty.text()


def test_a_control_group_is_found_in_the_shop(open_stage: Callable[..., Stage]) -> None:
    """C8: held-out customers of the shop's own past give the comparison, in the window and on the command line."""
    stage = open_stage(lively=False)
    shop = stage.shop
    setting_tasks.set_setting(shop, "reengagement.holdout_percent", "20")
    at = shop.now() - timedelta(days=40)
    for number in range(250):
        who, is_held = add_customer(shop.db), number % 5 == 0
        columns: dict[str, object] = {"created_at": int(at.timestamp()), "occasion": f"lapse:1:{number}"}
        if is_held:
            columns |= {"state": "skipped", "reason": "control_group", "occasion": f"control:lapse:1:{number}"}
        add_message(shop.db, who, None if is_held else at, **columns)
        if number % (10 if is_held else 4) == 0:
            add_order(shop.db, who, at + timedelta(days=3))
    page = stage.go("analytics", {"days": 90})
    lift = results.get_analytics(shop, 90).lift
    assert lift is not None
    assert (lift.written.customers, lift.held_out.customers) == (200, 50)
    assert page.lift.sentence.text().startswith("Brought back by the messages: ")
    told = results.get_analytics(shop, 90).as_json()["lift"]
    assert told["brought_back"] == lift.brought_back
    assert told["held_out"] == {"customers": 50, "returned": lift.held_out.returned}


def test_nothing_sent_is_said_and_orders_count_all_the_same(stage: Stage) -> None:
    """Empty: one sentence and a way on; the customers over time stay."""
    page = stage.go("analytics")
    page.range.choose_period(QDate(2026, 1, 3), QDate(2026, 1, 9))
    stage.settle()
    assert page.nothing.isVisible()
    assert not page.by_type.isVisible()
    assert page.funnel.funnel.is_empty()
    assert not page.states.areas.is_empty()


def test_the_whole_table_goes_into_a_file(stage: Stage, tmp_path: Path) -> None:
    """C8: every line and column, the hidden ones too, as plain numbers."""
    page = stage.go("analytics", {"days": 30})
    page.by_type.save_to(tmp_path / "results.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "results.csv").read_text(encoding="utf-8-sig"))))
    totals = results.get_analytics(stage.shop, 30).totals
    assert rows[-1]["Kind of message"] == "All"
    assert rows[-1]["Sent"] == str(totals.sent)
    assert float(rows[-1]["Money"]) == totals.revenue_minor / 100
    assert len(rows[0]) == len(page.by_type.table.results.columns) + 1


def test_results_keep_the_rules_of_models(stage: Stage) -> None:
    """Qt's tester in fatal mode over a model that is filled, refilled and emptied."""
    model = ResultsModel("Kind", result_columns("EUR"))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    many = Results(sent=400, converted=40, revenue_minor=123_456)
    model.show_lines([("a", "A", many), ("", "All", many)])
    spoken = model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "A, Sent: 400. Messages that a provider took in this time."
    model.show_lines([])
    assert tester.model() is model
