"""Nothing holds the window's thread up: what the owner does is measured against plain widgets made in the same run."""

import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from functools import partial
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from reengage_desktop.jobs.events import CampaignsChanged, CustomersChanged, QueueChanged, ResultsChanged
from reengage_desktop.ui.analytics.page import AnalyticsPage
from reengage_desktop.ui.background import deliver
from reengage_desktop.ui.by_hand.dialog import ByHandDialog
from reengage_desktop.ui.collecting import leave_out_pages, search_all_once
from reengage_desktop.ui.customers.addition import AddDialog
from reengage_desktop.ui.customers.grouping import GroupDialog
from reengage_desktop.ui.first_run.dialog import FirstRunDialog
from reengage_desktop.ui.help import HelpDialog
from reengage_desktop.ui.importing.dialog import ImportDialog
from reengage_desktop.ui.theme.restyling import Restyling
from tests.ui.pulse import MOST, Pulse, floor_ms
from tests.ui.stage import Stage

TABS = ("customers", "campaigns", "templates", "analytics", "activity", "settings", "home")
SECTIONS = ("rules", "connections", "privacy", "backup", "app", "advanced", "shop")


@pytest.fixture
def _searched_after() -> Iterator[None]:
    """What was left out of the searches for cycles is searched again once the window that it belongs to has gone."""
    yield
    search_all_once()


@pytest.fixture
def ready(_searched_after: None, stage: Stage) -> Stage:
    """A window whose pages are all made and left out of searches, as they are seconds after the program has started."""
    stage.qtbot.waitUntil(stage.window.is_made_ahead, timeout=60_000)
    stage.settle()
    leave_out_pages()
    return stage


def _stretch(stage: Stage, act: Callable[[], object]) -> float:
    """The longest stretch of the window's thread while something is done and all that follows from it, in ms."""
    with Pulse() as pulse:
        QTimer.singleShot(0, stage.window, act)
        stage.settle()
    return pulse.longest_ms


def _assert_short(stage: Stage, acts: Mapping[str, Callable[[], object]]) -> None:
    stretches, floors = {}, [floor_ms()]
    for name, act in acts.items():
        stretches[name] = _stretch(stage, act)
        floors.append(floor_ms())
    most = MOST * statistics.median(floors)
    assert {name: round(ms) for name, ms in stretches.items() if ms > most} == {}, f"more than {most:.0f} ms"


def test_opening_any_tab_holds_nothing_up(ready: Stage) -> None:
    """Promise 19: the first look at each page, which was laid out before as no page is just after it was made."""
    window = ready.window
    ahead, plain = window.page("analytics"), AnalyticsPage(ready.desk)
    assert plain.width() < ahead.width() == window.tabs.room().width()
    plain.deleteLater()
    first = {key: partial(window.go, key) for key in TABS}
    _assert_short(ready, first)
    _assert_short(ready, {f"{key} again": act for key, act in first.items()})


def test_settings_customers_and_dialogs_hold_nothing_up(ready: Stage) -> None:
    """Promise 19: each section of Settings, one customer, letters typed, the dialogs."""
    window, desk = ready.window, ready.desk
    ready.go("settings")
    _assert_short(ready, {name: partial(window.go, "settings", {"section": name}) for name in SECTIONS})
    settings: Any = window.page("settings")
    _assert_short(ready, {"search in all sections": partial(settings.search.setText, "limit")})
    settings.search.clear()
    page = ready.go("customers")
    people = {f"customer {number}": partial(window.go, "customers", {"customer": number}) for number in (3, 7)}
    typed = {f"typed “{text}”": partial(page.search.setText, text) for text in ("a", "an", "ann", "")}
    _assert_short(ready, {**people, **typed})
    opened: list[QDialog] = []

    def show(make: Callable[[], QDialog]) -> None:
        opened.append(make())
        opened[-1].open()

    makers: dict[str, Callable[[], QDialog]] = {
        "help": partial(HelpDialog, "home", window),
        "first run": partial(FirstRunDialog, desk, window),
        "by hand": partial(ByHandDialog, desk, window),
        "new customer": partial(AddDialog, desk, window),
        "group": partial(GroupDialog, desk, window),
        "import": partial(ImportDialog, desk, window),
    }
    _assert_short(ready, {name: partial(show, make) for name, make in makers.items()})
    for each in opened:
        each.close()


def test_the_first_look_at_what_lies_in_a_page_holds_nothing_up(ready: Stage) -> None:
    """Promise 19: what pages make only when it is asked for: lists, the wizard's pages, a provider's card; a theme."""
    window = ready.window
    page = ready.go("campaigns")
    lists = {f"campaigns {at}": partial(page.show_section, at) for at in (1, 2, 0)}
    _assert_short(ready, {**lists, "wizard": partial(window.go, "campaigns", {"new": True})})
    _assert_short(ready, {f"wizard {at}": partial(page.wizard.go_to, at) for at in range(1, 5)})
    settings: Any = ready.go("settings", {"section": "connections"})
    cards = settings.section("connections")
    restyling = Restyling(cast("QApplication", QApplication.instance()))
    _assert_short(ready, {name: partial(cards.show_provider, name) for name in list(cards.views)[:2]})
    for theme in ("dark", "light"):
        with Pulse() as pulse:
            restyling.wear(theme)
            ready.qtbot.waitUntil(restyling.is_done, timeout=30_000)
        assert pulse.longest_ms <= MOST * floor_ms()


def test_answers_that_come_together_are_shown_one_after_the_other(qtbot: QtBot) -> None:
    """Promise 19: the window lives between two answers that each take their time, and keeps their order."""
    told: list[str] = []
    window = QObject()

    def take(name: str) -> None:
        ends = time.perf_counter() + 0.01
        while time.perf_counter() < ends:
            pass
        told.append(name)
        QTimer.singleShot(0, window, partial(told.append, f"window after {name}"))

    for name in ("first", "second"):
        answer: Future[str] = Future()
        deliver(answer, window, take)
        answer.set_result(name)
    qtbot.waitUntil(lambda: len(told) == 4, timeout=10_000)
    assert told == ["first", "window after first", "second", "window after second"]


@pytest.mark.parametrize("key", ["home", "customers", "campaigns", "analytics"])
def test_a_burst_of_news_holds_nothing_up(ready: Stage, key: str) -> None:
    """Promise 19: a thousand events at once, told from a lane as the program tells its news, are one reading."""
    ready.go(key)
    kinds = (CustomersChanged, QueueChanged, ResultsChanged, CampaignsChanged)

    def publish() -> None:
        for number in range(1000):
            ready.shop.events.publish(kinds[number % len(kinds)]())

    def burst() -> None:
        told = ready.shop.lanes.network(publish)
        ready.qtbot.waitUntil(told.done, timeout=30_000)

    _assert_short(ready, {key: burst})
