"""What comes back by mail ends in the right state, from the mailbox's own wire to the customer's record."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reengage_desktop.channels.imap import ImapMailbox, ImapServer
from reengage_desktop.channels.pretend import PretendChannel
from reengage_desktop.channels.protocol import Channel, NotConfigured
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine import feedback, privacy
from reengage_desktop.engine.feedback import SyncResult
from reengage_desktop.store import customers, provider_states, suppressions, unsubscribing
from reengage_desktop.store.database import Database, open_database
from reengage_desktop.store.provider_states import Rest
from tests.servers.imap import PASSWORD, USER, FakeImap, letter, report
from tests.shop_rows import add_customer, add_message

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
SENT_AT = NOW - timedelta(hours=3)
ANN = "ann@example.com"


class Post:
    """A shop, its mailbox, and Ann, who got a message by mail."""

    def __init__(self, db: Database, server: FakeImap) -> None:
        self.db, self.server = db, server
        self.settings = Settings({"business.reply_to": USER, "providers.smtp.from_address": USER})
        self.ann = add_customer(db, email=ANN, consent_email=1)
        self.sent = self.send(SENT_AT)

    def send(self, at: datetime, **columns: object) -> int:
        return add_message(self.db, self.ann, at, provider="smtp", **columns)

    def name(self, message_id: int | None = None) -> str:
        """The Message-ID of a message."""
        reference = self.db.value("SELECT reference FROM outbox WHERE id = ?", (message_id or self.sent,))
        return f"<{reference}@example.com>"

    def token(self) -> str:
        return unsubscribing.token(self.db, self.name()[1:].partition("@")[0])

    def come(self, raw: bytes, at: datetime = NOW) -> SyncResult:
        """A mail arrives and is fetched, twice."""
        self.server.deliver(raw, at)
        result = self.sync()
        assert result.failed == {}
        with self.db.write():
            self.db.run("DELETE FROM sync_cursors")
        again = self.sync()
        assert (again.events, again.opt_outs, again.replies) == ({}, 0, 0)
        return result

    def sync(self, now: datetime = NOW, password: str = PASSWORD) -> SyncResult:
        return feedback.sync_status(self.db, no_channel, self.settings, now, mailbox=lambda: self.box(password))

    def box(self, password: str = PASSWORD) -> ImapMailbox:
        return ImapMailbox(ImapServer("127.0.0.1", self.server.port, "none", USER, password))

    def kinds(self) -> list[tuple[object, ...]]:
        return self.db.rows("SELECT kind, outbox_id FROM delivery_events ORDER BY id")

    @property
    def state(self) -> object:
        return self.db.value("SELECT email_state FROM customers WHERE id = ?", (self.ann,))

    @property
    def agrees(self) -> bool | None:
        return customers.get(self.db, self.ann).consent[ChannelName.EMAIL]


def no_channel(_name: ChannelName) -> Channel | NotConfigured:
    return NotConfigured("not in this test")


@pytest.fixture
def post(tmp_path: Path) -> Iterator[Post]:
    """A shop with a mailbox."""
    db = open_database(tmp_path / "shop.db")
    with FakeImap() as server:
        yield Post(db, server)
    db.close()


def test_a_hard_bounce_ends_an_address(post: Post) -> None:
    """C10, 28: the message came back, and nobody writes there again."""
    post.come(report(post.name(), ANN))
    assert post.kinds() == [("bounced", post.sent)]
    assert post.state == "bounced"
    assert post.agrees is True


def test_soft_bounces_are_counted(post: Post) -> None:
    """C10: the third in a row ends the address, visibly; a message that came through begins the count anew."""
    for number in range(3):
        message = post.send(SENT_AT + timedelta(minutes=number))
        assert post.state != "bounced"
        post.come(report(post.name(message), ANN, status="4.2.2"))
    assert post.state == "bounced"
    assert [kind for kind, _ in post.kinds()] == ["failed", "failed", "failed", "bounced"]
    detail = post.db.value("SELECT detail FROM delivery_events WHERE kind = 'bounced'")
    assert detail.startswith("3 messages in a row came back.")


def test_a_message_that_arrived_begins_the_count_anew(post: Post) -> None:
    for number in range(3):
        message = post.send(SENT_AT + timedelta(minutes=number))
        post.come(report(post.name(message), ANN, status="4.2.2"))
        if number == 1:
            post.come(letter("Hello", In_Reply_To=post.name(message), Message_ID="<a@b>"))
    assert post.state != "bounced"


def test_a_delay_is_no_bounce(post: Post) -> None:
    post.come(report(post.name(), ANN, action="delayed", status="4.4.1"))
    assert post.kinds() == []


def test_a_bounce_that_names_only_the_address(post: Post) -> None:
    text = "Sorry, no such user here: ann@example.com"
    post.come(letter(text, sender="MAILER-DAEMON@mx.example.net", Message_ID="<b@x>"))
    assert post.kinds() == [("bounced", post.sent)]
    assert post.state == "bounced"


@pytest.mark.parametrize(
    "raw",
    [
        report("<other@example.com>", "stranger@example.net"),
        letter("Sorry, no such user", sender="mailer-daemon@example.net"),
        letter("I want to order tea", sender="stranger@example.net"),
        letter("When do you open? Please don't stop selling tea."),
        letter("Cancel my order 7, please", sender="stranger@example.net"),
        letter("stop", sender=USER),
        b"",
        b"\xff\xfe\x00",
    ],
    ids=["bounce", "odd bounce", "order", "question", "order off", "our own", "empty", "garbage"],
)
def test_the_rest_of_the_mail_is_none_of_our_business(post: Post, raw: bytes) -> None:
    """26: what belongs to no message of ours leaves no trace."""
    post.come(raw)
    assert post.kinds() == []
    assert post.state != "bounced"
    assert post.agrees is True
    assert post.db.value("SELECT count(*) FROM suppressions") == 0


@pytest.mark.parametrize("sender", [ANN, "ann.private@example.org"])
@pytest.mark.parametrize("place", ["Subject", "To"])
def test_a_mailed_opt_out(post: Post, sender: str, place: str) -> None:
    """C18: the token leads to the person, from whichever address she writes; what still waits for her is skipped."""
    waiting = add_message(post.db, post.ann, None)
    said = {"Subject": f"unsubscribe {post.token()}", "To": f"shop+{post.token()}@example.com"}[place]
    result = post.come(letter("", sender=sender, Message_ID="<o@x>", **{place: said}))
    assert result.opt_outs == 1
    assert post.kinds() == [("opted_out", post.sent)]
    assert post.agrees is False
    assert post.db.row("SELECT state, reason FROM outbox WHERE id = ?", (waiting,)) == ("skipped", "opted_out")


def test_a_token_that_this_shop_never_made_is_nothing(post: Post) -> None:
    number, _, proof = post.token().partition(".")
    wrong = f"{number}.{proof[::-1]}"
    post.come(letter("", sender="stranger@example.net", Subject=f"about {wrong}"))
    assert post.kinds() == []
    assert post.agrees is True


def test_an_opt_out_mail_of_a_known_person_needs_no_token(post: Post) -> None:
    assert post.come(letter("", Subject="Unsubscribe", Message_ID="<u@x>")).opt_outs == 1
    assert post.agrees is False


def test_a_stranger_s_opt_out_is_kept_as_an_address_only(post: Post) -> None:
    post.come(letter("stop", sender="other@example.net", Message_ID="<u@x>"))
    assert suppressions.find_reason(post.db, "email", "other@example.net", ChannelName.EMAIL) == "opt_out"
    assert post.db.row("SELECT customer_id, detail FROM delivery_events") == (None, None)


def test_an_answer(post: Post) -> None:
    """C9, C10: kept with the message that it answers, also after later ones."""
    post.send(SENT_AT + timedelta(hours=1))
    result = post.come(letter("Lovely, see you!\n> quoted", In_Reply_To=post.name(), Message_ID="<r@x>"))
    assert result.replies == 1
    assert post.kinds() == [("answered", post.sent)]
    assert post.db.value("SELECT detail FROM delivery_events") == "Lovely, see you!"
    assert post.agrees is True


@pytest.mark.parametrize(
    ("text", "notices"),
    [
        ("STOP", 0),
        ("Stop writing to me, Zoë", 1),
        ("Bitte schreiben Sie mir nicht mehr.", 1),
        ("Please don't write again", 1),
    ],
)
def test_words_that_mean_stop(post: Post, text: str, notices: int) -> None:
    """C18: the word alone is an opt-out; what seems to say so suppresses and is shown to the owner."""
    post.come(letter(f"{text}\n> unsubscribe", In_Reply_To=post.name(), Message_ID="<s@x>"))
    assert post.agrees is False
    assert post.db.value("SELECT count(*) FROM notices WHERE kind = 'reply_may_be_opt_out'") == notices


@pytest.mark.parametrize("headers", [{}, {"Auto_Submitted": "auto-generated"}])
def test_a_stop_in_the_subject_of_an_answer_counts_beside_other_words(post: Post, headers: dict[str, str]) -> None:
    """Promise 10: she wrote the subject anew and left her greeting below."""
    post.come(letter("Best wishes, Ann", In_Reply_To=post.name(), Subject="Unsubscribe", **headers))
    assert post.agrees is False


def test_a_complaint_that_names_only_the_address(post: Post) -> None:
    raw = (
        b"From: fbl@example.net\r\nMessage-ID: <c@x>\r\nContent-Type: multipart/report; report-type=feedback-report; "
        b"boundary=b\r\n\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\n"
        b"Original-Rcpt-To: <ann@example.com>\r\n\r\n--b--\r\n"
    )
    post.come(raw)
    assert post.agrees is False


def test_a_robot_s_answer_is_not_hers(post: Post) -> None:
    """C10: out of office is neither an answer nor a no, whatever its text says."""
    text = f"I am away. stop\n{post.token()}"
    post.come(letter(text, Auto_Submitted="auto-replied", In_Reply_To=post.name(), Message_ID="<v@x>"))
    assert post.kinds() == []
    assert post.agrees is True


def test_a_complaint_is_an_opt_out(post: Post) -> None:
    raw = (
        "From: fbl@example.net\r\nMessage-ID: <c@x>\r\nContent-Type: multipart/report; report-type=feedback-report; "
        "boundary=b\r\n\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\n\r\n--b\r\n"
        f"Content-Type: message/rfc822\r\n\r\nMessage-ID: {post.name()}\r\n\r\nHi\r\n--b--\r\n"
    )
    post.come(raw.encode())
    assert post.kinds() == [("complained", post.sent)]
    assert post.agrees is False


def test_what_comes_back_about_a_forgotten_person_names_nobody(post: Post) -> None:
    """32: it counts, and not a word of hers returns."""
    name, token = post.name(), post.token()
    privacy.erase_person(post.db, post.ann, NOW - timedelta(hours=1))
    before = post.db.value("SELECT count(*) FROM suppressions")
    post.come(report(name, ANN))
    post.come(letter("I am Ann", In_Reply_To=name, Message_ID="<r@x>"))
    post.come(letter("", Subject=token, Message_ID="<t@x>"))
    details = post.db.rows("SELECT DISTINCT detail FROM delivery_events WHERE kind <> 'opted_out'")
    assert details == [(None,)]
    assert post.db.value("SELECT count(*) FROM suppressions") == before


def test_new_numbers_change_nothing(post: Post) -> None:
    """28: after UIDVALIDITY changed the newest days are read again, and every fact is known."""
    post.server.deliver(report(post.name(), ANN), NOW)
    assert post.sync().events
    post.server.renumber(99)
    assert post.sync().events == {}


def test_a_mailbox_that_can_not_be_read_holds_e_mail(post: Post) -> None:
    """10: whoever carries the mail waits until it is known who said no; a mended mailbox lets it go."""
    assert "user name and password" in post.sync(password="wrong").failed["imap"]
    state = provider_states.find(post.db, "smtp")
    assert state is not None
    assert state.cause == Rest.OPT_OUTS_UNKNOWN
    assert post.db.value("SELECT kind FROM notices WHERE dismissed_at IS NULL") == "opt_outs_unknown"
    post.sync()
    assert provider_states.find(post.db, "smtp") is None
    assert post.db.value("SELECT count(*) FROM notices WHERE dismissed_at IS NULL") == 0


def test_sending_first_reads_the_mailbox(post: Post) -> None:
    """10: not for every message, but at once after it could not be read."""

    def sync(now: datetime, password: str = PASSWORD) -> None:
        feedback.sync_if_older(post.db, no_channel, post.settings, now, mailbox=lambda: post.box(password))

    sync(NOW)
    sync(NOW + timedelta(minutes=4))
    assert post.server.commands.count("UID SEARCH") == 1
    sync(NOW + timedelta(minutes=6), password="wrong")
    sync(NOW + timedelta(minutes=7))
    assert post.server.commands.count("UID SEARCH") == 2
    assert provider_states.find(post.db, "smtp") is None


def test_channels_are_asked_before_the_mailbox(post: Post) -> None:
    channel = PretendChannel(ChannelName.EMAIL)
    build = lambda name: channel if name is ChannelName.EMAIL else NotConfigured("no")  # noqa: E731
    result = feedback.sync_status(post.db, build, post.settings, NOW, mailbox=lambda: post.box("wrong"))
    assert list(result.failed) == ["imap"]
