"""Each page shows the shop's real figures and does its main action through its real widgets."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, Qt

from reengage_desktop.domain.vocabulary import ChannelName, Segment
from reengage_desktop.store import customers, listings, segments
from reengage_desktop.ui.customers.agreement import AgreementDialog
from reengage_desktop.ui.customers.forgetting import ForgetDialog
from reengage_desktop.ui.customers.purchase import PurchaseDialog
from reengage_desktop.ui.tables.view import cells_of
from tests.ui.stage import Stage

LEFT = Qt.MouseButton.LeftButton


def test_filters_count_what_they_show(stage: Stage) -> None:
    """Every quick filter carries its number and shows as many rows."""
    page, shop = stage.go("customers"), stage.shop
    counts = segments.count_all(shop.db, shop.settings(), shop.now())
    for segment in (Segment.INACTIVE, Segment.NO_CONSENT, Segment.ALL):
        stage.qtbot.mouseClick(page.filters.segments[segment], LEFT)
        stage.settle()
        assert page.model.rowCount() == counts[segment]
        assert str(counts[segment]) in page.filters.segments[segment].text()


def test_search_and_sort(stage: Stage) -> None:
    """Typing narrows the list after 150 ms; a heading puts it in another order."""
    page = stage.go("customers", {"segment": "all"})
    everybody = page.model.rowCount()
    stage.qtbot.keyClicks(page.search, "hana k")
    stage.qtbot.waitUntil(lambda: 0 < page.model.rowCount() < everybody, timeout=5000)
    stage.settle()
    cells_of(page.model, 0)
    stage.settle()
    names = [cells_of(page.model, row)[0] for row in range(page.model.rowCount())]
    assert names
    assert all("Hana K" in name for name in names)
    page.search.clear()
    page.table.horizontalHeader().sortIndicatorChanged.emit(3, Qt.SortOrder.DescendingOrder)
    stage.settle()
    best = stage.shop.db.value("SELECT id FROM customers ORDER BY lifetime_value_minor DESC, id DESC LIMIT 1")
    assert page.model.id_at(0) == best


def test_the_panel_explains_and_opts_out_with_undo(stage: Stage) -> None:
    """C18: consent with its source, the checks in order, opt out at once, and the undo gives the yes back."""
    shop = stage.shop
    who = shop.db.value("SELECT id FROM customers WHERE consent_email = 1 AND last_order_at IS NOT NULL LIMIT 1")
    page = stage.go("customers", {"customer": who})
    panel = page.panel
    assert panel.customer_id == who
    assert panel.name.text() == customers.get(shop.db, who).display_name
    assert panel.checks.lines[0].startswith(("<b>Yes", "<b>No"))
    assert any(line.startswith("✓") for line in panel.checks.lines)
    stage.qtbot.mouseClick(panel.opt_out_button, LEFT)
    stage.settle()
    assert customers.get(shop.db, who).consent[ChannelName.EMAIL] is False
    assert "gets no more messages" in stage.window.toast.sentence()
    stage.window.toast.undo()
    stage.settle()
    assert customers.get(shop.db, who).consent[ChannelName.EMAIL] is True


def test_a_purchase_is_logged_by_hand(stage: Stage) -> None:
    """Log a purchase asks for amount and day, and the customer's figures follow."""
    shop = stage.shop
    who = shop.db.value("SELECT id FROM customers WHERE last_order_at IS NOT NULL ORDER BY last_order_at LIMIT 1")
    before = customers.get(shop.db, who)
    page = stage.go("customers", {"customer": who})
    stage.qtbot.mouseClick(page.panel.log_button, LEFT)
    dialog = stage.window.findChild(PurchaseDialog)
    assert dialog is not None
    assert not dialog.log_button.isEnabled()
    assert (dialog.day.minimumDate(), dialog.day.maximumDate()) == (QDate(1990, 1, 1), dialog.day.date())
    stage.qtbot.keyClicks(dialog.amount, "24.90")  # over the 0.00, not before it
    assert dialog.amount.value() == 24.90
    stage.qtbot.mouseClick(dialog.log_button, LEFT)
    stage.settle()
    after = customers.get(shop.db, who)
    assert after.orders_count == before.orders_count + 1
    assert after.last_order_at is not None
    assert after.last_order_at.astimezone(shop.settings().zone).date() == date(2026, 11, 21)
    assert "24.90" in stage.window.toast.sentence()
    stage.window.toast.undo()
    stage.settle()
    assert customers.get(shop.db, who).orders_count == before.orders_count


def test_activity_shows_why_and_lets_decide(stage: Stage) -> None:
    """An uncertain message is treated as sent by the owner's word; a waiting one is removed, and put back."""
    shop = stage.shop
    page = stage.go("activity", {"filter": "problems"})
    doubtful = shop.db.value("SELECT id FROM outbox WHERE state = 'uncertain'")
    assert page.table.select_id(doubtful)
    stage.settle()
    stage.qtbot.mouseClick(page.decisions.as_sent, LEFT)
    stage.settle()
    assert shop.db.value("SELECT treated_as FROM outbox WHERE id = ?", (doubtful,)) == "sent"
    page = stage.go("activity", {"filter": "waiting"})
    waiting = shop.db.value("SELECT id FROM outbox WHERE state = 'pending'")
    assert page.table.select_id(waiting)
    stage.settle()
    stage.qtbot.mouseClick(page.decisions.remove, LEFT)
    stage.settle()
    assert shop.db.value("SELECT state FROM outbox WHERE id = ?", (waiting,)) == "cancelled"
    stage.window.toast.undo()
    stage.settle()
    assert shop.db.value("SELECT state FROM outbox WHERE id = ?", (waiting,)) in ("pending", "held")


def test_an_agreement_is_written_down_with_its_words(stage: Stage) -> None:
    """C18: a yes needs the channel and the words; it is kept with both and can be taken back."""
    shop = stage.shop
    who = shop.db.value("SELECT id FROM customers WHERE consent_email IS NULL AND email IS NOT NULL LIMIT 1")
    page = stage.go("customers", {"customer": who})
    page.panel.agree_action.trigger()
    dialog = stage.window.findChild(AgreementDialog)
    assert dialog is not None
    assert not dialog.keep_button.isEnabled()
    dialog.words.setText("Asked at the till")
    stage.qtbot.mouseClick(dialog.keep_button, LEFT)
    stage.settle()
    assert listings.consent_sources(shop.db, who)[ChannelName.EMAIL][2] == "Asked at the till"
    stage.window.toast.undo()
    stage.settle()
    assert customers.get(shop.db, who).consent[ChannelName.EMAIL] is None, "she was never asked"


def test_a_persons_data_is_exported_and_forgotten(stage: Stage, tmp_path: Path) -> None:
    """C18: one file with everything, and then nothing of it is left in the list."""
    shop = stage.shop
    who = shop.db.value("SELECT id FROM customers WHERE email IS NOT NULL LIMIT 1")
    address = customers.get(shop.db, who).email
    page = stage.go("customers", {"customer": who})
    page.panel.export_to(tmp_path / "her.json")
    stage.settle()
    assert str(address) in (tmp_path / "her.json").read_text(encoding="utf-8")
    page.panel.forget_action.trigger()
    dialog = stage.window.findChild(ForgetDialog)
    assert dialog is not None
    stage.qtbot.mouseClick(dialog.forget_button, LEFT)
    stage.settle()
    assert stage.faults == []
    assert shop.db.value("SELECT count(*) FROM customers WHERE email = ?", (address,)) == 0
    assert page.model.row_of(who) is None
