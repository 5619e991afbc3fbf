"""The owner's own mailbox for real: postfix and dovecot from Debian, from the campaign to what each mail ended as."""

from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from reengage_desktop.domain.campaign_results import RecipientStatus
from reengage_desktop.domain.vocabulary import ChannelName, Job
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import credentials, owner_campaigns, runs
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.store import customers
from tests.conftest import Clock
from tests.servers.postoffice import IS_THERE, PASSWORD, SHOP, PostOffice
from tests.shop_rows import add_customer

pytestmark = pytest.mark.skipif(not IS_THERE, reason="needs postfix and dovecot, and the right to start them")

PEOPLE = ("ann", "gone", "late", "uma", "otto", "rita", "stop")


@pytest.fixture
def office() -> Iterator[PostOffice]:
    """A mail house, and customers of whom one moved away after she was last written to."""
    with PostOffice() as office:
        office.customers.gone.add("late@example.com")
        yield office


@pytest.fixture
def people(shop: Shop, clock: Clock, office: PostOffice) -> dict[str, int]:
    """A shop that writes and reads through the house, and its customers, who agreed to e-mail."""
    clock.moment = datetime.now(UTC)
    for key, value in {
        "channels.email.provider": "smtp",
        "providers.smtp.host": "127.0.0.1",
        "providers.smtp.port": office.smtp_port,
        "providers.smtp.security": "none",
        "providers.smtp.from_address": SHOP,
        "providers.smtp.unsubscribe_address": SHOP.replace("@", "+u@"),
        "providers.smtp.rate_per_minute": 0,
        "providers.imap.host": "127.0.0.1",
        "providers.imap.port": office.imap_port,
        "providers.imap.security": "none",
        "business.reply_to": SHOP,
    }.items():
        setting_tasks.set_setting(shop, key, str(value))
    credentials.set_secret(shop, "imap", "password", PASSWORD)
    return {
        name: add_customer(shop.db, first_name=name.title(), email=f"{name}@example.com", consent_email=1)
        for name in PEOPLE
    }


def answer(office: PostOffice, name: str, text: str, **headers: str) -> None:
    """A customer answers the mail that she got."""
    got = office.customers.arrived[f"{name}@example.com"]
    mail = EmailMessage()
    mail["From"], mail["To"] = f"{name}@example.com", str(got["Reply-To"] or got["From"])
    mail["Subject"], mail["In-Reply-To"] = f"Re: {got['Subject']}", str(got["Message-ID"])
    for header, value in headers.items():
        mail[header.replace("_", "-")] = value
    mail.set_content(text)
    office.write(f"{name}@example.com", mail, SHOP)


def unsubscribe(office: PostOffice, name: str) -> None:
    """Her mail program's own “Unsubscribe” does what the mail's header says: it mails there with that subject."""
    header = str(office.customers.arrived[f"{name}@example.com"]["List-Unsubscribe"])
    address, _, subject = header.strip("<>").removeprefix("mailto:").partition("?subject=")
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = f"{name}.lee@example.com", address, subject.replace("%20", " ")
    mail.set_content("")
    office.write(f"{name}.lee@example.com", mail, address)


def test_each_mail_ends_in_the_right_state(
    shop: Shop, clock: Clock, office: PostOffice, people: dict[str, int]
) -> None:
    """C10, B8, 10: delivered, refused at once, returned later, mailed “unsubscribe”, a robot's answer, a person's."""
    assert credentials.test_provider(shop, "smtp").ok
    plan = {"name": "Cake", "campaign_type": "promotional", "channels": ["email"], "target_criteria": {}}
    campaign = owner_campaigns.start(shop, owner_campaigns.create(shop, {**plan, "promotion": "Cake"}).id, undo_s=0)
    clock.move(seconds=40)
    runs.run_job(shop, Job.SEND)
    office.wait_for(lambda: len(office.customers.arrived) == 5 and office.count() == 1)

    unsubscribe(office, "uma")
    answer(office, "otto", "I am away until Monday. To stop these, cancel.", Auto_Submitted="auto-replied")
    answer(office, "rita", "Thank you, I will come on Friday!")
    answer(office, "stop", "Please don't write to me again.")
    office.wait_for(lambda: office.count() == 5)
    clock.move(minutes=10)
    runs.run_job(shop, Job.SYNC_STATUS)
    runs.run_job(shop, Job.SYNC_STATUS)

    rows = {row.customer: row for row in owner_campaigns.recipients(shop, campaign.id)}
    assert {name: rows[f"{name}@example.com"].status for name in PEOPLE} == {
        "ann": RecipientStatus.SENT,
        "gone": RecipientStatus.FAILED,
        "late": RecipientStatus.FAILED,
        "uma": RecipientStatus.OPTED_OUT,
        "otto": RecipientStatus.SENT,
        "rita": RecipientStatus.ANSWERED,
        "stop": RecipientStatus.ANSWERED,
    }
    assert "5.1.1" in (rows["late@example.com"].explanation or "")
    assert rows["gone@example.com"].explanation
    agreed = {name: customers.get(shop.db, person).consent[ChannelName.EMAIL] for name, person in people.items()}
    assert agreed == dict.fromkeys(PEOPLE, True) | {"uma": False, "stop": False}
    states = dict(shop.db.rows("SELECT first_name, email_state FROM customers"))
    assert {name: states[name.title()] in ("bounced", "invalid") for name in PEOPLE} == {
        name: name in ("gone", "late") for name in PEOPLE
    }
    assert shop.db.value("SELECT count(*) FROM notices WHERE kind = 'reply_may_be_opt_out'") == 1
    totals = owner_campaigns.results(shop, campaign.id).totals
    assert (totals.messages, totals.sent, totals.failed, totals.answered, totals.opted_out) == (7, 6, 2, 2, 1)


def test_nothing_in_the_mailbox_is_changed(shop: Shop, office: PostOffice, people: dict[str, int]) -> None:
    """C10: read only: what has arrived is as new as before."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "aunt@example.com", SHOP, "Sunday"
    mail.set_content("Come to tea.")
    office.write("aunt@example.com", mail, SHOP)
    office.wait_for(lambda: office.count() == 1)
    box = next(office.mailbox.glob("new/*"))
    told = credentials.test_provider(shop, "imap")
    assert told.ok
    assert told.figures == {"folder": "INBOX", "mails": 1}
    runs.run_job(shop, Job.SYNC_STATUS)
    assert shop.db.value("SELECT count(*) FROM delivery_events") == 0
    left = [each.name for folder in ("new", "cur") for each in (office.mailbox / folder).glob("*")]
    assert [name.partition(":")[0] for name in left] == [box.name.partition(":")[0]]
    assert "S" not in left[0].partition(":")[2], "the mail is marked as read"
    assert people
