"""Templates, Analytics, groups and the first questions, while something changes: nothing typed or chosen is lost."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog

from reengage_desktop.domain.criteria import Condition, Criteria
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.jobs.tasks import template_drafts
from reengage_desktop.jobs.tasks import templates as template_tasks
from reengage_desktop.store import customers
from reengage_desktop.ui.criteria import CriteriaEditor
from reengage_desktop.ui.first_run.dialog import FirstRunDialog
from tests.ui.customer_steps import click
from tests.ui.stage import Stage


def _own(stage: Stage, name: str) -> None:
    """A template of the owner's own, shown in the editor."""
    page = stage.go("templates")
    page.start_new("sms")
    stage.settle()
    page.editor.name.setText(name)
    page.editor.body.setPlainText("Hello {{ customer.first_name | default: 'there' }} STOP")
    page.editor.edited.emit()
    stage.settle()
    assert page.save_button.isEnabled()
    click(stage, page.save_button)


def test_two_presses_save_one_template(stage: Stage) -> None:
    """C15: the second press of Save does not refuse what the first one has just kept."""
    page = stage.go("templates")
    page.start_new("sms")
    stage.settle()
    page.editor.name.setText("Mine")
    page.editor.body.setPlainText("Hello there, STOP")
    page.editor.edited.emit()
    stage.settle()
    assert page.save_button.isEnabled()
    page.save_button.click()
    page.save_button.click()
    stage.settle()
    assert stage.faults == []
    assert len(template_tasks.list_versions(stage.shop, "Mine")) == 1


def test_the_last_letters_before_another_template_is_chosen_are_kept(stage: Stage) -> None:
    """Whoever types and goes to another template at once finds every letter again."""
    _own(stage, "Mine")
    page = stage.window.page("templates")
    page.editor.body.moveCursor(QTextCursor.MoveOperation.End)
    page.editor.body.insertPlainText(" and more")
    other = next(each.name for each in page._stock.templates if each.name != "Mine")
    page.gallery.select(other)
    stage.settle()
    page.gallery.select("Mine")
    stage.settle()
    assert page.editor.body.toPlainText().endswith(" and more")


def test_what_was_not_saved_comes_back_with_a_deleted_template(stage: Stage) -> None:
    """The Undo of a deletion brings back what was written and not saved too."""
    _own(stage, "Mine")
    page = stage.window.page("templates")
    page.editor.body.insertPlainText("Dear ")
    page.editor.edited.emit()
    stage.settle()
    assert template_drafts.list_drafts(stage.shop)
    page._delete()
    stage.settle()
    stage.window.toast.undo()
    stage.settle()
    page.gallery.select("Mine")
    stage.settle()
    assert page.editor.body.toPlainText().startswith("Dear ")


def test_looking_for_somebody_else_in_vain_leaves_her_who_is_looked_through(stage: Stage) -> None:
    """The name over the preview is hers whose message it shows."""
    page = stage.go("templates")
    pane = page.preview
    pane.look_as(4, customers.get(stage.shop.db, 4).display_name)
    stage.settle()
    at = pane.people.findData("find")
    pane.people.setCurrentIndex(at)
    pane.people.activated.emit(at)
    stage.settle()
    for dialog in stage.window.findChildren(QDialog):
        dialog.reject()
    stage.settle()
    assert pane.people.currentData() == 4


def test_results_are_in_the_currency_of_now(stage: Stage) -> None:
    """A11: after the shop's currency has changed no table goes on in the old one."""
    page = stage.go("analytics")
    setting_tasks.set_setting(stage.shop, "business.currency", "CHF")
    stage.desk.settings = stage.shop.settings()
    page.refresh()
    stage.settle()
    model = page.by_type.table.results
    headings = [model.headerData(at, page.by_type.table.horizontalHeader().orientation()) for at in range(20)]
    assert [each for each in headings if each and "CHF" in each], headings
    texts = [str(model.index(0, at).data()) for at in range(model.columnCount())]
    assert not [text for text in texts if "$" in text], texts


def test_the_cross_of_a_condition_says_what_it_takes_away(stage: Stage) -> None:
    """A screen reader hears the condition as it stands, not as it began."""
    editor = CriteriaEditor(stage.desk)
    stage.qtbot.addWidget(editor)
    editor.show_criteria(Criteria("all", (Condition("last_order_days", "more_than", 60),)))
    line = editor.rows[0]
    at = line.field_box.findData("orders_count")
    line.field_box.setCurrentIndex(at)
    line.field_box.activated.emit(at)
    assert "Number of orders" in line.cross.accessibleName()
    assert "Number of orders" in line.cross.toolTip()


def test_the_days_that_were_chosen_are_there_again_after_back(stage: Stage) -> None:
    """ux.md 1: nothing is asked twice: Back and Continue leave what was chosen on the page."""
    dialog = FirstRunDialog(stage.desk, stage.window)
    dialog.show()
    stage.settle()
    dialog.skip()
    stage.settle()
    dialog.skip()
    stage.settle()
    dialog.rhythm.days.setValue(123)
    dialog.back()
    stage.settle()
    dialog.skip()
    stage.settle()
    assert dialog.rhythm.days.value() == 123
    dialog.reject()
    stage.settle()
