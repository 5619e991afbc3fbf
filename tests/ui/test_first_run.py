"""The first run: four pages by keyboard, each skippable, stored at once, asked once, and nothing asked twice."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import first_run
from reengage_desktop.store import facts, listings
from reengage_desktop.ui.application import Session
from reengage_desktop.ui.first_run.dialog import FirstRunDialog
from reengage_desktop.ui.importing.dialog import ImportDialog
from tests.conftest import Clock
from tests.shop_rows import add_customer, add_order
from tests.ui.fit import cut_off, nameless
from tests.ui.stage import Stage, dress, put_away

KEY = Qt.Key


@pytest.fixture
def stage(open_stage: Callable[..., Stage]) -> Stage:
    """A window over an empty shop."""
    return open_stage(lively=False)


def _greet(stage: Stage) -> FirstRunDialog:
    stage.desk.setup_asked.emit()
    dialog = stage.window.findChild(FirstRunDialog)
    assert dialog is not None
    stage.settle()
    return dialog


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the keyboard"
    return widget


def _press(stage: Stage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, and the time that a button takes to come up again after its letter was pressed."""
    QTest.keyClick(_focused(), key, modifier)
    if modifier is Qt.KeyboardModifier.AltModifier:
        stage.qtbot.wait(150)
    stage.settle()


def _type(stage: Stage, text: str) -> None:
    QTest.keyClicks(_focused(), text)


def _buyers(shop: Shop, count: int = 20) -> None:
    """Everybody bought every 20 days, and half of them not for 100 days."""
    for number in range(count):
        at = shop.now() - timedelta(days=100 if number % 2 else 3)
        customer = add_customer(shop.db, name=f"Customer {number}")
        for visit in range(4):
            add_order(shop.db, customer, at - timedelta(days=20 * visit), 1000 * (number + 1), currency="EUR")
    shop.db.run("INSERT INTO settings (key, value, origin, changed_at) VALUES ('business.currency', 'EUR', 'pc', 0) "
                "ON CONFLICT DO UPDATE SET value = 'EUR'")  # fmt: skip
    facts.refresh(shop.db, None, shop.settings())


def test_all_skipped_by_keyboard(stage: Stage) -> None:
    """D1: Alt+K three times and only the asking is remembered; without orders there is no page about a rhythm."""
    dialog = _greet(stage)
    before = stage.shop.settings().texts
    seen = []
    for _ in range(3):
        seen.append(dialog.current())
        _press(stage, KEY.Key_K, Qt.KeyboardModifier.AltModifier)
    assert seen == [dialog.shop, dialog.customers, dialog.channel]
    assert stage.window.findChild(FirstRunDialog) is None or not dialog.isVisible()
    assert stage.shop.settings().texts == before
    assert not first_run.is_wanted(stage.shop)


def test_the_shop_page_by_keyboard(stage: Stage) -> None:
    """D1: name, Alt+E to the e-mail, Return goes on; what was typed is stored, what the PC said stays its word."""
    dialog = _greet(stage)
    assert QApplication.focusWidget() is dialog.shop.name_field
    _type(stage, "Corner Coffee")
    _press(stage, KEY.Key_E, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is dialog.shop.reply_to
    _type(stage, "owner@example.com")
    _press(stage, KEY.Key_Tab)
    assert QApplication.focusWidget() is dialog.shop.address
    _type(stage, "Main Street 1")
    _press(stage, KEY.Key_Return)
    assert dialog.current() is dialog.shop, "Return makes a new line in the address"
    _type(stage, "10115 Berlin")
    _press(stage, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.current() is dialog.customers
    stored = stage.shop.settings()
    assert stored.text("business.name") == "Corner Coffee"
    assert stored.text("business.reply_to") == "owner@example.com"
    assert stored.text("business.postal_address") == "Main Street 1\n10115 Berlin"


def test_a_wrong_address_keeps_everything_out(stage: Stage) -> None:
    """B6: one sentence under the fields, the keyboard at the fault, nothing stored; mended, it goes on."""
    dialog = _greet(stage)
    dialog.shop.name_field.setText("Corner Coffee")
    dialog.shop.reply_to.setText("nobody")
    _press(stage, KEY.Key_Return)
    assert dialog.current() is dialog.shop
    assert QApplication.focusWidget() is dialog.shop.reply_to
    assert "“nobody” is no e-mail address" in dialog.fault.text()
    assert stage.shop.settings().text("business.name") == ""
    dialog.shop.reply_to.clear()
    _press(stage, KEY.Key_Return)
    assert dialog.current() is dialog.customers
    assert stage.shop.settings().text("business.name") == "Corner Coffee"


def test_a_shop_without_a_name_is_told_so(stage: Stage) -> None:
    """B6: nothing goes on silently without the name that every customer sees; the page can still be skipped."""
    dialog = _greet(stage)
    dialog.shop.name_field.setText("  ")
    _press(stage, KEY.Key_Return)
    assert dialog.current() is dialog.shop
    assert QApplication.focusWidget() is dialog.shop.name_field
    assert "Your shop has no name yet" in dialog.fault.text()
    dialog.skip()
    stage.settle()
    assert dialog.current() is dialog.customers
    assert stage.shop.settings().text("business.name") == ""


def test_the_country_proposes_and_the_owner_decides(stage: Stage) -> None:
    """D1: Japan brings yen, its prefix and its clock; the money that the owner chose herself stays hers."""
    dialog = _greet(stage)
    page = dialog.shop
    page.country.setFocus()
    _type(stage, "Japan")
    page.country.activated.emit(page.country.currentIndex())
    stage.settle()
    assert (page.currency.currentData(), page.zone.currentData()) == ("JPY", "Asia/Tokyo")
    assert "+81" in page._prefix.text()
    page.currency.setCurrentIndex(page.currency.findData("USD"))
    page.currency.activated.emit(page.currency.currentIndex())
    page.country.setCurrentIndex(page.country.findData("DE"))
    page.country.activated.emit(page.country.currentIndex())
    stage.settle()
    assert (page.currency.currentData(), page.zone.currentData()) == ("USD", "Europe/Berlin")
    assert page.language.currentData() == "de"
    page.name_field.setText("Corner Coffee")
    dialog.next_button.click()
    stage.settle()
    stored = stage.shop.settings()
    assert (stored.country, stored.currency, stored.text("business.timezone")) == ("DE", "USD", "Europe/Berlin")


def test_the_rhythm_is_proposed_and_counted_live(stage: Stage) -> None:
    """A2: 20 buyers every 20 days: 30 proposed, ten silent that long; the slider counts without asking the shop."""
    _buyers(stage.shop)
    stage.desk.settings = stage.shop.settings()
    dialog = _greet(stage)
    dialog.skip()
    dialog.skip()
    stage.settle()
    assert dialog.current() is dialog.rhythm
    page = dialog.rhythm
    assert "usually buy every 20 days" in page.rhythm.text()
    assert page.days.value() == 30
    assert page.count.text() == "10 customers have stopped buying – of 20 who ever bought"
    assert QApplication.focusWidget() is page.slider
    page.slider.setValue(100)
    assert page.count.text().startswith("10 customers")
    _press(stage, KEY.Key_Right)
    assert page.days.value() == 101
    assert page.count.text().startswith("0 customers")
    assert page.slider.accessibleDescription() == page.count.text()
    page.slider.setValue(90)
    dialog.next_button.click()
    stage.settle()
    stored = stage.shop.settings()
    assert stored.whole("reengagement.inactivity_threshold") == 90
    assert stored.amount("reengagement.loyalty_min_ltv") == Decimal("600.00")
    assert dialog.current() is dialog.channel
    dialog.back()
    stage.settle()
    assert dialog.current() is dialog.rhythm


def test_the_way_to_write_leads_to_its_connection(stage: Stage) -> None:
    """D2: the chosen channel may be taken, and Settings opens where it is connected."""
    asked: list[tuple[str, object]] = []
    stage.desk.page_asked.connect(lambda page, argument: asked.append((page, argument)))
    dialog = _greet(stage)
    dialog.skip()
    dialog.skip()
    stage.settle()
    _press(stage, KEY.Key_S, Qt.KeyboardModifier.AltModifier)
    dialog.next_button.click()
    stage.settle()
    assert asked == [("settings", {"section": "connections", "provider": "twilio"})]
    assert [str(each) for each in stage.shop.settings().channels] == ["sms"]


def test_choosing_a_file_asks_for_it_at_once(stage: Stage) -> None:
    """One button, one question: the chooser stands there; who cancels it can still drop or paste a file."""
    greeting = _greet(stage)
    greeting.customers.show()
    seen: list[bool] = []

    def look() -> None:
        chooser = QApplication.activeModalWidget()
        if isinstance(chooser, QFileDialog):
            seen.append(chooser.isVisible())
            chooser.reject()

    QTimer.singleShot(500, look)
    greeting.customers.file.click()
    assert seen == [True]
    dialog = stage.window.findChild(ImportDialog)
    assert dialog is not None
    assert dialog.pages.currentWidget() is dialog.files
    assert dialog.isVisible()
    dialog.close()


def test_later_ends_on_home(stage: Stage) -> None:
    """Nothing is chosen, nothing is stored."""
    dialog = _greet(stage)
    dialog.skip()
    dialog.skip()
    stage.settle()
    dialog.channel.findChildren(QRadioButton)[-1].setChecked(True)
    dialog.next_button.click()
    stage.settle()
    assert stage.window.current_key() == "home"
    assert stage.shop.settings().channels == ()


def test_sample_customers_close_it_and_ask_for_them(stage: Stage) -> None:
    """D4: looking around is one button; the owner is not greeted again when she comes back."""
    asked: list[int] = []
    stage.desk.sample_asked.connect(lambda: asked.append(1))
    dialog = _greet(stage)
    dialog.skip()
    dialog.customers.sample.click()
    stage.settle()
    assert asked == [1]
    assert not first_run.is_wanted(stage.shop)


def test_every_page_has_names_and_room(stage: Stage) -> None:
    """D1: at its usual and its smallest size."""
    _buyers(stage.shop)
    dialog = _greet(stage)
    faults = []
    for _ in range(4):
        for width, height in ((700, 600), (460, 420)):
            dialog.resize(width, height)
            stage.settle()
            faults += [f"{dialog.current().name} {width}: {each}" for each in nameless(dialog) + cut_off(dialog)]
        if dialog.current() is not dialog.channel:
            dialog.skip()
            stage.settle()
    assert dialog.current() is dialog.channel
    assert faults == []


@pytest.fixture
def session(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    folder = tmp_path / "shop"
    folder.mkdir()
    dress(qapp)
    running = Session(qapp, folder)
    running.window.show()
    yield running
    put_away(running)
    dress(qapp)


def _started(session: Session, opener: Callable[[], Shop], qtbot: QtBot) -> bool:
    """Starts the window on the shop; gives whether the owner is greeted."""
    session.open(opener, greets=True)
    qtbot.waitUntil(lambda: session.window.desk is not None, timeout=20_000)
    qtbot.waitUntil(session.desk.is_idle, timeout=20_000)
    qtbot.wait(50)
    return session.window.findChild(FirstRunDialog) is not None


def test_greeted_at_the_first_start_only(
    session: Session, qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: Clock
) -> None:
    """D1: the first start of an empty shop greets; after Escape no start does."""

    def opener() -> Shop:
        return open_shop(Wishes(folder=tmp_path / "shop", clock=clock, secrets=MemorySecrets))

    assert _started(session, opener, qtbot)
    dialog = session.window.findChild(FirstRunDialog)
    assert dialog is not None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(session.desk.is_idle, timeout=5000)
    session.close()
    again = Session(qapp, tmp_path / "shop")
    again.window.show()
    assert not _started(again, opener, qtbot)
    put_away(again)


def test_a_shop_with_customers_is_not_greeted(session: Session, qtbot: QtBot, tmp_path: Path, clock: Clock) -> None:
    """Somebody who updates the program is not asked anything."""

    def opener() -> Shop:
        return open_shop(Wishes(folder=tmp_path / "shop", clock=clock, secrets=MemorySecrets))

    with closing(opener()) as shop:
        add_customer(shop.db, name="Ann")
        assert listings.customer_ids(shop.db, shop.settings(), shop.now())
    assert not _started(session, opener, qtbot)
    assert [each.text() for each in session.window.findChildren(QPushButton) if "Skip" in each.text()] == []
