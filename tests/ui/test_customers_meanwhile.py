"""Customers: a deed goes to whom the owner saw when she began it, whatever the list shows then; nothing is lost."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from reengage_desktop.domain.criteria import Condition, Criteria
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.tasks import customers as customer_tasks
from reengage_desktop.jobs.tasks import groups
from reengage_desktop.store import customers
from reengage_desktop.ui.customers.addition import AddDialog
from reengage_desktop.ui.customers.forgetting import ForgetDialog
from reengage_desktop.ui.customers.grouping import GroupDialog
from reengage_desktop.ui.customers.tagging import TagDialog
from reengage_desktop.ui.customers.writing import WriteDialog
from tests.ui.customer_steps import LEFT, dialog_of, someone, undo
from tests.ui.held import NETWORK_THREADS, held
from tests.ui.stage import Stage


def test_a_deed_is_done_to_the_one_who_is_shown(stage: Stage) -> None:
    """C18: between the click on another row and her data the panel still shows the first one: the deed is hers."""
    page = stage.go("customers", {"customer": 4})
    shown = page.panel.name.text()
    page.table.select_id(9)
    page.panel.opt_out_button.click()
    stage.settle()
    assert customers.get(stage.shop.db, 4).consent[ChannelName.EMAIL] is False
    assert customers.get(stage.shop.db, 9).consent.get(ChannelName.EMAIL) is not False
    assert shown in stage.window.toast.sentence()


def test_the_checks_of_one_are_never_shown_under_the_name_of_another(stage: Stage) -> None:
    """A3: while the answer waits for a lane that is busy, nothing is said rather than what holds for somebody else."""
    page = stage.go("customers", {"customer": 4})
    before = page.panel.checks.lines[0]
    with held(stage, "network", NETWORK_THREADS):
        page.table.select_id(9)
        name = customers.get(stage.shop.db, 9).display_name
        stage.qtbot.waitUntil(lambda: page.panel.name.text() == name, timeout=5000)
        stage.qtbot.wait(50)
        assert page.panel.checks.lines == []
        assert before not in page.panel.checks._verdict.text()
        assert all(line.isHidden() for row in page.panel.checks._rows for line in row)
    stage.settle()
    assert page.panel.checks.lines


def test_a_tag_goes_to_whom_it_was_asked_for(stage: Stage) -> None:
    """While the owner writes the word the list changes, and with it who is shown beside it."""
    page = stage.go("customers", {"customer": 4})
    page.panel.tags.ask()
    dialog = dialog_of(stage, TagDialog)
    page.table.select_id(9)
    stage.settle()
    dialog.named.emit("Garden")
    stage.settle()
    assert customers.get(stage.shop.db, 4).tags == ("Garden",)
    assert customers.get(stage.shop.db, 9).tags == ()


def test_two_tags_taken_away_one_after_the_other_are_both_gone(stage: Stage) -> None:
    """The second click does not bring back what the first one took; an Undo brings back its own tag and no other."""
    shop = stage.shop
    customer_tasks.set_tags(shop, 4, ["Garden", "Tea"])
    panel = stage.go("customers", {"customer": 4}).panel
    panel.tags.remove("Garden")
    panel.tags.remove("Tea")
    stage.settle()
    assert customers.get(shop.db, 4).tags == ()
    customer_tasks.set_tags(shop, 4, ["Wool"])
    undo(stage)
    assert set(customers.get(shop.db, 4).tags) == {"Tea", "Wool"}


def test_her_data_is_written_for_whom_it_was_asked(stage: Stage, tmp_path: Path) -> None:
    """C18: the file that is handed over holds the data of her who was shown when it was asked for."""
    page, target = stage.go("customers", {"customer": 4}), tmp_path / "her.json"

    def answer() -> None:
        page.table.select_id(9)
        stage.qtbot.waitUntil(lambda: page.panel.name.text() == customers.get(stage.shop.db, 9).display_name)
        chooser = QApplication.activeModalWidget()
        if isinstance(chooser, QFileDialog):
            names = chooser.findChild(QLineEdit)
            assert names is not None
            names.setText(str(target))
            chooser.accept()

    QTimer.singleShot(200, answer)
    page.panel.export_action.trigger()
    stage.qtbot.waitUntil(target.exists, timeout=5000)
    stage.settle()
    text = target.read_text(encoding="utf-8")
    assert str(customers.get(stage.shop.db, 4).email) in text
    assert str(customers.get(stage.shop.db, 9).email) not in text


def test_a_tag_for_several_goes_to_those_who_were_selected(stage: Stage) -> None:
    """Who was selected when the word was asked for gets it, also when the list is another by then."""
    page = stage.go("customers")
    page.table.select_rows([0, 1, 2])
    chosen = page.table.selected_ids()
    assert len(chosen) == 3
    page.bar.tag.click()
    dialog = dialog_of(stage, TagDialog)
    page.table.select_id(page.model.ids()[7])
    stage.settle()
    dialog.named.emit("Garden")
    stage.settle()
    tagged = [each for (each,) in stage.shop.db.rows("SELECT id FROM customers WHERE tags LIKE '%Garden%'")]
    assert sorted(tagged) == sorted(chosen)


def test_a_double_click_adds_one_customer(stage: Stage) -> None:
    """A5: one person stands in the shop once, however often the button is pressed."""
    page = stage.go("customers")
    page.add_button.click()
    dialog = dialog_of(stage, AddDialog)
    dialog.email.setText("new@example.com")
    dialog.look()
    stage.settle()
    with held(stage, "write"):
        for _press in range(2):
            stage.qtbot.mouseClick(dialog.add_button, LEFT)
        stage.qtbot.wait(20)
    stage.settle()
    assert stage.shop.db.value("SELECT count(*) FROM customers WHERE email = 'new@example.com'") == 1


def test_a_refusal_leaves_the_typed_newcomer_and_the_button(stage: Stage) -> None:
    """What could not be kept can be tried again."""
    page = stage.go("customers")
    page.add_button.click()
    dialog = dialog_of(stage, AddDialog)
    dialog.email.setText("new@example.com")
    dialog.look()
    stage.settle()
    dialog.email.blockSignals(True)
    dialog.email.setText("no address")
    dialog.email.blockSignals(False)
    dialog.add_button.click()
    stage.settle()
    assert len(stage.faults) == 1
    assert dialog.isVisible()
    assert dialog.isEnabled()


def test_what_became_of_a_message_is_told_when_its_dialog_has_gone(stage: Stage) -> None:
    """A13: who puts the dialog away while the message is under way hears of its end; no second one can be asked for."""
    who = someone(stage, "consent_email = 1 AND last_order_at IS NOT NULL")
    page = stage.go("customers", {"customer": who})
    page.panel.write_button.click()
    dialog = dialog_of(stage, WriteDialog)
    stage.settle()
    dialog.send_button.setEnabled(True)
    with held(stage, "network", NETWORK_THREADS):
        dialog.send_button.click()
        assert not dialog.kind.isEnabled()
        assert not dialog.channel.isEnabled()
        assert not dialog.send_button.isEnabled()
        dialog.reject()
        stage.qtbot.wait(20)
    stage.settle()
    assert customers.get(stage.shop.db, who).display_name in stage.window.toast.sentence()


def test_a_sending_that_broke_off_can_be_tried_again(stage: Stage) -> None:
    """A13: after a fault the dialog looks anew how the message would go now; and it does not go later by itself."""
    who = someone(stage, "consent_email = 1 AND last_order_at IS NOT NULL")
    page = stage.go("customers", {"customer": who})
    page.panel.write_button.click()
    dialog = dialog_of(stage, WriteDialog)
    stage.settle()
    was_ready = dialog.send_button.isEnabled()
    dialog.send_button.setEnabled(True)
    stage.shop.db.run("ALTER TABLE attempts RENAME TO attempts_away")
    dialog.send_button.click()
    stage.settle()
    stage.shop.db.run("ALTER TABLE attempts_away RENAME TO attempts")
    assert len(stage.faults) == 1
    assert was_ready
    assert dialog.send_button.isEnabled()
    assert stage.shop.db.row("SELECT state, reason FROM outbox ORDER BY id DESC") == ("held", "awaiting_approval")


def test_a_note_keeps_its_last_space_and_the_cursor(stage: Stage) -> None:
    """Whoever stops for a second in the middle of a note goes on where she was."""
    panel = stage.go("customers", {"customer": 4}).panel
    panel.note.begin()
    stage.qtbot.keyClicks(panel.note, "likes oat ")
    stage.qtbot.waitUntil(lambda: customers.get(stage.shop.db, 4).note == "likes oat", timeout=5000)
    stage.settle()
    stage.qtbot.keyClicks(panel.note, "milk")
    assert panel.note.toPlainText() == "likes oat milk"


def test_an_older_reading_takes_no_note_away(stage: Stage) -> None:
    """What is on its way into the shop is not overwritten by what stood there before."""
    panel = stage.go("customers", {"customer": 4}).panel
    panel.note.begin()
    stage.qtbot.keyClicks(panel.note, "likes oat")
    with held(stage, "write"):
        panel.note.keep()
        panel.note.show_note(4, "")
        assert panel.note.toPlainText() == "likes oat"
        panel.note.moveCursor(QTextCursor.MoveOperation.End)
        stage.qtbot.keyClicks(panel.note, " milk")
    stage.qtbot.waitUntil(lambda: customers.get(stage.shop.db, 4).note == "likes oat milk", timeout=5000)
    stage.settle()
    assert panel.note.toPlainText() == "likes oat milk"
    customer_tasks.set_note(stage.shop, 4, "by the other window")
    stage.qtbot.waitUntil(lambda: panel.note.toPlainText() == "by the other window", timeout=5000)


def test_a_group_is_shown_whole_whatever_was_searched_before(stage: Stage) -> None:
    """The list that another page names is that list, not what a search of an hour ago leaves of it."""
    group = groups.add_group(stage.shop, "Buyers", Criteria("all", (Condition("orders_count", "at_least", 1),)))
    page = stage.go("customers")
    page.search.setText("zzzz")
    stage.qtbot.wait(200)
    stage.settle()
    stage.go("customers", {"group": group.id})
    assert page.model.rowCount() == group.count


def test_a_later_choice_is_not_overtaken_by_the_group_asked_for_before(stage: Stage) -> None:
    """What is chosen last is shown, though the groups were still being read."""
    group = groups.add_group(stage.shop, "Buyers", Criteria("all", (Condition("orders_count", "at_least", 1),)))
    page = stage.go("customers")
    page.open({"group": group.id})
    page.show_all.click()
    stage.settle()
    assert page.filters._shown.group is None


def test_a_group_keeps_the_keyboard_when_its_count_comes(stage: Stage) -> None:
    """Who goes through the filters by keyboard is not thrown out by news from the shop."""
    group = groups.add_group(stage.shop, "Buyers", Criteria("all", (Condition("orders_count", "at_least", 1),)))
    page = stage.go("customers")
    page.filters.groups[group.id].setFocus()
    page.refresh()
    stage.settle()
    assert page.filters.groups[group.id].hasFocus()


def test_a_group_of_what_is_searched_holds_what_is_searched(stage: Stage) -> None:
    """“Save as group…” right after the last letter keeps those who are found, not those who were shown before."""
    page = stage.go("customers")
    name = customers.get(stage.shop.db, 4).display_name
    page.search.setText(name)
    page.filters.save_button.click()
    stage.settle()
    dialog = dialog_of(stage, GroupDialog)
    found = dialog.editor.criteria().parts[0].value
    assert 4 in found
    assert len(found) < stage.shop.db.value("SELECT count(*) FROM customers") / 2
    dialog.reject()
    stage.settle()


def test_return_forgets_nobody(stage: Stage) -> None:
    """The one thing that can't be undone is not what Return does as soon as the question is there."""
    page = stage.go("customers", {"customer": 4})
    page.panel.forget_action.trigger()
    dialog = dialog_of(stage, ForgetDialog)
    stage.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    stage.settle()
    assert customers.get(stage.shop.db, 4).id == 4
