"""Addresses that messages came back from: listed with the reason, trusted again, and taken back to the letter."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import ChannelName, NoticeKind
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import bounces, replies
from reengage_desktop.store import claims, customers, message_log, notices, suppressions
from reengage_desktop.store.database import Row
from tests.conftest import Clock
from tests.shop_rows import add_customer, add_message


@pytest.fixture
def shop(tmp_path: Path, clock: Clock) -> Iterator[Shop]:
    opened = open_shop(Wishes(folder=tmp_path / "shop", clock=clock, secrets=MemorySecrets))
    with closing(opened):
        yield opened


def _records(shop: Shop) -> list[list[Row]]:
    asked = (
        "SELECT email_state, consent_email, consent_sms FROM customers",
        "SELECT kind, address, channel, reason FROM suppressions ORDER BY id",
        "SELECT key FROM notices WHERE dismissed_at IS NULL",
    )
    return [shop.db.rows(sql) for sql in asked]


def _came_back(shop: Shop, channel: str, address: str, words: str) -> int:
    person = add_customer(shop.db, name="Ann Lee", **{"email" if "@" in address else "phone": address})
    message = add_message(shop.db, person, shop.now(), channel=channel, address=address)
    message_log.add_event(
        shop.db,
        message_id=message,
        customer_id=person,
        kind="bounced",  # type: ignore[arg-type]
        at=shop.now(),
        provider="smtp",
        event_id=f"{address}-1",
        detail=words,
    )
    with shop.db.write():
        claims.mark_address(shop.db, claims.get_row(shop.db, message), "bounced", shop.now())
    return person


def test_a_bounce_is_shown_with_its_words_and_can_be_taken_back(shop: Shop) -> None:
    """Issue 6: the bounce policy is visible and reversible, for mail and for numbers."""
    _came_back(shop, "email", "ann@example.com", "550 no such user")
    _came_back(shop, "sms", "+447700900123", "30006 landline")
    found = bounces.list_came_back(shop)
    assert found.total == 2
    shown = {(each.address, each.channel, each.state, each.words, each.at) for each in found.rows}
    assert shown == {
        ("ann@example.com", "email", "bounced", "550 no such user", stamp(shop.now())),
        ("+447700900123", "sms", "bounced", "30006 landline", stamp(shop.now())),
    }
    for each in found.rows:
        before = _records(shop)
        trusted = bounces.trust(shop, each)
        assert each not in bounces.list_came_back(shop).rows
        bounces.take_back(shop, trusted)
        assert _records(shop) == before
    assert bounces.list_came_back(shop) == found


def test_a_stop_since_a_number_was_trusted_outlives_the_undo(shop: Shop) -> None:
    """C18: taking the trust back leaves the number alone again, and the STOP on the list."""
    _came_back(shop, "sms", "+447700900123", "30006 landline")
    (found,) = bounces.list_came_back(shop).rows
    trusted = bounces.trust(shop, found)
    customers.opt_out(shop.db, found.customer_id, channel=None, source="person", at=shop.now())
    bounces.take_back(shop, trusted)
    assert suppressions.find_reason(shop.db, "phone", "+447700900123", ChannelName.WHATSAPP) == "opt_out"
    assert suppressions.find_reason(shop.db, "phone", "+447700900123", ChannelName.SMS) is not None


def _answer(shop: Shop, kind: NoticeKind, words: str) -> int:
    """An answer that is not clear: a program holds meanwhile, as engine.feedback does."""
    person = add_customer(shop.db, name="Ann Lee", phone="+447700900123", consent_sms=1)
    message = add_message(shop.db, person, shop.now(), channel="sms", content='{"text": "Come back!"}')
    message_log.add_event(
        shop.db,
        message_id=message,
        customer_id=person,
        kind="answered",  # type: ignore[arg-type]
        at=shop.now(),
        provider="twilio",
        event_id="SM1",
        detail=words,
    )
    if kind is NoticeKind.REPLY_MAY_BE_OPT_OUT:
        customers.opt_out(shop.db, person, channel=ChannelName.SMS, source="person", at=shop.now(), wording=words)
    notices.tell(shop.db, "reply:twilio:SM1", kind, {"customer_id": person, "channel": "sms"}, shop.now())
    return person


def test_the_owner_reads_an_answer_and_her_word_can_be_taken_back(shop: Shop) -> None:
    """Issue 6: “please don't write again” waits with its quote and holds meanwhile; both answers are reversible."""
    person = _answer(shop, NoticeKind.REPLY_MAY_BE_OPT_OUT, "Please don't write again until spring")
    [answer] = replies.list_open(shop)
    assert (answer.customer, answer.quote, answer.subject, answer.channel) == (
        "Ann Lee",
        "Please don't write again until spring",
        "Come back!",
        "sms",
    )
    held = _records(shop)
    replies.take_back(shop, replies.keep(shop, answer))
    assert _records(shop) == held
    agreed = replies.agree(shop, answer, "Meant until spring only")
    assert replies.list_open(shop) == []
    assert customers.get(shop.db, person).consent[ChannelName.SMS]
    assert shop.db.value("SELECT count(*) FROM suppressions") == 0
    replies.take_back(shop, agreed)
    assert replies.list_open(shop) == [answer]
    assert customers.get(shop.db, person).consent[ChannelName.SMS] is False
    assert shop.db.value("SELECT count(*) FROM suppressions WHERE channel = 'sms'") == 1


def test_who_may_want_messages_again_and_a_stranger(shop: Shop) -> None:
    """START is shown to the owner, who notes the agreement; a stranger's words are kept nowhere."""
    _answer(shop, NoticeKind.REPLY_WANTS_BACK, "START")
    stranger = {"customer_id": None, "channel": "email"}
    notices.tell(shop.db, "reply:imap:x", NoticeKind.REPLY_MAY_BE_OPT_OUT, stranger, shop.now())
    wants, unknown = replies.list_open(shop)
    assert (wants.kind, wants.quote) == (NoticeKind.REPLY_WANTS_BACK, "START")
    assert (unknown.customer_id, unknown.customer, unknown.quote) == (None, "", "")
