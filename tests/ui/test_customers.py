"""The list of customers: filters, groups, search, selection, columns."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from reengage_desktop.domain.criteria import Condition, Criteria
from reengage_desktop.domain.vocabulary import Segment
from reengage_desktop.jobs.events import CustomersChanged
from reengage_desktop.jobs.tasks import customers as customer_tasks
from reengage_desktop.jobs.tasks import groups
from reengage_desktop.store import customers, listings, segments
from reengage_desktop.store import groups as stored_groups
from reengage_desktop.ui.customers.grouping import GroupDialog
from reengage_desktop.ui.customers.shown import FIRST, Question, Shown, ask
from reengage_desktop.ui.customers.tagging import TagDialog
from reengage_desktop.ui.tables.view import cells_of
from tests.ui.customer_steps import LEFT, click, dialog_of, undo
from tests.ui.fit import faults_of
from tests.ui.stage import Stage


def test_at_risk_and_lost_are_told_apart(stage: Stage) -> None:
    """Each quick filter shows as many as it counts, says what it means, and the chip in the table agrees."""
    page, shop = stage.go("customers"), stage.shop
    counts = segments.count_all(shop.db, shop.settings(), shop.now())
    assert counts[Segment.AT_RISK] + counts[Segment.LOST] == counts[Segment.INACTIVE]
    for segment, words in ((Segment.AT_RISK, "At risk"), (Segment.LOST, "Lost"), (Segment.ACTIVE, "Active")):
        made = page.filters.segments[segment]
        click(stage, made)
        assert made.isChecked()
        assert made.toolTip()
        assert page.model.rowCount() == counts[segment] > 0
        assert {cells_of(page.model, row)[4] for row in range(3)} <= {words, "Opted out"}


def test_a_filter_becomes_a_group_that_can_be_changed_and_deleted(stage: Stage) -> None:
    """C14: saved under a name with its count beside the filters; edited, deleted, and each of it undone."""
    page, shop = stage.go("customers", {"segment": "vip"}), stage.shop
    count = page.model.rowCount()
    click(stage, page.filters.save_button)
    dialog = dialog_of(stage, GroupDialog)
    assert not dialog.save_button.isEnabled()
    assert f"{count} customers" in dialog.matching.count.text()
    dialog.name.setText("Our best")
    click(stage, dialog.save_button)
    group = groups.list_groups(shop)[0]
    made = page.filters.groups[group.id]
    assert made.text() == f"Our best {count}"
    assert made.isChecked()
    assert page.model.rowCount() == count
    click(stage, page.edit_shown)
    dialog = dialog_of(stage, GroupDialog)
    dialog.editor.add_condition("orders_count")
    dialog.editor.rows[-1].setFocus()
    dialog.name.setText("Our very best")
    stage.settle()
    click(stage, dialog.save_button)
    group = groups.list_groups(shop)[0]
    assert (group.name, len(group.criteria.parts)) == ("Our very best", 2)
    assert page.model.rowCount() == group.count <= count
    undo(stage)
    assert groups.list_groups(shop)[0].name == "Our best"
    click(stage, page.delete_shown)
    assert groups.list_groups(shop) == []
    assert page.filters.segments[Segment.ALL].isChecked()
    undo(stage)
    assert [each.name for each in groups.list_groups(shop)] == ["Our best"]
    assert [action.text() for action in page.filters.group_menu(groups.list_groups(shop)[0]).actions()] == [
        "Edit…",
        "Delete",
    ]


def test_a_group_never_takes_another_ones_name(stage: Stage) -> None:
    """The dialog says so and stays open; nothing of the other group is lost."""
    page, shop = stage.go("customers"), stage.shop
    kept = groups.save_group(shop, "Garden", Criteria("all", (Condition("city", "is", "Berlin"),)))
    page.edit_group(None)
    dialog = dialog_of(stage, GroupDialog)
    dialog.name.setText("garden")
    click(stage, dialog.save_button)
    assert dialog.isVisible()
    assert "group of this name" in dialog.fault.text()
    assert stored_groups.get(shop.db, kept.id).criteria == kept.criteria


def test_a_search_becomes_a_fixed_list(stage: Stage) -> None:
    """What was found by typing is saved as the people that it found."""
    page = stage.go("customers", {"segment": "all"})
    page.search.setText("hana k")
    stage.qtbot.waitUntil(lambda: 0 < page.model.rowCount() < 20, timeout=5000)
    stage.settle()
    found = sorted(page.model.ids())
    click(stage, page.filters.save_button)
    dialog = dialog_of(stage, GroupDialog)
    dialog.name.setText("Hanas")
    click(stage, dialog.save_button)
    assert sorted(groups.matching_ids(stage.shop, groups.list_groups(stage.shop)[0].criteria)) == found
    assert page.search.text() == ""
    assert sorted(page.model.ids()) == found


def test_other_pages_open_a_list_a_group_or_a_person(stage: Stage) -> None:
    """Every count is a link to its list: named ids with their title, a group, a segment, a person."""
    shop = stage.shop
    page = stage.go("customers", {"ids": [3, 5, 8], "title": "Came back in November"})
    assert sorted(page.model.ids()) == [3, 5, 8]
    assert page.told.text() == "Came back in November"
    assert not any(made.isChecked() for made in page.filters.segments.values())
    click(stage, page.show_all)
    assert page.model.rowCount() == shop.db.value("SELECT count(*) FROM customers")
    group = groups.save_group(shop, "Some", Criteria("all", (Condition("orders_count", "at_least", 5),)))
    page = stage.go("customers", {"group": group.id})
    assert page.model.rowCount() == group.count
    assert page.filters.groups[group.id].isChecked()
    page = stage.go("customers", {"customer": 7})
    assert page.panel.customer_id == 7
    assert page.table.selected_ids() == [7]
    page = stage.go("customers", {"search": "miller", "nothing": "known"})
    stage.qtbot.waitUntil(lambda: 0 < page.model.rowCount() < 50, timeout=5000)


def test_an_empty_result_says_what_was_looked_for(stage: Stage) -> None:
    """Nobody found: the words name the search, and the panel shows nobody."""
    page = stage.go("customers")
    page.search.setText("no such person")
    stage.qtbot.waitUntil(lambda: page.model.rowCount() == 0, timeout=5000)
    stage.settle()
    assert "no such person" in page._none._sentence.text()
    assert page.panel.customer_id is None
    assert faults_of(stage) == []


def select(page: Any, count: int) -> list[int]:
    """Selects the first rows as with Shift and gives their ids."""
    page.table.select_id(page.model.id_at(0))
    page.table.select_rows(range(count))
    ids: list[int] = page.table.selected_ids()
    assert len(ids) == count
    return ids


def test_several_are_tagged_and_it_is_undone(stage: Stage) -> None:
    """The bar appears with the number; the tag is given to all of them at once and taken back."""
    page, shop = stage.go("customers", {"segment": "inactive"}), stage.shop
    assert not page.bar.isVisible()
    ids = select(page, 12)
    stage.settle()
    assert page.bar.isVisible()
    assert page.bar.count.text() == "12 selected"
    assert faults_of(stage) == []
    click(stage, page.bar.tag)
    dialog = dialog_of(stage, TagDialog)
    dialog.word.setEditText("Winter")
    click(stage, dialog.add_button)
    assert all("Winter" in customers.get(shop.db, each).tags for each in ids)
    assert "12 customers got the tag “Winter”" in stage.window.toast.sentence()
    undo(stage)
    assert not any(customers.get(shop.db, each).tags for each in ids)


def test_several_are_opted_out_and_it_is_undone(stage: Stage) -> None:
    """C18: nobody of them is reachable, and after the Undo everybody is exactly as before."""
    page, shop = stage.go("customers", {"segment": "inactive"}), stage.shop
    ids = select(page, 9)
    before = [customers.get(shop.db, each).consent for each in ids]
    click(stage, page.bar.opt_out)
    assert not any(customers.get(shop.db, each).reachable_by for each in ids)
    undo(stage)
    assert [customers.get(shop.db, each).consent for each in ids] == before


def test_several_are_written_to_a_file_and_won_back(stage: Stage, tmp_path: Path) -> None:
    """The file holds those that are selected, in their order; “Win back” hands them to the campaigns."""
    page = stage.go("customers", {"segment": "inactive"})
    ids = select(page, 5)
    page.bar.export_to(tmp_path / "list.csv")
    stage.settle()
    lines = list(csv.DictReader((tmp_path / "list.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [line["name"] for line in lines] == [row.name for row in listings.customer_rows(stage.shop.db, ids)]
    asked: list[tuple[str, object]] = []
    stage.desk.page_asked.connect(lambda name, argument: asked.append((name, argument)))
    stage.qtbot.mouseClick(page.bar.win_back, LEFT)
    assert asked[0] == ("campaigns", {"recipe": "winback", "ids": ids})
    stage.settle()
    assert stage.faults == []


def test_the_selection_lives_through_sorting_and_news(stage: Stage) -> None:
    """Selected rows stay selected in another order, under a filter that holds them, and when something changes."""
    page, shop = stage.go("customers", {"segment": "inactive"}), stage.shop
    ids = set(select(page, 6))
    page.table.horizontalHeader().setSortIndicator(3, Qt.SortOrder.AscendingOrder)
    stage.settle()
    assert set(page.table.selected_ids()) == ids
    customer_tasks.set_note(shop, min(ids), "seen")
    stage.qtbot.wait(200)
    stage.settle()
    assert set(page.table.selected_ids()) == ids
    click(stage, page.filters.segments[Segment.ALL])
    assert set(page.table.selected_ids()) == ids
    stage.qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert page.table.selected_count() == 1
    assert not page.bar.isVisible()


def test_a_long_list_is_there_at_once_and_whole_a_moment_later(open_stage: Callable[..., Stage]) -> None:
    """Performance 11: the first rows come first; Ctrl+A then means all of them, whether they were read or not."""
    stage = open_stage(lively=False)
    db = stage.shop.db
    with db.write():
        db.run_many(
            "INSERT INTO customers (name, last_order_at, added_at, changed_at) VALUES (?, ?, 1, 1)",
            [(f"Customer {number:05}", 1_700_000_000 + number * 60) for number in range(20_500)],
        )
    page = stage.go("customers", {"segment": "all"})
    assert page.model.rowCount() == 20_500 > FIRST
    ids = list(page.model.ids())
    assert ids == sorted(ids, reverse=True)
    beginning = ask(stage.shop, Question(Shown()), whole=False)
    assert list(beginning.ids) == ids[:FIRST] == list(beginning.page)
    assert not beginning.is_whole
    stage.go("customers", {"customer": ids[15_000]})
    assert page.table.currentIndex().row() == 15_000
    assert page.panel.customer_id == ids[15_000]
    scrolled = page.table.verticalScrollBar().value()
    stage.shop.events.publish(CustomersChanged())
    stage.settle()
    assert page.table.verticalScrollBar().value() == scrolled > 0
    assert page.panel.customer_id == ids[15_000]
    stage.qtbot.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.table.selected_count() == 20_500
    page.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    stage.settle()
    assert page.table.selects_all()
    page.search.setText("customer 0001")
    stage.qtbot.waitUntil(lambda: page.model.rowCount() == 10, timeout=20_000)


def test_columns_and_order_are_remembered(stage: Stage) -> None:
    """Chosen by the button beside the search, or a right click; the same the next time the page is made."""
    page = stage.go("customers")
    actions = {action.text(): action for action in page.table.column_menu().actions()}
    actions["City"].setChecked(True)
    city = [column.key for column in page.model.columns()].index("city")
    assert not page.table.isColumnHidden(city)
    page.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    stage.settle()
    again = type(page)(stage.desk)
    stage.qtbot.addWidget(again)
    again.resize(1280, 700)
    again.show()
    stage.settle()
    assert not again.table.isColumnHidden(city)
    assert again.table.horizontalHeader().sortIndicatorSection() == 0
