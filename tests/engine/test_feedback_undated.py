"""A no counts also where the provider tells no moment that can be read; it is of the moment at which we heard it."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

import pytest

from reengage_desktop.channels.protocol import Channel
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.store import customers
from reengage_desktop.store.database import Database
from tests.channels.letters import postmark, resend, sendgrid, ses, sns, twilio_sms, vonage, whatsapp_cloud
from tests.engine.feedback_rig import NOW, PHONE, consent, kinds, message, sync
from tests.servers.aws import CONTACTS, QUEUE, FakeSes, FakeSns
from tests.servers.http import Asked, FakeProvider, Reply
from tests.servers.postmark import FakePostmark
from tests.servers.resend import FakeResend
from tests.servers.sendgrid import FakeSendGrid
from tests.servers.twilio import FakeTwilio
from tests.servers.vonage import FakeVonage
from tests.servers.whatsapp import FakeWhatsApp
from tests.shop_rows import add_customer

MAIL = "ann@example.com"
SENT = "id-1"
EMAIL, SMS, WHATSAPP = ChannelName.EMAIL, ChannelName.SMS, ChannelName.WHATSAPP

ODD = ["", None, "noonish", 0, -1, 2**39, 1_790_000_000_000, "0001-01-01T00:00:00", "0001-01-01T00:00:00+14:00", [7]]
"""What stands where the moment should: nothing, words, moments of no such service, milliseconds, another shape."""


@dataclass(frozen=True)
class Teller:
    """Who tells a no, and on which channel."""

    channel: Channel
    name: ChannelName


Tell = Callable[[object], "Iterator[Teller]"]


def _at_sendgrid(name: str) -> Tell:
    def tell(moment: object) -> Iterator[Teller]:
        with FakeSendGrid() as server:
            server.suppressed[name].append({"email": MAIL, "created": moment})
            yield Teller(sendgrid(server), EMAIL)

    return tell


def _at_postmark(moment: object) -> Iterator[Teller]:
    with FakePostmark() as server:
        server.suppress(MAIL, "ManualSuppression")
        server.suppressions[0]["CreatedAt"] = moment
        yield Teller(postmark(server), EMAIL)


def _of_a_mail_at_postmark(moment: object) -> Iterator[Teller]:
    with FakePostmark() as server:
        server.events[SENT] = [{"Type": "SpamComplaint", "ReceivedAt": moment}]
        yield Teller(postmark(server), EMAIL)


def _at_resend(moment: object) -> Iterator[Teller]:
    with FakeResend() as server:
        server.suppress(MAIL, "complaint")
        server.suppressions[0]["created_at"] = moment
        yield Teller(resend(server), EMAIL)


def _on_the_list_of_ses(moment: object) -> Iterator[Teller]:
    with FakeSes() as server:
        server.opted_out = [{"EmailAddress": MAIL, "LastUpdatedTimestamp": moment}]
        yield Teller(ses(server, contact_list=CONTACTS), EMAIL)


def _as_spam_at_ses(moment: object) -> Iterator[Teller]:
    with FakeSes() as server:
        server.suppressed = [{"EmailAddress": MAIL, "Reason": "COMPLAINT", "LastUpdateTime": moment}]
        yield Teller(ses(server), EMAIL)


def _in_the_queue_of_ses(moment: object) -> Iterator[Teller]:
    with FakeSes() as server:
        mail = {"messageId": SENT, "timestamp": moment}
        server.queue["q"] = json.dumps({"eventType": "Complaint", "mail": mail, "complaint": {"timestamp": moment}})
        yield Teller(ses(server, queue_url=f"https://sqs.eu-west-1.amazonaws.com{QUEUE}"), EMAIL)


def _at_twilio(moment: object) -> Iterator[Teller]:
    class Undated(FakeTwilio):
        """Its fake clock can't say such a moment: the list as it would stand."""

        def _matches(self, *_asked: object) -> bool:
            return True

    with Undated() as server:
        server.add_reply(PHONE, "STOP")
        server.messages[0] |= {"date_sent": moment, "date_created": moment}
        yield Teller(twilio_sms(server), SMS)


def _undelivered_at_twilio(moment: object) -> Iterator[Teller]:
    class Undated(FakeTwilio):
        """The same for a message of ours."""

        def _matches(self, *_asked: object) -> bool:
            return True

    with Undated() as server:
        kept = server._keep(None, PHONE, "Hi", "outbound-api", "undelivered")
        kept |= {"sid": SENT, "error_code": 21610, "date_updated": moment, "date_sent": moment}
        yield Teller(twilio_sms(server), SMS)


def _at_vonage(moment: object) -> Iterator[Teller]:
    class Undated(FakeVonage):
        """Its report as it would stand."""

        def answer(self, asked: Asked) -> Reply:
            is_inbound = asked.query.get("direction") == "inbound"
            records = [{"message_id": "IN1", "from": PHONE[1:], "message_body": "STOP", "date_received": moment}]
            return 200, {}, json.dumps({"records": records if is_inbound else []}).encode()

    with Undated() as server:
        yield Teller(vonage(server), SMS)


def _undelivered_at_vonage(moment: object) -> Iterator[Teller]:
    with FakeVonage() as server:
        failed = {"message_id": SENT, "status": "failed", "error_code": "9", "date_finalized": moment}
        server.records[SENT] = failed | {"date_received": moment}
        yield Teller(vonage(server), SMS)


def _at_meta(moment: object) -> Iterator[Teller]:
    with FakeWhatsApp() as server:
        event = {"delivery_status": "FAILED", "timestamp": moment, "error_description": "131050: she opted out"}
        server.events[SENT] = [event]
        yield Teller(whatsapp_cloud(server), WHATSAPP)


TELLERS = {
    "sendgrid, unsubscribed": _at_sendgrid("unsubscribes"),
    "sendgrid, spam": _at_sendgrid("spam_reports"),
    "postmark, list": _at_postmark,
    "postmark, a mail": _of_a_mail_at_postmark,
    "resend": _at_resend,
    "ses, contact list": _on_the_list_of_ses,
    "ses, spam": _as_spam_at_ses,
    "ses, queue": _in_the_queue_of_ses,
    "twilio, STOP": _at_twilio,
    "twilio, undelivered": _undelivered_at_twilio,
    "vonage, STOP": _at_vonage,
    "vonage, undelivered": _undelivered_at_vonage,
    "whatsapp": _at_meta,
}


def _ann(db: Database, told: Teller) -> int:
    """Somebody who agreed a month ago and was sent a message."""
    ann = add_customer(db, email=MAIL, phone=PHONE)
    customers.opt_in(db, ann, told.name, wording="at the till", at=NOW - timedelta(days=30))
    address = MAIL if told.name is EMAIL else PHONE
    message(db, ann, told.channel.name, SENT, channel=told.name.value, address=address)
    return ann


@pytest.mark.parametrize("moment", ODD, ids=repr)
@pytest.mark.parametrize("teller", TELLERS)
def test_a_no_without_a_moment_counts_once(db: Database, teller: str, moment: object) -> None:
    """C18, 10, 28: she wants no more as of now; told again it is no news, also after she has agreed anew."""
    with contextmanager(TELLERS[teller])(moment) as told:
        ann = _ann(db, told)
        sync(db, told.channel, told.name)
        assert consent(db, ann, told.name) is False
        heard = db.value("SELECT max(at) FROM consents WHERE customer_id = ?", (ann,))
        assert heard == stamp(NOW)
        known = kinds(db)
        customers.opt_in(db, ann, told.name, wording="at the till", at=NOW + timedelta(hours=1))
        sync(db, told.channel, told.name, NOW + timedelta(hours=2))
        assert (kinds(db), consent(db, ann, told.name)) == (known, True)


def test_a_second_stop_counts_where_the_list_names_no_moment(db: Database) -> None:
    """10, C18: she said stop, was won back by the owner, and said stop again: Amazon's list looks the same."""
    ann = add_customer(db, phone=PHONE, consent_sms=1)
    with FakeSns() as server:
        server.opted_out = [PHONE]
        assert sync(db, sns(server)).opt_outs == 1
        assert sync(db, sns(server), now=NOW + timedelta(hours=1)).opt_outs == 0
        server.opted_out = []
        customers.opt_in(db, ann, SMS, wording="wants them again", at=NOW + timedelta(hours=2))
        assert sync(db, sns(server), now=NOW + timedelta(hours=3)).opt_outs == 0
        assert consent(db, ann) is True
        server.opted_out = [PHONE]
        assert sync(db, sns(server), now=NOW + timedelta(hours=4)).opt_outs == 1
        assert consent(db, ann) is False
        assert sync(db, sns(server), now=NOW + timedelta(hours=5)).opt_outs == 0


@pytest.mark.parametrize("said", [b"<html>Sign in to this network</html>", b"{}", b'{"error": "later"}'])
@pytest.mark.parametrize("title", ["sns", "postmark", "resend"])
def test_an_answer_that_is_no_list_is_not_an_empty_one(db: Database, title: str, said: bytes) -> None:
    """10, 7: a good status over something else: the channel waits until it is known who said no."""
    with FakeSns() as texts, FakePostmark() as first, FakeResend() as second:
        servers: tuple[FakeProvider, ...] = (texts, first, second)
        for server in servers:
            server.answer = lambda _asked: (200, {}, said)  # type: ignore[method-assign, assignment]
        channels: dict[str, Channel] = {"sns": sns(texts), "postmark": postmark(first), "resend": resend(second)}
        channel = channels[title]
        result = sync(db, channel, SMS if title == "sns" else EMAIL)
    assert list(result.failed) == [title]
