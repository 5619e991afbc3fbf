"""A campaign over three channels while providers throttle, break and revoke: the figures add up to the last one."""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest

from reengage_desktop.domain.campaign_results import RecipientStatus
from reengage_desktop.domain.vocabulary import ChannelName, Job
from reengage_desktop.engine import feedback
from reengage_desktop.engine.sending import Pace, work_queue
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import credentials, owner_campaigns, runs
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.jobs.tasks.works import Work
from reengage_desktop.store import templates
from tests.conftest import Clock
from tests.flows.test_journeys import template_of
from tests.servers import onesignal, resend, twilio
from tests.servers.http import FakeProvider, Mode
from tests.shop_rows import add_customer

S = RecipientStatus


@dataclass
class Town:
    """Three providers, and who lives where: e-mail, texts or the app; some have nothing or have said no."""

    mail: resend.FakeResend
    text: twilio.FakeTwilio
    push: onesignal.FakeOneSignal


@pytest.fixture
def town(clock: Clock) -> Iterator[Town]:
    with ExitStack() as stack:
        made = resend.FakeResend(), twilio.FakeTwilio(), onesignal.FakeOneSignal()
        for server in made:
            stack.enter_context(server).moment = clock
        yield Town(*made)


def connect(shop: Shop, town: Town) -> None:
    for key, value in {
        "channels.email.provider": "resend",
        "channels.sms.provider": "twilio",
        "channels.push.provider": "onesignal",
        "providers.resend.base_url": town.mail.url,
        "providers.resend.from_address": "shop@example.com",
        "providers.resend.rate_per_minute": "0",
        "providers.twilio.base_url": town.text.url,
        "providers.twilio.account_sid": twilio.ACCOUNT_SID,
        "providers.twilio.from_number": twilio.OWN_NUMBER,
        "providers.twilio.rate_per_minute": "0",
        "providers.onesignal.base_url": town.push.url,
        "providers.onesignal.app_id": onesignal.APP_ID,
        "providers.onesignal.rate_per_minute": "0",
    }.items():
        setting_tasks.set_setting(shop, key, value)
    credentials.set_secret(shop, "resend", "api_key", resend.API_KEY)
    credentials.set_secret(shop, "twilio", "auth_token", twilio.AUTH_TOKEN)
    credentials.set_secret(shop, "onesignal", "api_key", onesignal.API_KEY)


def settle(shop: Shop, count: int) -> None:
    """Customers by turns: mail, text, app, mail without consent, no address at all."""
    with shop.db.write():
        for number in range(count):
            kind = number % 10
            known: dict[str, object] = {"first_name": f"Ann{number}", "country": "GB"}
            if kind < 5:
                known |= {"email": f"ann{number}@example.com", "consent_email": 1}
            elif kind < 7:
                known |= {"phone": f"+4477009{number:05d}", "consent_sms": 1}
            elif kind < 8:
                known |= {"push_external_id": f"cust-{number}", "consent_push": 1}
            elif kind < 9:
                known |= {"email": f"ann{number}@example.com", "consent_email": 0}
            add_customer(shop.db, **known)


FAULTS: dict[str, list[Mode | str]] = {
    "mail": [Mode.THROTTLE, Mode.BREAK, Mode.ACCEPT_RESET, Mode.ACCEPT_BREAK, "error:validation_error"],
    "text": [Mode.THROTTLE, Mode.ACCEPT_RESET, "error:21211", "error:21610", Mode.RESET],
    "push": [Mode.THROTTLE, Mode.ACCEPT_NO_ID, Mode.ACCEPT_MALFORMED],
}


def spread(server: FakeProvider, faults: list[Mode | str], count: int) -> None:
    """Every fault now and then among the messages to come."""
    every = max(2, count // (3 * len(faults)))
    for number in range(count):
        is_fault = number % every == every - 1
        server.next_modes.append(faults[number // every % len(faults)] if is_fault else Mode.OK)


class Haste:
    """A steady clock that waiting moves on at once."""

    def __init__(self) -> None:
        self._skipped_s = 0.0

    def monotonic(self) -> float:
        return time.monotonic() + self._skipped_s

    def sleep(self, seconds: float) -> None:
        self._skipped_s += seconds


def send(shop: Shop) -> None:
    """The job “send”, which does not wait for what providers ask it to wait."""
    work, haste = Work(shop, lambda: False, lambda _done, _all: None), Haste()
    feedback.sync_if_older(shop.db, work.channel, shop.settings(), shop.now())
    pace = Pace(haste.monotonic, haste.sleep)
    work_queue(shop.db, work.channel, shop.settings, shop.clock, lock_dir=shop.paths.locks, pace=pace)
    owner_campaigns.advance(shop)


def run_out(shop: Shop, clock: Clock, town: Town, hours: int) -> None:
    """The hours go by: the program asks and sends; a token is revoked from the start, and given anew later."""
    for hour in range(hours):
        if hour == 0:
            credentials.set_secret(shop, "onesignal", "api_key", "revoked")
        if hour == 3:
            credentials.set_secret(shop, "onesignal", "api_key", onesignal.API_KEY)
        if hour == 2:
            people_answer(town)
        send(shop)
        clock.move(minutes=20)
        runs.run_job(shop, Job.SYNC_STATUS)
        clock.move(minutes=10)


def people_answer(town: Town) -> None:
    """Some bounce, some say stop, some say thank you."""
    for number, entry in enumerate(town.mail.accepted):
        fate = ("delivered", "opened", "clicked", "bounced", "complained", "delivered")[number % 6]
        town.mail.events[entry["id"]] = fate
    for number, entry in enumerate(list(town.text.accepted)):
        town.text.set_status(
            entry["sid"], ("delivered", "undelivered", "delivered")[number % 3], (None, 30006, None)[number % 3]
        )
        if number % 5 == 0:
            town.text.add_reply(entry["to"], "STOP" if number % 2 else "Lovely!")
    for number, identity in enumerate(town.push.counts):
        town.push.counts[identity] = {"successful": 1, "failed": 0, "converted": number % 2}


def check(shop: Shop, town: Town, campaign_id: int, people: int) -> None:
    """Everybody once, every figure the sum of its people, every miss with its reason, and nobody written to twice."""
    rows = owner_campaigns.recipients(shop, campaign_id)
    assert len({row.customer_id for row in rows}) == len(rows) == people
    found = owner_campaigns.results(shop, campaign_id)
    statuses = Counter(row.status for row in rows)
    assert dict(found.statuses) == dict(statuses)
    assert not statuses.keys() & {S.PENDING, S.QUEUED}, statuses
    left_out = [row for row in rows if row.status is S.SKIPPED]
    assert found.recipients + found.left_out == people
    assert sum(found.skipped.values()) == len(left_out)
    assert found.skipped == Counter(row.reason for row in left_out)
    assert {S.SENT, S.DELIVERED, S.ANSWERED, S.FAILED, S.OPTED_OUT, S.SKIPPED} <= statuses.keys(), "all of it happened"
    for row in rows:
        assert row.status not in (S.SKIPPED, S.FAILED, S.UNCERTAIN) or row.explanation, row
    totals = found.totals
    for name in ("messages", "sent", "delivered", "failed", "answered", "opted_out"):
        parts = [getattr(each, name) for each in found.by_channel.values()]
        assert sum(parts) == getattr(totals, name), name
    assert totals.messages + found.left_out == people
    gone = Counter(
        [to for entry in town.mail.accepted for to in entry["to"]]
        + [entry["to"] for entry in town.text.accepted]
        + [to for entry in town.push.accepted for to in entry["to"]]
    )
    assert max(gone.values()) == 1, "somebody got it twice"
    # What the providers have is what counts as sent, and what nobody can know is said so.
    doubtful = statuses[S.UNCERTAIN]
    assert totals.sent <= sum(gone.values()) <= totals.sent + doubtful
    by_channel = {ChannelName.EMAIL: town.mail, ChannelName.SMS: town.text, ChannelName.PUSH: town.push}
    for name, server in by_channel.items():
        assert found.by_channel[name].sent <= len(server.accepted)


def live_through(shop: Shop, clock: Clock, town: Town, people: int, hours: int = 8) -> None:
    connect(shop, town)
    settle(shop, people)
    for name in (ChannelName.EMAIL, ChannelName.SMS, ChannelName.PUSH):
        each = template_of(name)
        templates.save(shop.db, each.__class__(**{**each.__dict__, "name": f"Cake {name}"}), clock())
    clock.moment = clock.moment.replace(hour=9)
    plan = {
        "name": "Cake", "campaign_type": "promotional", "channels": ["email", "sms", "push"], "target_criteria": {},
        "templates": {name: f"Cake {name}" for name in ("email", "sms", "push")},
    }  # fmt: skip
    campaign = owner_campaigns.start(shop, owner_campaigns.create(shop, plan).id, undo_s=0)
    clock.move(seconds=40)
    spread(town.mail, FAULTS["mail"], people // 2)
    spread(town.text, FAULTS["text"], people // 5)
    spread(town.push, FAULTS["push"], people // 10)
    run_out(shop, clock, town, hours)
    clock.move(days=4)
    send(shop)
    check(shop, town, campaign.id, people)
    revoked = [each for each in town.push.asked if each.headers.get("Authorization") == "Key revoked"]
    assert 1 <= sum(town.push.is_message(each) for each in revoked) <= 4, "a revoked key is asked once more at most"


def test_the_figures_of_a_campaign_add_up(shop: Shop, clock: Clock, town: Town) -> None:
    """C2, C3, B8, 1, 6, 7, 9, 10: 429, 5xx, silence, a revoked token, bounces and opt-outs, all explained."""
    live_through(shop, clock, town, 300)


@pytest.mark.soak
def test_the_figures_of_two_thousand_add_up(shop: Shop, clock: Clock, town: Town) -> None:
    """The same for a town of two thousand."""
    live_through(shop, clock, town, 2_000, hours=14)
