"""The customers' page through its real widgets: filters and groups, many at once, one person, the small dialogs."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton

from reengage_desktop.domain.criteria import Condition, Criteria
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName, OutboxState, Segment
from reengage_desktop.jobs.events import CustomersChanged
from reengage_desktop.jobs.tasks import customers as customer_tasks
from reengage_desktop.jobs.tasks import groups
from reengage_desktop.store import customers, listings, segments
from reengage_desktop.store import groups as stored_groups
from reengage_desktop.ui.customers.addition import AddDialog
from reengage_desktop.ui.customers.grouping import GroupDialog
from reengage_desktop.ui.customers.merging import MergeDialog
from reengage_desktop.ui.customers.shown import FIRST, Question, Shown, ask
from reengage_desktop.ui.customers.tagging import TagDialog
from reengage_desktop.ui.customers.writing import WriteDialog
from reengage_desktop.ui.tables.view import cells_of
from reengage_desktop.ui.widgets.customer_picker import CustomerPicker
from tests.ui.fit import cut_off, faults_of, nameless
from tests.ui.stage import Stage

LEFT = Qt.MouseButton.LeftButton


def click(stage: Stage, button: QPushButton) -> None:
    """Presses a button with the mouse and waits for what it does."""
    stage.qtbot.mouseClick(button, LEFT)
    stage.settle()


def dialog_of(stage: Stage, kind: type[Any]) -> Any:
    """The open dialog of a kind, sound by the searches for nameless and cut widgets."""
    stage.settle()
    found = [each for each in stage.window.findChildren(kind) if each.isVisible()]
    assert found, f"no {kind.__name__} is open"
    assert isinstance(found[-1], QDialog)
    assert nameless(found[-1]) == []
    assert cut_off(found[-1]) == []
    return found[-1]


def undo(stage: Stage) -> None:
    """Takes the last deed back."""
    stage.window.toast.undo()
    stage.settle()


def someone(stage: Stage, condition: str) -> int:
    """The first customer of whom the SQL condition is true."""
    return int(stage.shop.db.value(f"SELECT id FROM customers WHERE {condition} ORDER BY id LIMIT 1"))


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


def test_tags_and_note_of_one_person(stage: Stage) -> None:
    """A tag comes and goes with an Undo; the note keeps itself, and is not lost by going to somebody else."""
    shop = stage.shop
    page = stage.go("customers", {"customer": 4})
    panel = page.panel
    panel.tags.add("Garden")
    stage.settle()
    assert customers.get(shop.db, 4).tags == ("Garden",)
    stage.find(QPushButton, "Remove the tag “Garden”").click()
    stage.settle()
    assert customers.get(shop.db, 4).tags == ()
    undo(stage)
    assert customers.get(shop.db, 4).tags == ("Garden",)
    assert panel.note.isHidden()
    next(each for each in panel.more_button.menu().actions() if each.text() == "Write a note").trigger()
    assert panel.note.isVisible()
    panel.note.setPlainText("likes oat milk")
    stage.qtbot.waitUntil(lambda: customers.get(shop.db, 4).note == "likes oat milk", timeout=5000)
    panel.note.setPlainText("likes oat milk, no sugar")
    page.table.select_id(9)
    stage.settle()
    assert customers.get(shop.db, 4).note == "likes oat milk, no sugar"
    assert customers.get(shop.db, 9).note is None
    assert panel.note.toPlainText() == ""
    assert panel.note.isHidden()


def test_what_has_no_room_in_the_line_of_buttons_is_under_more(stage: Stage) -> None:
    """960×600: the person's buttons keep to one line at every width, and no deed is lost by it."""
    stage.window.resize(960, 600)
    page = stage.go("customers", {"customer": 4})
    panel, shop = page.panel, stage.shop
    customer_tasks.opt_in(shop, 4, ChannelName.EMAIL, "Asked at the till")
    stage.settle()
    assert panel.opt_out_button.isHidden()
    assert panel.write_button.isVisible()
    listed = {each.text(): each for each in panel.more_button.menu().actions() if each.isVisible()}
    assert "Opt out" in listed
    assert "Write now…" not in listed
    listed["Opt out"].trigger()
    stage.settle()
    assert customers.get(shop.db, 4).consent[ChannelName.EMAIL] is False
    stage.window.resize(1280, 760)
    stage.settle()
    assert panel.opt_out_button.isVisible()
    assert not listed["Opt out"].isVisible()


def test_one_message_is_asked_about(stage: Stage) -> None:
    """“Would this customer get a message today?” for any message and for each of the five, every check worded."""
    who = someone(stage, "consent_email = 1 AND last_order_at IS NOT NULL AND orders_count > 1")
    panel = stage.go("customers", {"customer": who}).panel
    whichever = list(panel.checks.lines)
    assert whichever[0].startswith(("<b>Yes", "<b>No"))
    at = panel.checks.kind.findData(CampaignType.PRICE_DROP.value)
    panel.checks.kind.setCurrentIndex(at)
    panel.checks.kind.activated.emit(at)
    stage.settle()
    assert panel.checks.lines[0].startswith("<b>No")
    assert any(line.startswith("✗ Price drop: nothing that was looked at") for line in panel.checks.lines)
    assert len(panel.checks.lines) < len(whichever)
    assert "Usually buys every" in panel.rhythm.text()
    assert faults_of(stage) == []


def test_the_timeline_opens_its_messages_and_shows_all(stage: Stage) -> None:
    """The first moments at once, all on demand; a message leads to where it is shown."""
    shop = stage.shop
    who = int(
        shop.db.value(
            "SELECT customer_id FROM outbox WHERE state = 'accepted' AND customer_id IN "
            "(SELECT customer_id FROM orders GROUP BY 1 HAVING count(*) > 12) LIMIT 1"
        )
    )
    panel = stage.go("customers", {"customer": who}).panel
    assert panel.story.more.isVisible()
    shown = len(panel.story.lines)
    click(stage, panel.story.more)
    assert len(panel.story.lines) == len(listings.timeline(shop.db, who)) > shown
    assert not panel.story.more.isVisible()
    message = shop.db.value("SELECT id FROM outbox WHERE customer_id = ? AND state = 'accepted'", (who,))
    asked: list[tuple[str, object]] = []
    stage.desk.page_asked.connect(lambda name, argument: asked.append((name, argument)))
    links = [each for each in panel.story.findChildren(type(panel.name)) if "href" in each.text()]
    links[0].linkActivated.emit(str(message))
    stage.settle()
    assert asked[0] == ("activity", {"message": message})


def test_a_duplicate_is_merged(stage: Stage) -> None:
    """Found by its name, laid side by side, one afterwards, and two again by the toast's Undo."""
    shop = stage.shop
    page = stage.go("customers", {"customer": 3})
    page.panel.merge_action.trigger()
    picker = dialog_of(stage, CustomerPicker)
    picker.search.clear()
    picker.look()
    stage.settle()
    offered = {picker.list.item(row).data(Qt.ItemDataRole.UserRole)[0] for row in range(picker.list.count())}
    assert 5 in offered
    assert 3 not in offered
    picker.picked.emit(5, "the other one")
    picker.accept()
    dialog = dialog_of(stage, MergeDialog)
    orders = [customers.get(shop.db, each).orders_count for each in (3, 5)]
    assert f"{sum(orders)} orders" in dialog.outcome.text()
    dialog.keeps[1].setChecked(True)
    click(stage, dialog.merge_button)
    assert shop.db.value("SELECT merged_into FROM customers WHERE id = 3") == 5
    assert customers.get(shop.db, 5).orders_count == sum(orders)
    assert page.panel.customer_id == 5
    stage.window.toast.undo()
    stage.settle()
    assert shop.db.value("SELECT merged_into FROM customers WHERE id = 3") is None
    assert [customers.get(shop.db, each).orders_count for each in (3, 5)] == orders
    stage.go("customers", {"customer": 5})
    page.panel.merge_action.trigger()
    picker = dialog_of(stage, CustomerPicker)
    picker.picked.emit(5, "the same")
    stage.settle()
    assert "same entry" in stage.window.toast.sentence()
    assert stage.faults == []


def test_one_message_is_written_now(stage: Stage) -> None:
    """A13: shown word for word before it goes; what stands in the way is said and greys the button out."""
    shop = stage.shop
    who = int(
        shop.db.value(
            "SELECT id FROM customers WHERE consent_email = 1 AND last_order_at IS NOT NULL "
            "AND id NOT IN (SELECT customer_id FROM outbox) LIMIT 1"
        )
    )
    panel = stage.go("customers", {"customer": who}).panel
    click(stage, panel.write_button)
    dialog = dialog_of(stage, WriteDialog)
    assert [dialog.channel.itemData(at) for at in range(dialog.channel.count())] == [
        str(each) for each in customers.get(shop.db, who).reachable_by
    ]
    assert dialog.send_button.isEnabled()
    assert dialog.proof.words()
    dialog.kind.setCurrentIndex(dialog.kind.findData(CampaignType.PRICE_DROP.value))
    dialog.show_words()
    stage.settle()
    assert not dialog.send_button.isEnabled()
    assert "no product" in dialog.fault.text()
    dialog.kind.setCurrentIndex(0)
    dialog.show_words()
    stage.settle()
    click(stage, dialog.send_button)
    assert stage.faults == []
    ids = listings.message_ids(shop.db, (OutboxState.ACCEPTED,), customer_id=who)
    assert len(ids) == 1
    click(stage, panel.write_button)
    assert "this week" in dialog_of(stage, WriteDialog).fault.text()


def test_a_customer_is_added_by_hand(stage: Stage) -> None:
    """Name, address, what was agreed to and in which words; shown at once, and taken back without a trace."""
    shop = stage.shop
    page = stage.go("customers")
    total = shop.db.value("SELECT count(*) FROM customers")
    click(stage, page.add_button)
    dialog = dialog_of(stage, AddDialog)
    assert not dialog.add_button.isEnabled()
    dialog.name.setText("Dora Klein")
    dialog.email.setText("dora@example")
    dialog.look()
    stage.settle()
    assert "no e-mail address" in dialog.note.text()
    dialog.email.setText("dora@example.com")
    dialog.agreed[ChannelName.EMAIL].setChecked(True)
    dialog.look()
    stage.settle()
    assert not dialog.add_button.isEnabled()
    assert "without the words" in dialog.note.text()
    dialog.words.setText("Asked at the till")
    click(stage, dialog.add_button)
    who = someone(stage, "email = 'dora@example.com'")
    assert page.panel.customer_id == who
    assert customers.get(shop.db, who).consent[ChannelName.EMAIL] is True
    undo(stage)
    assert shop.db.value("SELECT count(*) FROM customers") == total


def test_somebody_who_is_known_is_offered_instead(stage: Stage) -> None:
    """The same e-mail leads to the one who has it, with a button."""
    known = customers.get(stage.shop.db, 6)
    page = stage.go("customers")
    click(stage, page.add_button)
    dialog = dialog_of(stage, AddDialog)
    dialog.email.setText(f" {known.email} ")
    dialog.look()
    stage.settle()
    assert nameless(dialog) == []
    stage.find(QPushButton, f"Show {known.display_name}").click()
    stage.settle()
    assert page.panel.customer_id == 6
