"""“Send me a test”: through the real provider, to the owner's own address, counted nowhere."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from reengage_desktop.domain.stand_ins import StandIn
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.vocabulary import ChannelName, Job
from reengage_desktop.engine.sending import Ending
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import credentials, customers, results, runs, sending
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.jobs.tasks.test_messages import SentTest, remembered_address, send_test
from reengage_desktop.store import customers as customer_records
from reengage_desktop.store import provider_states, suppressions, test_messages
from reengage_desktop.store import settings as stored_settings
from tests.command_line import CommandLine
from tests.servers.imap import PASSWORD, USER, FakeImap, letter
from tests.servers.smtp import FakeSmtp, SmtpMode
from tests.shop_rows import add_customer, add_order

HELLO = Template("hello", ChannelName.EMAIL, 'Hi {{ first_name | default: "there" }}!', subject="News from {shop.name}")
OWNER = "owner@shop.example"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[FakeSmtp]:
    with FakeSmtp(log=tmp_path / "mail.log") as running:
        yield running


@pytest.fixture
def connected(shop: Shop, server: FakeSmtp) -> Shop:
    values = {
        "business.name": "Corner Coffee",
        "business.postal_address": "Main Street 1",
        "business.reply_to": "me@shop.example",
        "providers.smtp.host": "127.0.0.1",
        "providers.smtp.port": str(server.port),
        "providers.smtp.security": "none",
        "providers.smtp.from_address": "hello@shop.example",
    }
    for key, text in values.items():
        setting_tasks.set_setting(shop, key, text)
    return shop


def send(shop: Shop, template: str | Template = HELLO, to: str = OWNER, who: int | StandIn | None = None) -> SentTest:
    channel = template.channel if isinstance(template, Template) else ChannelName.EMAIL
    return send_test(shop, template, channel, to, who)


def everything(shop: Shop) -> dict[str, object]:
    """What a message leaves behind, and every figure."""
    tables = ("outbox", "attempts", "cap_ledger", "delivery_events", "conversions", "discount_codes")
    counts: dict[str, object] = {table: shop.db.value(f"SELECT count(*) FROM {table}") for table in tables}
    return {**counts, **results.get_analytics(shop, 30).as_json()}


def test_it_arrives_and_counts_nowhere(connected: Shop, server: FakeSmtp) -> None:
    """C15, A11: the real provider takes it, its subject says what it is, and no figure, cap or list knows of it."""
    ann = add_customer(connected.db, first_name="Ann", email="ann@example.com", consent_email=0)
    before = everything(connected)
    told = send(connected, who=ann)
    assert told.ok, told
    assert told.sentence == f"Sent to {OWNER} through Your own mailbox (SMTP). It is counted nowhere."
    (mail,) = server.mails
    assert mail["To"] == OWNER
    assert mail["Subject"] == "[Test] News from Corner Coffee"
    assert "Hi Ann!" in server.accepted[0]["raw"]
    assert everything(connected) == before
    assert test_messages.count(connected.db) == 1


def test_the_row_holds_no_word_of_anybody(connected: Shop) -> None:
    """C18: what a customer may ask to forget is not in the note of the test."""
    ann = add_customer(connected.db, first_name="Annegret", email="ann@example.com")
    assert send(connected, who=ann).ok
    row = repr(connected.db.row("SELECT * FROM test_messages"))
    assert "Annegret" not in row
    assert "@" not in row


def test_the_address_is_remembered(connected: Shop) -> None:
    """C15: the next test goes where the last one went, from the shop's own address on."""
    assert remembered_address(connected, ChannelName.EMAIL) == "me@shop.example"
    assert not remembered_address(connected, ChannelName.SMS)
    assert send(connected, to=" Owner@Shop.example ").ok
    assert remembered_address(connected, ChannelName.EMAIL) == OWNER


def test_never_to_a_customer(connected: Shop, server: FakeSmtp) -> None:
    """A test goes to no customer and to nobody who said no; to the shop's own mailbox it does, whoever else has it."""
    add_customer(connected.db, email="ann@example.com")
    add_customer(connected.db, email="me@shop.example")
    suppressions.suppress(
        connected.db, "email", "no@example.com", channel=None, reason="opt_out", source="person", at=connected.now()
    )
    told = send(connected, to="ann@example.com")
    assert (told.ok, told.ending) == (False, Ending.A_CUSTOMERS)
    assert "a customer's address" in told.sentence
    assert send(connected, to="no@example.com").ending is Ending.SUPPRESSED
    assert not server.mails
    assert send(connected, to="me@shop.example").ok


@pytest.mark.parametrize("to", ["", "nobody", "a@b", "+49 30 12"])
def test_an_address_that_is_none(connected: Shop, to: str, server: FakeSmtp) -> None:
    """Whatever is typed has an answer in a sentence."""
    told = send(connected, to=to)
    assert not told.ok
    assert "othing was sent" in told.sentence
    assert not server.mails


def test_nothing_leaves_while_paused(connected: Shop, server: FakeSmtp) -> None:
    """promises.md: nothing is sent by any process while sending is paused; an unread clock holds it too."""
    sending.pause(connected)
    told = send(connected)
    assert (told.ok, told.sentence) == (False, "Nothing was sent: sending is paused.")
    sending.resume(connected)
    stored_settings.put_word(connected.db, "clock_untrusted", "1")
    assert send(connected).ending is Ending.HELD
    assert not server.mails


def test_test_mode_only_pretends(connected: Shop, server: FakeSmtp) -> None:
    """In test mode nothing leaves the PC, and the answer says so."""
    setting_tasks.set_setting(connected, "sending.test_mode", "true")
    told = send(connected)
    assert told.ok
    assert told.ending is Ending.PRETENDED
    assert "nothing left this PC" in told.sentence
    assert not server.mails


def test_a_channel_that_is_not_connected(shop: Shop) -> None:
    """The answer names what is missing."""
    told = send(shop)
    assert told.ending is Ending.NOT_CONNECTED
    assert "providers.smtp.host" in told.sentence


def test_what_a_provider_says(connected: Shop, server: FakeSmtp) -> None:
    """A refusal comes back in the provider's words; a doubt is no success and is not repeated."""
    server.next_modes.append("reply:rcpt:550 5.1.1 no such user")
    told = send(connected)
    assert (told.ok, told.ending) == (False, Ending.REFUSED)
    assert "no such user" in told.sentence
    server.next_modes.append(SmtpMode.ACCEPT_DROP)
    told = send(connected)
    assert (told.ok, told.ending) == (False, Ending.UNSURE)
    assert test_messages.count(connected.db) == 0


def test_a_refused_account_is_paused_once(connected: Shop, server: FakeSmtp) -> None:
    """Promise 9: what a test learns of the account holds for the messages too, and no further test knocks."""
    server.next_modes.append("reply:mail:535 5.7.8 bad credentials")
    assert send(connected).ending is Ending.REFUSED
    assert provider_states.find(connected.db, "smtp") is not None
    told = send(connected)
    assert told.ending is Ending.PROVIDER_RESTS
    assert "Your own mailbox" in told.sentence


def test_text_at_fault(connected: Shop, server: FakeSmtp) -> None:
    """A fault is told with its place; a field that is empty for this customer is named."""
    assert "Line 1, column" in send(connected, replace(HELLO, body="Hi {nonsense}!")).sentence
    told = send(connected, replace(HELLO, body="Hi {first_name}!"), who=StandIn.BARE)
    assert "first_name" in told.sentence
    assert "no template" in send(connected, "nothing").sentence
    assert "is written for email" in send_test(connected, HELLO, ChannelName.SMS, "+447700900123").sentence
    assert not server.mails


def test_a_stored_one_in_the_worst_case(connected: Shop, server: FakeSmtp) -> None:
    """C15: what ships with the program reads well also for somebody of whom nearly nothing is known."""
    assert send(connected, "we_miss_you.email.en", who=StandIn.BARE).ok
    assert "Hi there" in server.accepted[0]["raw"]


def test_the_remembered_address_is_forgotten_with_its_person(connected: Shop) -> None:
    """C18: erasing a person leaves no byte of her address, also where the shop's own mailbox was hers."""
    ann = add_customer(connected.db, email="me@shop.example")
    assert send(connected, to="me@shop.example").ok
    customers.erase(connected, ann)
    assert stored_settings.find_word(connected.db, "test_address.email") is None


def test_from_the_command_line(connected: Shop, cli: CommandLine, server: FakeSmtp) -> None:
    """D5: the window's test is a command too, and its answer is the result."""
    answer = cli.ask("templates", "test", "we_miss_you.email.en", "--to", OWNER)
    assert answer == {"ok": True, "detail": f"Sent to {OWNER} through Your own mailbox (SMTP). It is counted nowhere."}
    assert len(server.mails) == 1
    assert cli.ask("templates", "test", "we_miss_you.email.en", "--to", "nobody")["ok"] is False


WITH_LINKS = Template(
    "links",
    ChannelName.EMAIL,
    "Hi!\n\n[Our shop]({{ shop.website }}) [Your {{ product_name }}]({{ product_url }})\n\n"
    "{% for product in products %}[{{ product.name }}]({{ product.url }})\n{% endfor %}",
    subject="News",
)


def links_of(mail: EmailMessage) -> list[str]:
    """Every link of a mail: its HTML's, its plain text's and the one of List-Unsubscribe."""
    html = mail.get_body(("html",)).get_content()  # type: ignore[union-attr]
    plain = mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    found = [unescape(each) for each in re.findall(r'href="([^"]*)"', html)]
    return [*found, *re.findall(r"(?:https?://|mailto:)[^\s)>]+", plain), str(mail["List-Unsubscribe"]).strip("<>")]


@pytest.mark.parametrize("owner", ["me@shop.example", OWNER])
def test_every_link_of_it_works(connected: Shop, server: FakeSmtp, owner: str) -> None:
    """Issue 6: what is in the owner's hands leads where it says, and trying the way out opts nobody out."""
    shop = connected
    setting_tasks.set_setting(shop, "business.website", "https://corner.example.com")
    ann = add_customer(shop.db, first_name="Ann", email="ann@example.com", consent_email=1)
    order = add_order(shop.db, add_customer(shop.db, email="bo@example.org"), shop.now(), 900)
    with shop.db.write():
        for number in range(3):
            product = shop.db.insert(
                "INSERT INTO products (external_id, name, url, in_stock, added_at) VALUES (?, ?, ?, 1, 1)",
                (f"P{number}", f"Cup {number}", f"https://corner.example.com/cups?a={number}&b=2"),
            )
            line = (order, number, product)
            shop.db.insert("INSERT INTO order_lines (order_id, line_no, product_id) VALUES (?, ?, ?)", line)
    assert send(shop, WITH_LINKS, to=owner, who=ann).ok
    (mail,) = server.mails
    links = links_of(mail)
    ways_out = [each for each in links if each.startswith("mailto:")]
    for link in set(links) - set(ways_out):
        parts = urlsplit(link)
        assert (parts.scheme, bool(parts.hostname), parts.username) == ("https", True, None), link
        assert parts.hostname.endswith("example.com"), link  # type: ignore[union-attr]
    assert "https://corner.example.com" in links
    assert {f"https://corner.example.com/cups?a={number}&b=2" for number in range(3)} <= set(links)
    for link in ways_out:
        parts = urlsplit(link)
        assert (parts.path, parse_qs(parts.query)["subject"][0].split()[0]) == ("me@shop.example", "unsubscribe")
    assert len(ways_out) >= 2, "one in the letter, one in its header"
    by_token = [parse_qs(urlsplit(each).query)["subject"][0] for each in ways_out]
    tried = by_token if owner == "me@shop.example" else [each for each in by_token if " " in each]
    assert tried
    with FakeImap() as mailbox:
        for name, value in {
            "host": "127.0.0.1",
            "port": str(mailbox.port),
            "security": "none",
            "username": USER,
        }.items():
            setting_tasks.set_setting(shop, f"providers.imap.{name}", value)
        credentials.set_secret(shop, "imap", "password", PASSWORD)
        for number, subject in enumerate(tried):
            mailbox.deliver(letter("", sender=owner, Subject=subject, Message_ID=f"<{number}@x>"), shop.now())
        mailbox.deliver(letter("", sender="bo@example.com", Subject="unsubscribe", Message_ID="<bo@x>"), shop.now())
        assert runs.run_job(shop, Job.SYNC_STATUS).result["failed"] == {}
    assert customer_records.get(shop.db, ann).consent[ChannelName.EMAIL] is True
    assert suppressions.find_reason(shop.db, "email", owner, ChannelName.EMAIL) is None
    assert suppressions.find_reason(shop.db, "email", "bo@example.com", ChannelName.EMAIL), "a stranger's word counts"
    assert send(shop, WITH_LINKS, to=owner, who=ann).ok
