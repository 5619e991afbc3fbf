"""Home: the numbers are the lists that they open, everything that needs the owner is said once, with one button."""

import re
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.domain.credentials import SecretsFault
from reengage_desktop.domain.listings import NoticeRow
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import Job, NoticeKind, Reason
from reengage_desktop.jobs import clock_watch
from reengage_desktop.jobs.tasks import backups, checklist, purchases, readiness, results
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.store import concerns, job_runs, listings, notices, reports, segments
from reengage_desktop.ui.home.page import HomePage
from reengage_desktop.ui.home.steps import StepsCard
from reengage_desktop.ui.notices import Background, notice_story
from reengage_desktop.ui.reasons import reason_sentence
from reengage_desktop.ui.widgets.chip import Chip
from reengage_desktop.ui.wording import reason_text
from tests.shop_rows import add_customer
from tests.ui.stage import Stage
from tests.ui.troubles import make_trouble

LEFT = Qt.MouseButton.LeftButton


def _line(stage: Stage, words: str) -> int:
    """The place of the line that says this."""
    lines = stage.window.page("home").needs.lines  # type: ignore[attr-defined]
    places = [place for place, line in enumerate(lines) if words in line.sentence]
    assert places, f"nothing says “{words}”: {[line.sentence for line in lines]}"
    return places[0]


def _asked(stage: Stage) -> list[tuple[str, object]]:
    """Collects the pages that Home asks for from now on."""
    asked: list[tuple[str, object]] = []
    stage.desk.page_asked.connect(lambda page, argument: asked.append((page, argument)))
    stage.desk.work_asked.connect(lambda work: asked.append((work, None)))
    return asked


def _trouble(open_stage: Callable[..., Stage]) -> Stage:
    stage = open_stage()
    make_trouble(stage.shop)
    stage.window.page("home").refresh()
    stage.settle()
    return stage


def test_the_frame_stands_before_the_figures(stage: Stage) -> None:
    """D1: a page that is still being read shows its cards at once, and nothing moves when the figures come."""
    checklist.put_away(stage.shop)
    stage.settle()
    home = HomePage(stage.desk)
    stage.qtbot.addWidget(home)
    home.resize(stage.window.size())
    home.show()

    def places() -> list[tuple[int, int]]:
        QApplication.sendPostedEvents()
        parts = (home.heading, home.hero, home.tiles, home.needs, home.chart)
        return [(part.mapTo(home, part.rect().topLeft()).y(), part.height()) for part in parts]

    assert home.tiles.sent.value() == "–"
    assert not home.needs.findChildren(Chip)
    before = places()
    stage.settle()
    assert home.tiles.sent.value() != "–"
    assert places() == before


def test_the_hero_is_the_list_that_it_opens(stage: Stage) -> None:
    """A2: who stopped buying, what they spent, the list behind, and the campaign that begins with them."""
    home, shop = stage.go("home"), stage.shop
    lapsed = reports.lapsed(shop.db, shop.settings(), shop.now())
    assert f"<b>{lapsed.customers} customers stopped buying</b>" in home.hero.words.text()
    assert stage.desk.money(lapsed.monthly_minor, whole=True) in home.hero.words.text()
    asked = _asked(stage)
    stage.qtbot.mouseClick(home.hero.review, LEFT)
    assert asked == [("campaigns", {"recipe": "winback", "segment": "inactive"})]
    stage.settle()
    home = stage.go("home")
    stage.qtbot.mouseClick(home.hero.show_lapsed, LEFT)
    stage.settle()
    assert stage.window.page("customers").model.rowCount() == lapsed.customers  # type: ignore[attr-defined]


def test_without_orders_nobody_is_said_to_have_bought(open_stage: Callable[..., Stage]) -> None:
    """Ux 2: customers without any purchase are no praise: the orders are asked for, and the praise comes with one."""
    stage = open_stage(lively=False)
    person = add_customer(stage.shop.db, email="ann@example.com")
    stage.window.page("home").refresh()
    stage.settle()
    home = stage.go("home")
    assert "No orders yet" in home.hero.words.text()
    asked: list[str] = []
    stage.desk.import_asked.disconnect()
    stage.desk.import_asked.connect(asked.append)
    stage.qtbot.mouseClick(home.hero.bring, LEFT)
    assert asked == [""]
    purchases.log_purchase(stage.shop, person, Decimal(12))
    stage.settle()
    stage.window.page("home").refresh()
    stage.settle()
    assert "Nobody stopped buying" in home.hero.words.text()
    assert home.hero.bring.isHidden()


def test_the_tiles_are_their_lists_and_plain_counts(stage: Stage) -> None:
    """A11 D5: Home, the command line, a plain count and the list that a tile opens say the same."""
    home, shop = stage.go("home"), stage.shop
    totals = results.get_analytics(shop, 30).totals
    since = reports.span_of(reports.last_days(30, shop.settings(), shop.now()), shop.settings(), shop.now()).since
    plain = shop.db.value(
        "SELECT count(*) FROM outbox WHERE is_test = 0 AND sent_at >= ? "
        "AND (state = 'accepted' OR treated_as = 'sent')",
        (since,),
    )
    bought, money = shop.db.row(
        "SELECT count(*), sum(net_minor) FROM conversions JOIN outbox ON outbox.id = outbox_id "
        "JOIN orders ON orders.id = order_id WHERE sent_at >= ?",
        (since,),
    )
    assert (totals.sent, totals.converted, totals.revenue_minor) == (plain, bought, money)
    assert home.tiles.sent.value() == str(plain)
    assert home.tiles.came_back.value() == str(bought)
    assert home.tiles.money.value() == stage.desk.money(money, whole=True)
    for tile, count in ((home.tiles.sent, plain), (home.tiles.came_back, bought), (home.tiles.money, bought)):
        stage.go("home")
        tile.setFocus()
        stage.qtbot.keyClick(tile, Qt.Key.Key_Return)
        stage.settle()
        assert stage.window.current_key() == "activity"
        assert stage.window.page("activity").model.rowCount() == count  # type: ignore[attr-defined]


def test_who_opted_out_is_who_is_shown(stage: Stage) -> None:
    """C18: people who said no lately, whatever told us, but not those whom a file brought."""
    shop = stage.shop
    with shop.db.write():
        for customer in (3, 4, 4):
            shop.db.run(
                "INSERT INTO consents (customer_id, channel, state, at, source) VALUES (?, 'email', 'no', ?, 'person')",
                (customer, stamp(shop.now() - timedelta(days=2))),
            )
    home = stage.window.page("home")
    home.refresh()
    stage.settle()
    asked = _asked(stage)
    assert home.tiles.opted_out.value() == "2"  # type: ignore[attr-defined]
    stage.qtbot.mouseClick(home.tiles.opted_out, LEFT)  # type: ignore[attr-defined]
    stage.settle()
    page, argument = asked[0]
    assert page == "customers"
    assert isinstance(argument, dict)
    assert sorted(argument["ids"]) == [3, 4]


def test_held_messages_are_named_beside_those_that_wait(stage: Stage) -> None:
    """What waits for approval is not “0 waiting”."""
    home, found = stage.go("home"), concerns.get_open(stage.shop.db)
    assert found.waiting
    assert found.to_approve
    assert home.tiles.sent.note() == f"{found.waiting} waiting · {found.to_approve} to approve"


def test_the_tip_shows_exactly_those_whom_it_counts(stage: Stage) -> None:
    """Who has said no is not to be asked again: neither counted nor listed."""
    stage.go("home")
    asked, count = _asked(stage), segments.count_never_asked(stage.shop.db)
    place = _line(stage, f"{count} customers were never asked")
    stage.window.page("home").needs.press(place)  # type: ignore[attr-defined]
    stage.settle()
    page, argument = asked[0]
    assert page == "customers"
    assert isinstance(argument, dict)
    assert len(argument["ids"]) == count


def test_a_tip_is_put_away_and_brought_back(stage: Stage) -> None:
    """Put away in the database, so that a restart does not bring it back; undone by the notice below."""
    home, shop = stage.go("home"), stage.shop
    place = _line(stage, "never asked")
    stage.qtbot.mouseClick(home.needs.more, LEFT)
    crosses = [each for each in home.needs.findChildren(QPushButton) if each.accessibleName().startswith("Put this")]
    cross = next(each for each in crosses if "never asked" in each.accessibleName())
    cross.setFocus()
    stage.qtbot.keyClick(cross, Qt.Key.Key_Space)
    stage.settle()
    assert home.needs.lines[place:] == [] or "never asked" not in home.needs.lines[place].sentence
    assert "never_asked" in notices.list_put_away(shop.db, shop.now() - timedelta(days=1))
    stage.window.toast.undo()
    stage.settle()
    assert _line(stage, "never asked") == place


def test_everything_that_needs_the_owner_is_said(open_stage: Callable[..., Stage]) -> None:
    """D3 and ux 2: the worst first; each with one button; the rest behind one press."""
    stage = _trouble(open_stage)
    home = stage.window.page("home")
    tones = [line.tone for line in home.needs.lines]  # type: ignore[attr-defined]
    assert tones == sorted(tones, key=["bad", "warn", "accent", "ok"].index)
    for words in (
        "Twilio refused: your account may not send this yet (21608: The number is unverified",
        "Nothing was sent to the 12 people who wait",
        "“Price drop” was paused: 10 of its last 48 messages were refused (30007",
        "in words that may mean no more messages",
        "in words that may mean that messages are welcome again",
        "for your approval",
        "nobody knows whether they arrived",
        "nobody knows what time it is",
        "was missed (PC was off)",
        "25 rows of “till_export.csv” were not taken",
        "23 more customers could get a message, but your limit is 50 a day",
        "were never asked",
    ):
        _line(stage, words)
    shown = [
        each for each in home.needs.findChildren(QPushButton) if each.isVisible() and ": " in each.accessibleName()
    ]  # type: ignore[attr-defined]
    assert len([each for each in shown if not each.accessibleName().startswith("Put")]) == 4
    stage.qtbot.mouseClick(home.needs.more, LEFT)  # type: ignore[attr-defined]
    stage.settle()
    shown = [
        each for each in home.needs.findChildren(QPushButton) if each.isVisible() and ": " in each.accessibleName()
    ]  # type: ignore[attr-defined]
    lines = home.needs.lines  # type: ignore[attr-defined]
    assert len([each for each in shown if not each.accessibleName().startswith("Put")]) == len(lines)


def test_every_line_leads_somewhere(open_stage: Callable[..., Stage]) -> None:
    """No button without an end: each opens a page that takes its argument without a fault."""
    stage = _trouble(open_stage)
    home = stage.window.page("home")
    asked = _asked(stage)
    count = len(home.needs.lines)  # type: ignore[attr-defined]
    for place in range(count):
        stage.go("home")
        home.needs.press(place)  # type: ignore[attr-defined]
        stage.settle()
    assert len(asked) == count
    assert stage.faults == []


def test_a_failed_check_is_told_until_it_went_well(stage: Stage) -> None:
    """A15: another check that went well meanwhile does not hide the one that failed; its own next one does."""
    shop = stage.shop
    home = stage.window.page("home")

    def run(job: Job, error: str | None = None) -> None:
        run_id = job_runs.begin(shop.db, job, shop.now(), trigger="clock")
        assert run_id is not None
        job_runs.finish(shop.db, run_id, shop.now(), error=error)

    run(Job.SYNC_STATUS, "Twilio did not answer.")
    run(Job.CHECK_PRICE_DROPS)
    home.refresh()
    stage.settle()
    _line(stage, "“Fetching answers” did not end well: Twilio did not answer.")
    run(Job.SYNC_STATUS)
    home.refresh()
    stage.settle()
    assert not [line for line in home.needs.lines if "did not end well" in line.sentence]  # type: ignore[attr-defined]


def test_a_problem_that_is_over_is_no_longer_said(open_stage: Callable[..., Stage]) -> None:
    """The lines follow what happens without anybody pressing a key."""
    stage = _trouble(open_stage)
    shop = stage.shop
    _line(stage, "nobody knows whether they arrived")
    shop.db.run("UPDATE outbox SET treated_as = 'sent' WHERE state = 'uncertain'")
    notices.dismiss(shop.db, "provider:twilio", shop.now())
    home = stage.window.page("home")
    home.refresh()
    stage.settle()
    sentences = " ".join(line.sentence for line in home.needs.lines)  # type: ignore[attr-defined]
    assert "whether they arrived" not in sentences
    assert "Twilio" not in sentences


@pytest.mark.parametrize("kind", list(NoticeKind))
def test_every_kind_of_notice_has_its_words(kind: NoticeKind) -> None:
    """Whatever the program tells by itself: a sentence without holes, a word, one button."""
    figures = {
        "provider": "twilio",
        "cause": "sender",
        "detail": "No sender",
        "channel": "sms",
        "campaign_id": 1,
        "failed": 9,
        "of": 40,
        "customer_id": 7,
        "code": "21606",
        "now": 1,
    }
    names, campaigns = {7: "Ann Miller"}, {1: "Summer"}
    story = notice_story(
        NoticeRow(1, "key", kind, 1, figures), Background(names, campaigns, {"twilio": 3}, {"twilio": "21606"})
    )
    assert not re.search(r"[{}]|  |\.\.|None", story.sentence), story.sentence
    assert story.sentence[0].isupper() or story.sentence.startswith("“")
    assert len(story.sentence) > 40
    assert kind not in story.sentence
    assert all((story.word, story.action, story.page))


def test_an_answer_of_a_stranger_is_told_as_one() -> None:
    """Somebody who is in no list wrote: there is no customer to show."""
    notice = NoticeRow(1, "key", NoticeKind.REPLY_WANTS_BACK, 1, {"customer_id": None, "channel": "sms"})
    story = notice_story(notice, Background())
    assert story.sentence.startswith("Somebody who is no customer of yours answered by SMS")
    assert story.page == "replies"


def test_a_forgotten_customer_has_no_number(open_stage: Callable[..., Stage]) -> None:
    """C18: who was forgotten is not “#6”, on Home neither."""
    stage = _trouble(open_stage)
    shop = stage.shop
    (figures,) = [row.figures for row in listings.notices(shop.db) if row.kind == NoticeKind.REPLY_WANTS_BACK]
    who = figures["customer_id"]
    shop.db.run("UPDATE customers SET erased_at = 1, name = NULL, first_name = NULL, email = NULL WHERE id = ?", (who,))
    stage.window.page("home").refresh()
    stage.settle()
    _line(stage, "A forgotten customer answered")


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_its_words(reason: Reason) -> None:
    """Ux 3: a few words for tables and a sentence for “why?”, with the shop's own numbers."""
    words, sentence = reason_text(reason), reason_sentence(reason, Settings())
    assert words
    assert words != reason.replace("_", " ")
    assert not re.search(r"[{}]", sentence), sentence
    assert sentence.endswith(".")
    assert "_" not in sentence


def test_the_numbers_in_a_reason_are_the_shops() -> None:
    """A5: “at most 2 in 7 days” when the owner said 2."""
    settings = Settings({"reengagement.cap_per_week": "2", "sending.quiet_start": "20:30"})
    assert "no more than 2 in 7 days" in reason_sentence(Reason.CAP_WEEK, settings).replace("gets more", "gets no more")
    assert "20:30" in reason_sentence(Reason.QUIET_HOURS, settings)
    assert not reason_sentence(None, settings)


def test_pause_and_resume(stage: Stage) -> None:
    """A14: one press stops everything, one press lets it go on; the bar over the pages says so meanwhile."""
    home = stage.go("home")
    stage.qtbot.mouseClick(home.pause, LEFT)
    stage.settle()
    assert any("paused" in bar for bar in stage.window.bars())
    assert home.resume.isVisible()
    assert not home.pause.isVisible()
    stage.qtbot.mouseClick(home.resume, LEFT)
    stage.settle()
    assert not any("paused" in bar for bar in stage.window.bars())
    assert home.pause.isVisible()


def test_an_empty_shop_offers_a_beginning(open_stage: Callable[..., Stage]) -> None:
    """Ux 2: no customers yet, the file, the sample; and the first steps."""
    stage = open_stage(lively=False)
    home = stage.go("home")
    asked: list[str] = []
    stage.desk.sample_asked.connect(lambda: asked.append("sample"))
    stage.desk.import_asked.disconnect()
    stage.desk.import_asked.connect(lambda path: asked.append(f"import {path}"))
    for name in ("Import customers…", "Use sample data"):
        stage.qtbot.mouseClick(stage.find(QPushButton, name), LEFT)
    assert asked == ["import ", "sample"]
    assert home.steps.isVisible()
    assert not home.pause.isVisible()
    assert [each.text()[0] for each in home.steps.steps] == ["☐", "☐", "☐", "☐"]


def test_the_first_steps_follow_the_facts(open_stage: Callable[..., Stage]) -> None:
    """Each step is a link; the card goes when all are done or put away, and is there at the next start at once."""
    stage = open_stage()
    home = stage.go("home")
    assert [each.text()[0] for each in home.steps.steps] == ["☑", "☐", "☐", "☑"]
    asked = _asked(stage)
    stage.qtbot.mouseClick(home.steps.steps[1], LEFT)
    assert asked[0][0] == "settings"
    stage.settle()
    home = stage.go("home")
    cross = stage.find(QPushButton, "Put the first steps away")
    stage.qtbot.mouseClick(cross, LEFT)
    stage.settle()
    assert checklist.read(stage.shop).is_hidden
    assert not home.steps.isVisible()
    away = StepsCard(stage.desk)
    stage.qtbot.addWidget(away)
    assert away.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide), "put away from the first"
    stage.window.toast.undo()
    stage.settle()
    assert home.steps.isVisible()
    next_time = StepsCard(stage.desk)
    stage.qtbot.addWidget(next_time)
    assert not next_time.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide), "shown with its page"
    assert [each.text() for each in next_time.steps] == [each.text() for each in home.steps.steps]


class LockedSecrets(MemorySecrets):
    """A keyring that somebody has to unlock first."""

    is_lasting = True

    def get(self, provider: str, field: str) -> str | None:
        raise SecretsFault(f"The password store is locked ({provider} {field}). Unlock it.")


def test_keys_and_connections_are_told(stage: Stage) -> None:
    """Ux 2: a locked keyring, keys that are lost with the program, a chosen channel that is not connected."""
    shop = stage.shop
    setting_tasks.set_setting(shop, "channels.sms.provider", "twilio")
    stage.settle()
    _line(stage, "SMS is chosen but not connected")
    shop.__dict__["secrets"] = LockedSecrets()
    stage.window.page("home").refresh()
    stage.settle()
    assert readiness.read_readiness(shop).keyring_fault
    _line(stage, "The password store is locked")
    assert stage.faults == []


def test_an_old_copy_is_told_and_made_new(stage: Stage) -> None:
    """Promise 32: the newest copy is old; one press saves another, and the line goes."""
    shop = stage.shop
    shop.paths.backups.mkdir(exist_ok=True)
    for file in shop.paths.backups.glob("*.db"):
        file.unlink()
    day = (shop.now() - timedelta(days=12)).date()
    backups.create(shop, shop.paths.backups / f"daily-{day.isoformat()}.db")
    home = stage.window.page("home")
    home.refresh()
    stage.settle()
    place = _line(stage, "newest copy of your shop is from 9 Nov 2026")
    home.needs.press(place)  # type: ignore[attr-defined]
    stage.settle()
    assert "copy of your shop was saved" in stage.window.toast.sentence()


def test_the_owner_says_that_the_date_is_right(stage: Stage) -> None:
    """Promise 16: both dates are told; one press, and the line goes. A clock put back is told in other words."""
    shop, home = stage.shop, stage.window.page("home")
    for days, words in ((365, "this program last ran on 21 Nov 2026"), (-30, "behind what was already recorded")):
        assert not clock_watch.watch(shop, shop.now() + timedelta(days=days))
        home.refresh()
        stage.settle()
        home.needs.press(_line(stage, words))  # type: ignore[attr-defined]
        stage.settle()
        assert not clock_watch.is_untrusted(shop.db)
        assert "sending goes on" in stage.window.toast.sentence()
        assert listings.notices(shop.db) == []
