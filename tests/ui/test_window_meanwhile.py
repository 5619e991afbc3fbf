"""The frame around the pages while time goes by: the bar at the bottom, the bars on top, reasons, charts, a test."""

import os
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QPushButton

from reengage_desktop.domain.figures import LapsedFigures
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, NoticeKind, Reason
from reengage_desktop.jobs.events import QueueChanged, RunFinished
from reengage_desktop.jobs.tasks import backups, sending
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.store import listings, problems, provider_states
from reengage_desktop.ui.bus import Bus
from reengage_desktop.ui.charts import Bar, ChartCard, FunnelChart
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.home.attention import Attention
from reengage_desktop.ui.notices import Background, notice_story
from reengage_desktop.ui.reasons import reason_sentence
from reengage_desktop.ui.status import StatusBar
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.info_bar import InfoBar
from reengage_desktop.ui.widgets.test_sending import TestDialog
from tests.conftest import Clock
from tests.shop_rows import add_customer, add_message
from tests.ui.stage import Stage


class Holding(Desk):
    """A desk whose readings wait until the test lets them come, in the order that it likes."""

    def __init__(self, shop: Any, bus: Bus) -> None:
        super().__init__(shop, bus, shop.settings())
        self.held: list[Callable[[], object]] = []

    def read(
        self,
        task: Callable[[], Any],
        parent: QObject,
        on_done: Callable[[Any], object],
        on_error: Callable[[BaseException], object] | None = None,
    ) -> None:
        """Reads at once and keeps what it has found."""
        found = task()
        self.held.append(lambda: on_done(found))


def test_the_bar_at_the_bottom_shows_the_newest(stage: Stage) -> None:
    """A14, A15: news come in a burst and three lanes read them; the slowest is not the last word."""
    bus = Bus()
    bus.listen(stage.shop.events)
    desk = Holding(stage.shop, bus)
    bar = StatusBar(desk)
    stage.qtbot.addWidget(bar)
    sending.pause(stage.shop)
    bus.changed.emit(QueueChanged())
    while desk.held:
        desk.held.pop()()
    assert bar.sending.text() == "■ Sending paused"
    bus.stop()


def test_a_pause_is_told_in_the_words_of_today(stage: Stage, clock: Clock) -> None:
    """A14: “until tomorrow 09:00” was right yesterday; the bar on top says what the one at the bottom does."""
    sending.pause(stage.shop, until=clock() + timedelta(hours=20))
    stage.settle()
    (bar,) = stage.window.bars()
    assert "until tomorrow " in bar
    clock.move(hours=14)
    stage.shop.events.publish(RunFinished("sync_status", "success"))
    stage.settle()
    (bar,) = stage.window.bars()
    assert "until today " in bar
    assert "until today " in stage.window._status.sending.text()


def test_a_pc_on_which_nothing_runs_says_so(stage: Stage) -> None:
    """B7: the environment stops the scheduler whatever the settings say, so no next check is promised."""
    setting_tasks.set_setting(stage.shop, "reengagement.enabled", "true")
    stage.settle()
    page = stage.go("home")
    os.environ["DISABLE_AUTO_ENGAGEMENT"] = "true"
    try:
        stage.shop.events.publish(QueueChanged())
        stage.settle()
        for words in (stage.window._status.sending.text(), page.next_check.text()):
            assert "DISABLE_AUTO_ENGAGEMENT" in words
    finally:
        del os.environ["DISABLE_AUTO_ENGAGEMENT"]
    stage.shop.events.publish(QueueChanged())
    stage.settle()
    assert "ext check" in page.next_check.text()


def test_a_bar_that_was_put_away_leaves_no_gap(stage: Stage) -> None:
    """A page has the room that a bar gave back."""
    window = stage.window
    window.show_bar("fault", InfoBar("Something failed.").closable("Put this bar away"))
    stage.settle()
    assert window.bars() == ["Something failed."]
    stage.find(QPushButton, "Put this bar away").click()
    stage.settle()
    assert window.bars() == []
    assert not window._bar_space.isVisible()


@pytest.mark.parametrize(
    ("reason", "wrong"),
    [
        (Reason.NOT_INACTIVE_ENOUGH, "1 days"),
        (Reason.TOO_LONG_GONE, "1 days"),
        (Reason.LAPSE_LIMIT, "1 messages"),
        (Reason.EXPIRED, "1 hours"),
    ],
)
def test_one_is_no_plural(stage: Stage, reason: Reason, wrong: str) -> None:
    """A2, A3: with a rule of one day, one message or one hour the sentence is a sentence."""
    one = dict.fromkeys(
        (
            "reengagement.inactivity_threshold",
            "reengagement.too_long_gone_days",
            "reengagement.max_per_lapse",
            "sending.expires_after_hours",
        ),
        "1",
    )
    assert wrong not in reason_sentence(reason, Settings(one))


@pytest.mark.parametrize("reason", [Reason.CONTROL_GROUP, Reason.DAILY_LIMIT])
def test_a_reason_names_no_figure_of_another_campaign(stage: Stage, reason: Reason) -> None:
    """C6: a campaign of the owner's has its own control group and its own limit a day, which the shop's are not."""
    assert not any(sign.isdigit() for sign in reason_sentence(reason, Settings({})))


def test_one_day_after_a_message_is_one_day(stage: Stage) -> None:
    """A10: the tile says within how many days."""
    setting_tasks.set_setting(stage.shop, "reengagement.attribution_days", "1")
    stage.settle()
    tiles = stage.go("home").tiles
    assert tiles.money.note() == "within 1 day of a message"
    assert "1 days" not in tiles.came_back.definition()


def test_two_presses_save_one_copy(stage: Stage) -> None:
    """Promise 13: “Save a copy now” takes its time; who presses again waits for that one."""
    copies, needs = stage.shop.paths.backups, stage.go("home").needs
    line = Attention(Tone.WARN, "Copy", "An old one.", "Save a copy now", deed=backups.create, done="Saved.")
    before = len(list(copies.glob("*.db")))
    needs.show_lines([line])
    for _ in range(2):
        needs.press(0)
    stage.settle()
    assert len(list(copies.glob("*.db"))) == before + 1
    needs.show_lines([line])
    needs.press(0)
    stage.settle()
    assert len(list(copies.glob("*.db"))) == before + 2


def test_a_switch_that_could_not_be_kept_goes_back(stage: Stage) -> None:
    """A14, promise 12: the disk is full; the window does not show “off” for what is on."""
    page = stage.go("campaigns")
    switches = (page.master, page.automatic.limits.review)
    before = [each.isChecked() for each in switches]
    for what in ("INSERT", "UPDATE"):
        stage.shop.db.run(f"CREATE TRIGGER no_{what} BEFORE {what} ON settings BEGIN SELECT RAISE(ABORT, 'full'); END")
    for each in switches:
        each.click()
    stage.settle()
    assert len(stage.faults) == 2
    assert [each.isChecked() for each in switches] == before


def test_one_customer_is_not_they_together(stage: Stage) -> None:
    """A2: the first sentence of Home, for a shop of which one customer stopped buying."""
    hero = stage.go("home").hero
    hero.show_lapsed_figures(LapsedFigures(1, 3_000, "EUR"))
    assert "together" not in hero.words.text()
    hero.show_lapsed_figures(LapsedFigures(2, 3_000, "EUR"))
    assert "together they used to spend about" in hero.words.text()


def test_a_table_that_is_read_keeps_its_place(stage: Stage) -> None:
    """C8: while a campaign runs its figures come every two seconds; the cursor stays where it was."""
    chart = FunnelChart("Steps")
    card = ChartCard("Steps", chart)
    stage.qtbot.addWidget(card)
    chart.show_bars([Bar(f"Step {at}", at, str(at)) for at in range(9)])
    card.turn()
    card.table.setCurrentIndex(card.table.sheet_model.index(6, 1))
    for more in (9, 10):
        chart.show_bars([Bar(f"Step {at}", at * more, str(at * more)) for at in range(9)])
        card.refresh_table()
    assert (card.table.currentIndex().row(), card.table.currentIndex().column()) == (6, 1)
    assert card.table.currentIndex().data() == "60"


def test_a_large_figure_is_written_in_digits(stage: Stage) -> None:
    """C8: a million messages are a million in the table as well."""
    chart = FunnelChart("Steps")
    stage.qtbot.addWidget(chart)
    chart.show_bars([Bar("Sent", 1234567.0, "1,234,567")])
    assert chart.sheet().rows[0][1].text == "1,234,567"


def test_one_test_at_a_time(stage: Stage) -> None:
    """C6: a letter typed while the test is on its way does not offer to send another one."""
    dialog = TestDialog(stage.desk, "feedback.email.en", ChannelName.EMAIL, None, stage.window)
    dialog.show()
    stage.settle()
    dialog.address.setText("me@example.com")
    dialog.send()
    dialog.address.setText("me2@example.com")
    assert not dialog.send_button.isEnabled()
    stage.settle()
    assert dialog.send_button.isEnabled()
    dialog.send()
    dialog.address.clear()
    stage.settle()
    assert not dialog.send_button.isEnabled()
    dialog.close()


def test_a_mark_stays_while_nothing_changes(stage: Stage) -> None:
    """A15: whatever happens is read into Home's chart; who goes through the days with the keyboard is not sent back."""
    home = stage.go("home")
    chart = home.chart
    chart.move_to(chart.count() - 3)
    said = chart.spoken()
    assert said
    stage.shop.events.publish(QueueChanged())
    stage.settle()
    assert chart.spoken() == said


def test_the_arrow_stands_where_the_order_comes_from(stage: Stage) -> None:
    """D1: a click on the heading of a column that can't be sorted changes neither the order nor the arrow."""
    table = stage.go("customers").table
    header, columns = table.horizontalHeader(), table._paged.columns()
    sortable = next(at for at, each in enumerate(columns) if each.sort == "spent")
    other = next(at for at, each in enumerate(columns) if not each.sort and not table.isColumnHidden(at))

    def click(at: int) -> None:
        place = QPoint(header.sectionViewportPosition(at) + 20, header.height() // 2)
        stage.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        stage.settle()

    click(sortable)
    assert header.sortIndicatorSection() == sortable
    click(other)
    assert header.sortIndicatorSection() == sortable


def test_a_table_that_can_not_be_sorted_offers_no_order(stage: Stage) -> None:
    """No menu without an entry."""
    menu = stage.go("campaigns", {"approve": True}).tray.table.column_menu()
    assert [each.text() for each in menu.actions() if each.menu() is not None] == []


def test_who_waits_for_another_provider_is_not_counted(stage: Stage) -> None:
    """C13: the mailbox can't be reached; the text messages in the queue do not wait for it."""
    db = stage.shop.db
    for number in range(3):
        add_message(db, add_customer(db, name=f"Ann {number}"), None, channel="sms", address=f"555-010{number}")
    provider_states.rest_unreachable(db, "smtp", "no route", stage.shop.now())
    (row,) = [each for each in listings.notices(db) if each.kind == NoticeKind.PROVIDER_UNREACHABLE]
    sentence = notice_story(row, Background(waiting=problems.count_stuck(db))).sentence
    assert "What waits for it goes as soon as it answers." in sentence
    assert not any(sign.isdigit() for sign in sentence)
