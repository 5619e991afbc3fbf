"""The editor of criteria: sentences with live counts, over a real shop (C14)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reengage_desktop.domain.criteria import EVERYBODY, Condition, Criteria, of_ids
from reengage_desktop.jobs.tasks import groups
from reengage_desktop.store import customers
from reengage_desktop.ui.criteria import CriteriaEditor, MatchLine, sentence_of
from reengage_desktop.ui.criteria.editor import InnerRow
from reengage_desktop.ui.criteria.row import ConditionRow, KeptRow
from reengage_desktop.ui.criteria.values import ChoiceField, NumberField, SeveralField
from tests.ui.fit import cut_off, nameless
from tests.ui.stage import Stage


def _place(stage: Stage) -> tuple[QWidget, CriteriaEditor, MatchLine]:
    top = QWidget()
    stage.qtbot.addWidget(top)
    layout = QVBoxLayout(top)
    editor, line = CriteriaEditor(stage.desk), MatchLine(stage.desk)
    editor.changed.connect(line.show_criteria)
    layout.addWidget(editor)
    layout.addWidget(line)
    top.resize(820, 400)
    top.show()
    return top, editor, line


def test_a_sentence_is_built_and_counted_live(stage: Stage) -> None:
    """C14: each change counts anew, and says whom it means."""
    top, editor, line = _place(stage)
    editor.add_condition("last_order_days")
    stage.settle()
    first = line.matching
    assert first is not None
    assert 0 < first.count < first.total
    row = editor.rows[0]
    assert isinstance(row, ConditionRow)
    assert isinstance(row.value_field, NumberField)
    row.value_field.boxes[0].setValue(100)
    stage.settle()
    second = line.matching
    assert second is not None
    assert second.count < first.count
    wanted = Criteria("all", (Condition("last_order_days", "more_than", 100),))
    assert editor.criteria() == wanted
    assert second == groups.match(stage.shop, wanted)
    assert f"{second.count} customers" in line.count.text()
    assert second.first_names[0] in line.names.text()
    assert nameless(top) == []
    assert cut_off(top) == []


def test_two_conditions_are_joined_or_left_out(stage: Stage) -> None:
    """C14: all, at least one or none of the conditions; a cross takes one away and the keyboard stays near it."""
    _top, editor, line = _place(stage)
    editor.show_criteria(
        Criteria("all", (Condition("orders_count", "at_least", 5), Condition("lifetime_value", "between", (50, 200))))
    )
    counts = {}
    for at in range(editor.mode_box.count()):
        editor.mode_box.setCurrentIndex(at)
        editor.mode_box.activated.emit(at)
        stage.settle()
        assert line.matching is not None
        counts[editor.mode_box.itemData(at)] = line.matching.count
    assert counts["all"] < counts["any"]
    assert counts["any"] + counts["not"] == groups.match(stage.shop, EVERYBODY).total
    editor.rows[0].cross.click()
    stage.settle()
    assert len(editor.rows) == 1
    editor.rows[0].cross.click()
    assert editor.criteria() == EVERYBODY


def test_words_of_the_shop_are_offered(stage: Stage) -> None:
    """C14: a tag is chosen out of those that there are; while none is, nothing is counted."""
    with stage.shop.db.write():
        stage.shop.db.run("UPDATE customers SET tags = '[\"regular\"]' WHERE id % 3 = 0")
    top, editor, line = _place(stage)
    editor.add_condition("tag")
    stage.settle()
    assert editor.criteria() is None
    assert "missing" in line.count.text()
    row = editor.rows[0]
    assert isinstance(row, ConditionRow)
    assert isinstance(row.value_field, ChoiceField)
    row.value_field.box.setCurrentIndex(row.value_field.box.findData("regular"))
    stage.settle()
    assert line.matching is not None
    assert line.matching.count == stage.shop.db.value("SELECT count(*) FROM customers WHERE id % 3 = 0")
    row.op_box.setCurrentIndex(row.op_box.findData("not_in"))
    row.op_box.activated.emit(row.op_box.currentIndex())
    stage.settle()
    assert isinstance(row.value_field, SeveralField)
    row.value_field.menu.actions()[0].trigger()
    assert editor.criteria() == Criteria("all", (Condition("tag", "not_in", ("regular",)),))
    assert nameless(top) == []


def test_what_the_command_line_can_do_is_kept(stage: Stage) -> None:
    """A fixed list, and a combination two levels down, are shown in words and given back as they were."""
    _top, editor, _line = _place(stage)
    inner = Criteria("not", (Condition("segment", "is", "vip"), Condition("city", "contains", "Ber")))
    deeper = Criteria("any", (Condition("orders_count", "at_least", 2), inner))
    whole = Criteria("all", (Condition("never_ordered", "is", False), deeper, *of_ids([1, 2, 3]).parts))
    editor.show_criteria(whole)
    assert editor.criteria() == whole
    assert isinstance(editor.rows[1], InnerRow)
    assert isinstance(editor.rows[1].editor.rows[1], KeptRow)
    assert isinstance(editor.rows[2], KeptRow)
    words = sentence_of(whole, "EUR")
    assert words == (
        "Has ordered and (Number of orders at least 2 or not (VIP or City contains Ber)) and one of 3 chosen customers"
    )


def test_and_and_or_are_nested_one_level(stage: Stage) -> None:
    """C14: a combination of its own is added, edited and taken away; empty, it says that something is missing."""
    top, editor, line = _place(stage)
    editor.add_condition("orders_count")
    editor.add_inner()
    inner = editor.rows[1]
    assert isinstance(inner, InnerRow)
    inner.editor.add_condition("never_ordered")
    stage.settle()
    made = editor.criteria()
    assert made is not None
    assert [part.mode for part in made.parts if isinstance(part, Criteria)] == ["any"]
    assert line.matching is not None
    assert line.matching.count == groups.match(stage.shop, made).count
    assert nameless(top) == []
    menu = inner.editor.add_button.menu()
    assert not any("“or”" in action.text() for action in menu.actions())
    for _ in range(2):
        inner.editor.rows[0].cross.click()
    assert editor.criteria() is None
    inner.cross.click()
    stage.settle()
    assert editor.criteria() == Criteria("all", made.parts[:1])


def test_the_sentence_says_amounts_and_days(stage: Stage) -> None:
    """Criteria read as a person would say them."""
    some = Criteria(
        "any",
        (
            Condition("last_order_days", "between", (60, 365)),
            Condition("lifetime_value", "at_least", 100),
            Condition("last_contact_days", "is_empty"),
        ),
    )
    assert sentence_of(some, "EUR") == (
        "Last order between 60 and 365 days ago or Spent in all at least €\u00a0100.00 or Last contact never"
    )
    assert sentence_of(EVERYBODY, "EUR") == "All customers"


def test_the_field_of_a_condition_can_be_changed(stage: Stage) -> None:
    """Another field keeps its line and asks with its own comparison; by keyboard alone."""
    _top, editor, _line = _place(stage)
    editor.add_condition("last_order_days")
    row = editor.rows[0]
    assert isinstance(row, ConditionRow)
    row.field_box.setFocus()
    stage.qtbot.keyClick(row.field_box, Qt.Key.Key_Down)
    assert row.part() == Condition("first_order_days", "more_than", 365)
    names = [row.op_box.itemText(at) for at in range(row.op_box.count())]
    assert names[:2] == ["more than", "less than"]
    assert customers.get(stage.shop.db, 1).id == 1
