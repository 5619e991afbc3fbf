"""The mailbox is only read, page by page, and goes on where it was whatever breaks."""

import ssl
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Protocol

import pytest
import trustme

from reengage_desktop.channels.imap import ImapMailbox, ImapServer
from reengage_desktop.channels.protocol import Mailbox, Pulled, PullFailed
from tests.channels.letters import soon
from tests.servers.imap import PASSWORD, USER, FakeImap, letter

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
READS = {"CAPABILITY", "STARTTLS", "LOGIN", "EXAMINE", "UID SEARCH", "UID FETCH", "NOOP", "LOGOUT"}


@pytest.fixture
def server() -> Iterator[FakeImap]:
    """A mailbox without TLS on this PC."""
    with FakeImap() as server:
        yield server


class OpenBox(Protocol):
    """Makes mailboxes that are closed when the test ends."""

    def __call__(
        self,
        server: FakeImap,
        password: str = PASSWORD,
        *,
        security: str = "none",
        folder: str = "INBOX",
        tls: ssl.SSLContext | None = None,
    ) -> ImapMailbox: ...


@pytest.fixture
def mailbox() -> Iterator[OpenBox]:
    """The way to open a mailbox of the fake server."""
    opened: list[ImapMailbox] = []

    def make(
        server: FakeImap,
        password: str = PASSWORD,
        *,
        security: str = "none",
        folder: str = "INBOX",
        tls: ssl.SSLContext | None = None,
    ) -> ImapMailbox:
        opened.append(ImapMailbox(ImapServer("127.0.0.1", server.port, security, USER, password, folder), tls))
        return opened[-1]

    yield make
    for box in opened:
        box.close()


def pulled(box: ImapMailbox, cursor: str | None = None, within_s: float = 10.0) -> Pulled:
    found = box.pull(cursor, NOW, [], soon(within_s))
    assert isinstance(found, Pulled), found
    return found


def fill(server: FakeImap, count: int, at: datetime = NOW - timedelta(hours=1)) -> None:
    for _ in range(count):
        number = len(server.mails) + 1
        server.deliver(letter(f"mail {number}", Message_ID=f"<{number}@x>"), at)


def test_it_is_a_mailbox(server: FakeImap, mailbox: OpenBox) -> None:
    assert isinstance(mailbox(server), Mailbox)


def test_pages_follow_each_other_once(server: FakeImap, mailbox: OpenBox) -> None:
    """28: every mail once, over one connection; afterwards only what is new."""
    fill(server, 120)
    box = mailbox(server)
    seen: list[str] = []
    cursor, more = None, True
    while more:
        page = pulled(box, cursor)
        seen += [mail.text for mail in page.mails]
        cursor, more = page.cursor, page.more
    assert seen == [f"mail {number}" for number in range(1, 121)]
    assert server.connections == 1
    assert pulled(box, cursor).mails == ()
    fill(server, 1)
    assert [mail.text for mail in pulled(box, cursor).mails] == ["mail 121"]
    box.close()
    box.close()
    assert set(server.commands) <= READS


def test_a_large_mailbox_is_read_from_its_newest_days(server: FakeImap, mailbox: OpenBox) -> None:
    """10: fifty thousand mails from years before are not even named."""
    old = (NOW - timedelta(days=400), letter("old"))
    server.mails = dict.fromkeys(range(1, 50_001), old)
    server._next = 50_001
    fill(server, 3)
    started = time.monotonic()
    page = pulled(mailbox(server))
    assert [mail.text for mail in page.mails] == ["mail 50001", "mail 50002", "mail 50003"]
    assert not page.more
    assert time.monotonic() - started < 5


def test_old_mails_that_are_moved_in_are_left_alone(server: FakeImap, mailbox: OpenBox) -> None:
    """10: they get new numbers, and are not read for that."""
    fill(server, 60)
    fill(server, 70, NOW - timedelta(days=400))
    box, cursor, seen, more = mailbox(server), None, 0, True
    while more:
        page = pulled(box, cursor)
        seen, cursor, more = seen + len(page.mails), page.cursor, page.more
    assert seen == 60


def test_new_numbers_begin_the_newest_days_again(server: FakeImap, mailbox: OpenBox) -> None:
    fill(server, 2)
    cursor = pulled(mailbox(server)).cursor
    server.renumber(8)
    fill(server, 1)
    assert len(pulled(mailbox(server), cursor).mails) == 3


def texts_of(box: ImapMailbox, cursor: str | None, now: datetime) -> tuple[list[str], str | None]:
    """What all pages up to the end hold, and the place after them."""
    seen, more = list[str](), True
    while more:
        page = box.pull(cursor, now, [], soon(10))
        assert isinstance(page, Pulled), page
        seen, cursor, more = seen + [mail.text for mail in page.mails], page.cursor, page.more
    return seen, cursor


def test_new_numbers_after_a_long_absence_lose_no_mail(server: FakeImap, mailbox: OpenBox) -> None:
    """10: off for forty days, and the server lost its index meanwhile: all that came in that time is read.

    What lay there before is not, however old the shop; and nothing is read twice by a further run.
    """
    box, last = mailbox(server), NOW - timedelta(days=40)
    fill(server, 1, NOW - timedelta(days=300))
    _, cursor = texts_of(box, None, NOW - timedelta(days=299))
    fill(server, 1, last)
    _, cursor = texts_of(box, cursor, last)
    fill(server, 120, NOW - timedelta(days=30))
    server.renumber(8)
    seen, cursor = texts_of(mailbox(server), cursor, NOW)
    assert seen == [f"mail {number}" for number in range(2, 123)]
    assert texts_of(mailbox(server), cursor, NOW)[0] == []


def test_new_numbers_in_the_middle_of_a_long_reading(server: FakeImap, mailbox: OpenBox) -> None:
    """10: what a page told is not yet the whole: the day of the last whole reading still counts."""
    last = NOW - timedelta(days=40)
    _, cursor = texts_of(mailbox(server), None, last)
    fill(server, 120, NOW - timedelta(days=30))
    cursor = pulled(mailbox(server), cursor).cursor
    server.renumber(8)
    assert len(texts_of(mailbox(server), cursor, NOW)[0]) == 120


def test_a_place_of_an_earlier_version_goes_back_to_its_first_day(server: FakeImap, mailbox: OpenBox) -> None:
    """10: it did not keep when it was last read."""
    fill(server, 1, NOW - timedelta(days=100))
    fill(server, 2, NOW - timedelta(days=30))
    server.renumber(8)
    seen, _ = texts_of(mailbox(server), '{"validity": 7, "uid": 9, "since": "2026-09-30"}', NOW)
    assert seen == ["mail 2", "mail 3"]


@pytest.mark.parametrize("cursor", ["", "nonsense", "[]", '{"uid": "x"}'])
def test_a_cursor_that_can_not_be_read_begins_again(server: FakeImap, cursor: str, mailbox: OpenBox) -> None:
    fill(server, 1)
    assert len(pulled(mailbox(server), cursor).mails) == 1


def test_a_mail_that_is_gone_does_not_stop_the_rest(server: FakeImap, mailbox: OpenBox) -> None:
    fill(server, 3)
    cursor = pulled(mailbox(server)).cursor
    server.mails.clear()
    page = mailbox(server).pull(cursor, NOW, [], soon())
    assert isinstance(page, PullFailed | Pulled)
    fill(server, 0)
    server.deliver(letter("after"), NOW)
    assert [mail.text for mail in pulled(mailbox(server), cursor).mails] == ["after"]


def test_when_it_came_is_the_server_s_word(server: FakeImap, mailbox: OpenBox) -> None:
    came = NOW - timedelta(hours=5)
    server.deliver(letter("x", Date="Mon, 2 Jan 2006 10:00:00 +0000"), came)
    server.deliver(letter("y"), NOW + timedelta(days=2))
    assert [mail.at for mail in pulled(mailbox(server)).mails] == [came, NOW]


def test_a_long_mail_is_read_from_its_beginning(server: FakeImap, mailbox: OpenBox) -> None:
    server.deliver(letter("x" * 3_000_000, Subject="long"), NOW)
    assert pulled(mailbox(server)).mails[0].subject == "long"


@pytest.mark.parametrize("command", ["LOGIN", "EXAMINE", "UID SEARCH", "UID FETCH"])
@pytest.mark.parametrize("fault", ["drop", "silent", "drip", "reply:NO not now ann@example.com", "reply:BAD what?"])
def test_a_fault_is_a_sentence_and_the_next_turn_works(
    server: FakeImap, command: str, fault: str, mailbox: OpenBox
) -> None:
    """8, 10, 26: bounded, naming nobody; afterwards nothing was lost."""
    fill(server, 2)
    server.faults[command] = fault
    box = mailbox(server)
    started = time.monotonic()
    failed = box.pull(None, NOW, [], soon(0.5))
    assert time.monotonic() - started < 3
    assert isinstance(failed, PullFailed), failed
    for word in (PASSWORD, USER, "ann@", "b'"):
        assert word not in failed.detail
    assert len(pulled(box).mails) == 2


def test_a_connection_that_was_dropped_meanwhile_is_made_anew(server: FakeImap, mailbox: OpenBox) -> None:
    box = mailbox(server)
    pulled(box)
    server.faults["NOOP"] = "drop"
    fill(server, 1)
    assert len(pulled(box).mails) == 1
    assert server.connections == 2


def test_asking_says_what_it_did(server: FakeImap, mailbox: OpenBox) -> None:
    """C10: LOGIN and EXAMINE, nothing else."""
    fill(server, 2)
    told = mailbox(server).test()
    assert told.ok
    assert told.detail.endswith("reading only; mails in it: 2.")
    assert server.commands == ["CAPABILITY", "LOGIN", "EXAMINE", "LOGOUT"]


def test_what_is_wrong_with_the_account_is_said(server: FakeImap, mailbox: OpenBox) -> None:
    wrong = mailbox(server, "other").test()
    assert not wrong.ok
    assert "user name and password" in wrong.detail
    assert "other" not in wrong.detail
    assert USER not in wrong.detail
    lost = mailbox(server, folder="Shöp & more").test()
    assert "no folder “Shöp & more”" in lost.detail
    late = mailbox(server)
    server.stop()
    assert "Nobody answers" in late.test().detail


def test_other_letters_in_a_folder_s_name(mailbox: OpenBox) -> None:
    with FakeImap(folder="Sh&APY-p &- more") as server:
        assert mailbox(server, folder="Shöp & more").test().ok


def test_no_password_without_tls_over_the_net() -> None:
    box = ImapMailbox(ImapServer("mail.example.com", 143, "none", USER, PASSWORD))
    told = box.test()
    assert "Without TLS" in told.detail


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_tls(security: str, mailbox: OpenBox) -> None:
    """8: with a trusted certificate it works, with another one not a word is said."""
    ca = trustme.CA()
    serving, trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    ca.issue_cert("127.0.0.1").configure_cert(serving)
    ca.configure_trust(trusting)
    with FakeImap(tls=serving, implicit_tls=security == "tls") as server:
        assert mailbox(server, security=security, tls=trusting).test().ok
        commands = len(server.commands)
        refused = mailbox(server, security=security).test()
        assert "certificate" in refused.detail
        assert "LOGIN" not in server.commands[commands:]


def test_a_first_look_by_a_clock_that_was_ahead_hides_no_mail(server: FakeImap, mailbox: OpenBox) -> None:
    """16, 10: the PC's clock was a year ahead as the mailbox was first read; nobody's no is waited for until then."""
    box = mailbox(server)
    ahead = box.pull(None, NOW + timedelta(days=365), [], soon())
    assert isinstance(ahead, Pulled)
    fill(server, 1)
    page = pulled(box, ahead.cursor)
    assert [mail.text for mail in page.mails] == ["mail 1"]
    assert pulled(box, page.cursor).mails == ()
