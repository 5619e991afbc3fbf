"""What the owner does herself: the queue, caps, consent and results of any message; one click, and its undo."""

import shutil
from pathlib import Path

import pytest

from reengage_desktop.channels.hand import HandChannel
from reengage_desktop.domain.by_hand import LONGEST_LINK, HandResult, link_for
from reengage_desktop.domain.eligibility import Go, Wait
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.vocabulary import ChannelName, OutboxState, Reason
from reengage_desktop.engine.sending import by_hand
from reengage_desktop.engine.sending.by_hand import NotOpen, Recorded
from reengage_desktop.store import customers, refusing, sent_ledger, suppressions
from reengage_desktop.store import settings as stored_settings
from reengage_desktop.store.database import open_database
from tests.conftest import Clock
from tests.engine.sending_rig import Rig

CALL = ChannelName.CALL


@pytest.fixture
def rig(tmp_path: Path, clock: Clock) -> Rig:
    """A shop whose owner makes her calls herself."""
    rig = Rig(tmp_path / "shop", clock)
    rig.set(channels__call__provider="hand", business__country="GB", business__timezone="Europe/London")
    rig.channels[CALL] = HandChannel(CALL)
    return rig


def queue(rig: Rig, **columns: object) -> int:
    """One call that is due."""
    made = rig.enqueue(rig.draft(rig.customer(CALL, **columns), CALL))
    assert isinstance(made, int)
    return made


def begin(rig: Rig, message_id: int) -> Reason | None:
    return by_hand.begin(rig.db, message_id, stored_settings.load(rig.db), rig.clock())


def record(rig: Rig, message_id: int, result: HandResult) -> Recorded:
    return by_hand.record(rig.db, message_id, result, stored_settings.load(rig.db), rig.clock())


def waiting(rig: Rig) -> list[int]:
    return [each.row.id for each in by_hand.list_waiting(rig.db, stored_settings.load(rig.db), rig.clock())]


def events(rig: Rig, message_id: int) -> list[str]:
    rows = rig.db.rows("SELECT kind FROM delivery_events WHERE outbox_id = ? ORDER BY id", (message_id,))
    return [kind for (kind,) in rows]


def everything(rig: Rig) -> list[list[tuple[object, ...]]]:
    """Every table that a click may change, as it is."""
    tables = ("outbox", "attempts", "delivery_events", "calls", "cap_ledger", "suppressions", "consents", "enquiries")
    return [rig.db.rows(f"SELECT * FROM {table} ORDER BY 1") for table in tables] + [
        rig.db.rows("SELECT consent_call, phone_state, email_state FROM customers ORDER BY id")
    ]


def test_no_run_sends_what_is_the_owners_to_do(rig: Rig) -> None:
    """Issue 6, human hands: the message waits in the same queue, and says for what."""
    message = queue(rig)
    result = rig.send()
    assert (result.sent, result.deferred) == (0, 1)
    assert rig.row(message, "state", "reason", "provider") == ("pending", "by_hand", "hand")
    assert waiting(rig) == [message]


def test_one_message_on_demand_waits_for_her_too(rig: Rig) -> None:
    """A13: the answer says why it was not sent, and it is not lost."""
    message = queue(rig)
    sent = rig.send_now(message)
    assert (sent.is_sent, sent.state, sent.reason) == (False, OutboxState.PENDING, Reason.BY_HAND)


@pytest.mark.parametrize(
    ("result", "state", "told"),
    [
        (HandResult.DONE, "accepted", ["delivered"]),
        (HandResult.INTERESTED, "accepted", ["delivered", "answered", "converted"]),
        (HandResult.NO_ANSWER, "accepted", ["failed"]),
        (HandResult.NOT_NOW, "accepted", ["delivered", "answered"]),
        (HandResult.STOP, "accepted", ["delivered", "opted_out"]),
        (HandResult.WRONG_NUMBER, "rejected", []),
    ],
)
def test_one_click_is_kept_and_its_undo_leaves_no_trace(
    rig: Rig, result: HandResult, state: str, told: list[str]
) -> None:
    """Issue 6: the outcome is one click, and a wrong click is taken back to the letter, whether begun before or not."""
    for is_begun in (False, True):
        message = queue(rig)
        if is_begun:
            assert begin(rig, message) is None
        before = everything(rig)
        recorded = record(rig, message, result)
        assert rig.row(message, "state") == state
        assert events(rig, message) == told
        assert message not in waiting(rig)
        assert by_hand.take_back(rig.db, recorded)
        assert everything(rig) == before
        assert message in waiting(rig)


def test_who_was_called_counts_as_contacted(rig: Rig) -> None:
    """A5: begun is counted; a second message within the week is refused whoever carries it."""
    person = rig.customer(CALL, email="ann@example.com", consent_email=1)
    first = rig.enqueue(rig.draft(person, CALL))
    assert isinstance(first, int)
    assert begin(rig, first) is None
    assert rig.touches() == 1
    record(rig, first, HandResult.DONE)
    again = rig.enqueue(rig.draft(person, ChannelName.EMAIL, occasion="lapse:2:1"))
    assert again is Reason.CAP_WEEK


def test_what_was_begun_waits_for_her_word_whatever_runs(rig: Rig) -> None:
    """Promise 1: neither lost nor called done; a sender that cleans up leaves it alone, and expiry does too."""
    message = queue(rig)
    begin(rig, message)
    rig.clock.move(days=5)
    rig.send()
    assert rig.row(message, "state", "provider") == ("sending", "hand")
    [mine] = by_hand.list_waiting(rig.db, stored_settings.load(rig.db), rig.clock())
    assert mine.is_begun
    by_hand.give_back(rig.db, message)
    assert rig.row(message, "state", "reason") == ("pending", "by_hand")
    assert rig.touches() == 0
    assert rig.db.value("SELECT count(*) FROM attempts") == 0


def _save(rig: Rig) -> None:
    """A copy of the shop as it is."""
    suppressions.address_salt(rig.db)
    rig.db.run("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copyfile(rig.folder / "shop.db", rig.folder / "copy")


def _from_older_copy(rig: Rig) -> int:
    """How many messages that copy learns of from the ledger beside it, laid over the lost database by hand."""
    rig.db.close()
    for file in rig.folder.glob("shop.db*"):
        file.unlink()
    (rig.folder / "copy").rename(rig.folder / "shop.db")
    rig.db = open_database(rig.folder / "shop.db")
    return sent_ledger.settle(rig.db, rig.clock())


def test_what_was_not_done_after_all_is_not_done_in_an_older_copy_either(rig: Rig) -> None:
    """Promise 14: given back, or clicked by mistake and taken back: a copy restored later does not call it sent."""
    given, clicked = queue(rig), queue(rig)
    _save(rig)
    assert begin(rig, given) is None
    by_hand.give_back(rig.db, given)
    assert by_hand.take_back(rig.db, record(rig, clicked, HandResult.DONE))
    assert _from_older_copy(rig) == 0
    assert waiting(rig) == [given, clicked]


def test_what_was_begun_and_what_a_program_would_not_have_begun_is_known_to_an_older_copy(rig: Rig) -> None:
    """Promise 14: of a wrong click only that is undone, and a call at night was made: neither is made again."""
    begun, at_night = queue(rig), queue(rig)
    _save(rig)
    assert begin(rig, begun) is None
    assert by_hand.take_back(rig.db, record(rig, begun, HandResult.DONE))
    rig.clock.move(hours=14)
    record(rig, at_night, HandResult.DONE)
    assert _from_older_copy(rig) == 2
    assert waiting(rig) == []


def test_a_no_holds_at_once_for_everything_that_waits(rig: Rig) -> None:
    """C18: stop suppresses at once, on that channel, and what waits there is skipped."""
    person = rig.customer(CALL)
    first, other = (rig.enqueue(rig.draft(person, CALL, occasion="a")), queue(rig))
    assert isinstance(first, int)
    record(rig, first, HandResult.STOP)
    assert rig.db.value("SELECT consent_call FROM customers WHERE id = ?", (person,)) == 0
    assert rig.db.value("SELECT source FROM consents WHERE customer_id = ? ORDER BY id DESC", (person,)) == "person"
    assert rig.db.value("SELECT count(*) FROM suppressions WHERE channel = 'call'") == 1
    assert waiting(rig) == [other]


def test_a_wrong_number_is_left_alone_on_every_channel(rig: Rig) -> None:
    """Whoever has the number is a stranger: nothing more goes there, and nobody of hers counts as contacted."""
    message = queue(rig)
    record(rig, message, HandResult.WRONG_NUMBER)
    assert rig.row(message, "state", "reason") == ("rejected", "address_invalid")
    assert rig.touches() == 0
    assert rig.db.value("SELECT count(*) FROM suppressions WHERE channel = ''") == 1


def test_the_list_holds_only_whom_she_may_call(rig: Rig) -> None:
    """The checks of the queue: who bought or said no meanwhile is left out with the reason, at night it says when."""
    bought, refused, good = queue(rig), queue(rig), queue(rig)
    rig.db.run("UPDATE customers SET last_order_at = ? WHERE id = ?", (int(rig.clock().timestamp()), 1))
    refusing.opt_out(rig.db, 2, rig.clock())
    assert waiting(rig) == [good]
    assert [rig.row(each, "reason") for each in (bought, refused)] == ["bought_again", "opted_out"]
    [mine] = by_hand.list_waiting(rig.db, stored_settings.load(rig.db), rig.clock())
    assert isinstance(mine.verdict, Go)
    rig.clock.move(hours=14)
    [mine] = by_hand.list_waiting(rig.db, stored_settings.load(rig.db), rig.clock())
    assert isinstance(mine.verdict, Wait)
    assert begin(rig, good) is Reason.QUIET_HOURS


def test_what_happened_counts_also_where_a_program_would_not_have_begun(rig: Rig) -> None:
    """She called at five to nine and clicks at five past: the call was made, so it is kept and counted."""
    message = queue(rig)
    rig.clock.move(hours=14)
    record(rig, message, HandResult.DONE)
    assert rig.row(message, "state") == "accepted"
    assert rig.touches() == 1


def test_a_second_click_and_a_late_undo_change_nothing(rig: Rig) -> None:
    """One message has one end; an undo after more has happened is refused."""
    message = queue(rig)
    recorded = record(rig, message, HandResult.STOP)
    with pytest.raises(NotOpen):
        record(rig, message, HandResult.DONE)
    with pytest.raises(NotOpen):
        by_hand.give_back(rig.db, message)
    rig.clock.move(minutes=1)
    refusing.opt_out(rig.db, 1, rig.clock())
    before = everything(rig)
    assert not by_hand.take_back(rig.db, recorded)
    assert everything(rig) == before


def test_a_stop_since_the_click_outlives_its_undo(rig: Rig) -> None:
    """C18: “interested” was the wrong click; what she wrote in the meantime stays on the list of refusals."""
    message = queue(rig)
    number = rig.row(message, "address")
    recorded = record(rig, message, HandResult.INTERESTED)
    customers.opt_out(rig.db, 1, channel=CALL, source="person", at=rig.clock())
    assert by_hand.take_back(rig.db, recorded)
    assert suppressions.find_reason(rig.db, "phone", str(number), CALL) == "opt_out"


def test_what_waits_too_long_expires_like_any_message(rig: Rig) -> None:
    message = queue(rig)
    rig.clock.move(hours=73)
    assert waiting(rig) == []
    assert rig.row(message, "state", "reason") == ("skipped", "expired")


def test_with_review_on_doing_it_is_the_approval(rig: Rig) -> None:
    person = rig.customer(CALL)
    message = rig.enqueue(rig.draft(person, CALL, needs_approval=True))
    assert isinstance(message, int)
    assert waiting(rig) == [message]
    assert begin(rig, message) is None


@pytest.mark.parametrize(
    ("channel", "address", "url"),
    [
        (ChannelName.WHATSAPP, "+447700900001", "https://wa.me/447700900001?text=Hi%20Zo%C3%AB%20%26%20co%0ABye"),
        (ChannelName.SMS, "+447700900001", "sms:+447700900001?body=Hi%20Zo%C3%AB%20%26%20co%0ABye"),
        (ChannelName.CALL, "+447700900001", "tel:+447700900001"),
        (
            ChannelName.EMAIL,
            "a+b@example.com",
            "mailto:a+b@example.com?subject=We%20miss%20you&body=Hi%20Zo%C3%AB%20%26%20co%0D%0ABye",
        ),
    ],
)
def test_the_link_opens_with_the_text_filled_in(channel: ChannelName, address: str, url: str) -> None:
    """RFC 6068 and WhatsApp's click-to-chat: every sign of the text arrives as it was written."""
    link = link_for(channel, address, Content("Hi Zoë & co\nBye", subject="We miss you"))
    assert (link.url, link.has_text) == (url, channel is not CALL)


def test_a_text_that_is_too_long_for_a_link_is_pasted() -> None:
    link = link_for(ChannelName.EMAIL, "a@example.com", Content("word " * 1_000, subject="Hello"))
    assert (link.url, link.has_text) == ("mailto:a@example.com?subject=Hello", False)
    assert len(link.url) < LONGEST_LINK


def test_nothing_is_listed_while_test_mode_pretends(rig: Rig) -> None:
    queue(rig)
    rig.set(sending__test_mode="true")
    assert waiting(rig) == []
