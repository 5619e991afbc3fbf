"""One customer: tags, note, timeline, messages, merging, and adding her by hand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from reengage_desktop.domain.vocabulary import CampaignType, ChannelName, OutboxState
from reengage_desktop.jobs.tasks import customers as customer_tasks
from reengage_desktop.store import customers, listings
from reengage_desktop.ui.customers.addition import AddDialog
from reengage_desktop.ui.customers.merging import MergeDialog
from reengage_desktop.ui.customers.writing import WriteDialog
from reengage_desktop.ui.widgets.customer_picker import CustomerPicker
from tests.ui.customer_steps import click, dialog_of, someone, undo
from tests.ui.fit import faults_of, nameless
from tests.ui.stage import Stage


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
