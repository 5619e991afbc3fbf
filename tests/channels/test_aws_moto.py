"""Amazon's services as moto builds them: what our own signing and reading meets where we did not write the other side.

moto gives no account and no suppression list of SES's second interface, and checks no signature: for those see
test_aws.py and the published descriptions.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import requests

from reengage_desktop.channels.aws import AwsKey
from reengage_desktop.channels.mail import MailIdentity
from reengage_desktop.channels.protocol import Pulled, Report
from reengage_desktop.channels.ses import SesAccount, SesChannel
from reengage_desktop.channels.sns import SnsAccount, SnsChannel
from reengage_desktop.channels.trials import TestKind
from reengage_desktop.domain.outcomes import Accepted, AccountCause, BadAccount
from reengage_desktop.domain.vocabulary import ChannelName, EventKind
from tests.channels.letters import outgoing, soon

boto3 = pytest.importorskip("boto3", reason="comes with moto")
moto_server = pytest.importorskip("moto.server", reason="needs moto's server")

SHOP = "shop@example.com"
KEY = AwsKey("AKIACANARY0000000000", "aws-canary-secret", "us-east-1")
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def amazon() -> Iterator[str]:
    """The address of a region of Amazon's on this PC."""
    server = moto_server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture(autouse=True)
def _empty(amazon: str) -> None:
    requests.post(f"{amazon}/moto-api/reset", timeout=10)


def kit(amazon: str, service: str) -> Any:
    """Amazon's own kit, with which the test sets the account up."""
    return boto3.client(
        service, endpoint_url=amazon, region_name=KEY.region, aws_access_key_id=KEY.access_key_id,
        aws_secret_access_key=KEY.secret_access_key,
    )  # fmt: skip


def ses(amazon: str, queue_url: str = "", contact_list: str = "") -> SesChannel:
    account = SesAccount(KEY, queue_url=queue_url, contact_list=contact_list, base_url=amazon)
    return SesChannel(account, MailIdentity(SHOP, "", "hello@example.com"))


def sent(amazon: str) -> list[dict[str, Any]]:
    """The mails that Amazon took."""
    told = requests.get(f"{amazon}/moto-api/data.json", timeout=10).json()["ses"]
    return list(told.get("Message", ()))


def test_a_sender_must_be_verified_first(amazon: str) -> None:
    """9: Amazon's own refusal stops the provider; after it knows the sender, the same mail goes."""
    refused = ses(amazon).send(outgoing(ChannelName.EMAIL), soon())
    assert isinstance(refused, BadAccount)
    assert (refused.cause, refused.code) == (AccountCause.SENDER, "MessageRejected")
    assert "example.com" not in refused.detail
    kit(amazon, "sesv2").create_email_identity(EmailIdentity=SHOP)
    taken = ses(amazon).send(outgoing(ChannelName.EMAIL), soon())
    assert isinstance(taken, Accepted)
    assert taken.provider_id


def test_a_mail_arrives_as_it_was_written(amazon: str) -> None:
    """C10: subject, text and recipient, as Amazon read them out of our request."""
    kit(amazon, "sesv2").create_email_identity(EmailIdentity=SHOP)
    results = [ses(amazon).send(outgoing(ChannelName.EMAIL, number), soon()) for number in (1, 2)]
    assert len({getattr(result, "provider_id", None) for result in results} - {None}) == 2
    first = sent(amazon)[0]
    assert first["subject"] == "We miss you – Zoë"
    assert first["destinations"]["ToAddresses"] == ["Ann Lee <ann@example.com>"]
    assert "We miss you – Zoë" in json.dumps(first, ensure_ascii=False)


def test_who_unsubscribed_at_amazon_is_learned(amazon: str) -> None:
    """10: the contact list's opt-outs."""
    aws = kit(amazon, "sesv2")
    aws.create_contact_list(ContactListName="customers")
    for name, is_out in (("ann", True), ("bob", False)):
        aws.create_contact(ContactListName="customers", EmailAddress=f"{name}@example.com", UnsubscribeAll=is_out)
    channel = ses(amazon, contact_list="customers")
    page = channel.pull(None, NOW, [], soon())
    assert isinstance(page, Pulled), page
    assert [word.address for word in page.opt_outs] == ["ann@example.com"], "moto gives all, whatever is asked for"


def test_events_come_through_sns_and_sqs(amazon: str) -> None:
    """C10, 28: what SES tells a topic lies in the queue, is read once, and is taken out when it is kept."""
    sqs, sns = kit(amazon, "sqs"), kit(amazon, "sns")
    queue = sqs.create_queue(QueueName="ses-events")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    topic = sns.create_topic(Name="ses")["TopicArn"]
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn)
    kinds = ["Delivery", "Open", "Click", "Bounce", "Complaint"] * 5
    for number, kind in enumerate(kinds):
        at = f"2026-11-21T12:05:{number:02d}.000Z"
        detail = {"timestamp": at} | (
            {"bounceType": "Permanent", "bounceSubType": "General"} if kind == "Bounce" else {}
        )
        event = {"eventType": kind, "mail": {"messageId": f"m-{number}", "timestamp": at}, kind.lower(): detail}
        sns.publish(TopicArn=topic, Message=json.dumps(event))
    channel, cursor = ses(amazon, queue), None
    found: list[Report] = []
    for _ in range(12):
        page = channel.pull(cursor, NOW, [], soon())
        assert isinstance(page, Pulled), page
        found += page.reports
        cursor = page.cursor
        if not page.more:
            break
    assert sorted(report.provider_id for report in found) == sorted(f"m-{number}" for number in range(len(kinds)))
    assert {report.kind for report in found} == {
        EventKind.DELIVERED, EventKind.OPENED, EventKind.CLICKED, EventKind.BOUNCED, EventKind.COMPLAINED,
    }  # fmt: skip
    left = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["All"])["Attributes"]
    assert left["ApproximateNumberOfMessages"] == left["ApproximateNumberOfMessagesNotVisible"] == "0"


def test_texts_and_who_said_stop(amazon: str) -> None:
    """C11, 10: a text is taken, what the account may do is asked, and numbers that said stop are learned in pages."""
    channel = SnsChannel(SnsAccount(KEY, base_url=amazon))
    result = channel.send(outgoing(ChannelName.SMS), soon())
    assert isinstance(result, Accepted)
    assert result.provider_id
    kit(amazon, "sns").set_sms_attributes(attributes={"MonthlySpendLimit": "30"})
    told = channel.test()
    assert (told.kind, told.figures.get("spend_limit")) == (TestKind.WORKS, "30")
    page = channel.pull(None, NOW, [], soon())
    assert isinstance(page, Pulled)
    assert page.opt_outs
    assert all(word.address.startswith("+") for word in page.opt_outs)
