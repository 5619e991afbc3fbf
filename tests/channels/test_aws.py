"""Amazon: signatures like Amazon's own kit makes them; SES with its lists and its queue, SNS in XML."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, quote

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from hypothesis import given, settings
from hypothesis import strategies as st

from reengage_desktop.channels.aws import AwsKey, Signable, canonical_query, sign
from reengage_desktop.channels.protocol import Pulled, PullFailed
from reengage_desktop.channels.ses import SesAccount
from reengage_desktop.domain.outcomes import Accepted, BadAccount, Refusal, Rejected, Throttled, Uncertain
from reengage_desktop.domain.vocabulary import ChannelName, EventKind
from tests.channels.letters import AWS_KEY, outgoing, ses, sns, soon
from tests.servers.aws import CONTACTS, QUEUE, FakeSes, FakeSns
from tests.servers.http import Reply, as_json

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
KEY = AwsKey("AKIAEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "eu-west-1")
WORDS = st.text(st.characters(min_codepoint=33, max_codepoint=0x2FF, exclude_categories=("Cs", "Cc")), max_size=12)


@pytest.fixture
def mails() -> Iterator[FakeSes]:
    with FakeSes() as server:
        yield server


@pytest.fixture
def texts() -> Iterator[FakeSns]:
    with FakeSns() as server:
        yield server


@settings(max_examples=60)
@given(
    segments=st.lists(WORDS.filter(lambda word: word.strip(".")), min_size=1, max_size=3),
    query=st.dictionaries(WORDS.filter(bool), WORDS, max_size=3),
    body=st.binary(max_size=40),
    service=st.sampled_from(["ses", "sns", "sqs"]),
)
def test_signatures_are_amazon_s_own(segments: list[str], query: dict[str, str], body: bytes, service: str) -> None:
    """C10, C11: for any path, query and body the signature is the one that Amazon's own kit makes."""
    path = "/" + "/".join(quote(part, safe="-_.~") for part in segments)
    text = canonical_query(query)
    headers = {"Content-Type": "application/json"}
    ours = sign(KEY, service, Signable("POST", "email.eu-west-1.amazonaws.com", path, text, headers, body), AT)
    url = f"https://email.eu-west-1.amazonaws.com{path}"
    request = AWSRequest(
        "POST", url, headers=dict(headers), data=body, params=dict(parse_qsl(text, keep_blank_values=True))
    )
    theirs = SigV4Auth(Credentials(KEY.access_key_id, KEY.secret_access_key), service, KEY.region)
    request.context["timestamp"] = AT.strftime("%Y%m%dT%H%M%SZ")
    request.headers["X-Amz-Date"] = request.context["timestamp"]
    canonical = theirs.canonical_request(request)
    expected = theirs.signature(theirs.string_to_sign(request, canonical), request)
    assert ours["Authorization"].rpartition("Signature=")[2] == expected


def test_a_mail_through_ses(mails: FakeSes) -> None:
    """C10, C18: with a contact list Amazon writes the way out and answers the click; without one it is mailed."""
    ses(mails, contact_list=CONTACTS, configuration_set="shop").send(outgoing(ChannelName.EMAIL), soon())
    ses(mails).send(outgoing(ChannelName.EMAIL, 2), soon())
    listed, plain = (asked.json for asked in mails.asked)
    assert listed["ListManagementOptions"] == {"ContactListName": CONTACTS}
    assert "Headers" not in listed["Content"]["Simple"]
    assert listed["ConfigurationSetName"] == "shop"
    assert [header["Name"] for header in plain["Content"]["Simple"]["Headers"]] == ["List-Unsubscribe"]
    assert plain["EmailTags"] == [{"Name": "rid", "Value": "rd-shop1-2"}]
    assert plain["Destination"] == {"ToAddresses": ["Ann Lee <ann@example.com>"]}


def pull_all(channel: Any, times: int = 12) -> Pulled:
    """A whole round, its pages put together."""
    cursor: str | None = None
    pages: list[Pulled] = []
    for _ in range(times):
        page = channel.pull(cursor, AT, [], soon())
        assert isinstance(page, Pulled), page
        pages.append(page)
        cursor = page.cursor
        if not page.more:
            break
    return Pulled(
        reports=tuple(each for page in pages for each in page.reports),
        opt_outs=tuple(each for page in pages for each in page.opt_outs),
        bounces=tuple(each for page in pages for each in page.bounces),
        note=next((page.note for page in pages if page.note), None),
        more=pages[-1].more,
    )


def test_what_comes_back_from_ses(mails: FakeSes) -> None:
    """C10, C18, 10, 28: the contact list, Amazon's own list, then the queue, which is emptied only once it is read."""
    channel = ses(mails, contact_list=CONTACTS, queue_url=f"https://sqs.eu-west-1.amazonaws.com{QUEUE}")
    mails.opted_out = [{"EmailAddress": f"p{n}@example.com", "LastUpdatedTimestamp": 1_790_000_000.5} for n in range(3)]
    for reason in ("BOUNCE", "COMPLAINT"):
        address = f"{reason.lower()}@example.com"
        mails.suppressed.append({"EmailAddress": address, "Reason": reason, "LastUpdateTime": 1_790_000_000})
    mails.tell("0102-1", "Delivery", timestamp="2026-11-21T12:05:00Z")
    mails.tell("0102-2", "Bounce", bounceType="Permanent", bounceSubType="General")
    mails.tell("0102-3", "Bounce", bounceType="Transient")
    mails.tell("0102-4", "Complaint", in_envelope=False)
    mails.queue["odd"] = "not even JSON"
    found = pull_all(channel)
    assert {each.address for each in found.opt_outs} == {
        "p0@example.com",
        "p1@example.com",
        "p2@example.com",
        "complaint@example.com",
    }
    assert [each.address for each in found.bounces] == ["bounce@example.com"]
    assert [(each.provider_id, each.kind) for each in found.reports] == [
        ("0102-1", EventKind.DELIVERED),
        ("0102-2", EventKind.BOUNCED),
        ("0102-4", EventKind.COMPLAINED),
    ]
    assert mails.queue == {}


def test_a_page_of_the_queue_is_kept_until_it_is_stored(mails: FakeSes) -> None:
    """28: a crash between reading and storing loses nothing: the messages are still there."""
    channel = ses(mails, queue_url=f"https://sqs.eu-west-1.amazonaws.com{QUEUE}")
    mails.tell("0102-1", "Delivery")
    first = channel.pull(None, AT, [], soon())
    assert isinstance(first, Pulled)
    second = channel.pull(first.cursor, AT, [], soon())
    assert isinstance(second, Pulled)
    assert len(second.reports) == 1
    assert len(mails.queue) == 1


def test_lists_that_amazon_does_not_show(mails: FakeSes) -> None:
    mails.may_list = False
    assert pull_all(ses(mails)).note


def test_what_the_owner_must_mend_at_amazon(mails: FakeSes) -> None:
    """The test tells a sender who is not verified, an account on trial and one that is switched off."""
    assert ses(mails).test().detail == "Works: the key is good and sending is on."
    mails.account["ProductionAccessEnabled"] = False
    assert "on trial" in ses(mails).test().detail
    mails.verified.clear()
    assert not ses(mails).test().ok
    mails.account["SendingEnabled"] = False
    assert not ses(mails).test().ok


def test_the_day_s_quota_at_amazon(mails: FakeSes) -> None:
    """7: it goes on tomorrow."""
    mails.mode = "error:LimitExceededException"
    result = ses(mails).send(outgoing(ChannelName.EMAIL), soon())
    assert isinstance(result, Throttled)
    assert result.daily


def test_hosts_by_region() -> None:
    """27: each service has its own host, unless the owner's base address takes every host's place."""
    queue = "https://sqs.eu-west-1.amazonaws.com/1/q"
    assert SesAccount(AWS_KEY).url == "https://email.eu-west-1.amazonaws.com"
    assert SesAccount(AWS_KEY, queue_url=queue).queue_host == "https://sqs.eu-west-1.amazonaws.com"
    assert SesAccount(AWS_KEY, queue_url=queue, base_url="http://127.0.0.1:9").queue_host == "http://127.0.0.1:9"


def test_a_text_through_sns(texts: FakeSns) -> None:
    """C11: promotional, from the shop's name where it has one."""
    result = sns(texts, sender_id="SHOP").send(outgoing(ChannelName.SMS, text="Grüße & mehr"), soon())
    assert isinstance(result, Accepted)
    assert result.provider_id
    form = texts.asked[0].form
    assert (form["PhoneNumber"], form["Message"]) == ("+12025550123", "Grüße & mehr")
    assert form["MessageAttributes.entry.1.Value.StringValue"] == "Promotional"
    assert form["MessageAttributes.entry.2.Value.StringValue"] == "SHOP"


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Invalid parameter: PhoneNumber Reason: it is not valid to publish to", "invalid_address"),
        ("Invalid parameter: Message attribute: SenderID is too long", "sender"),
        ("Invalid parameter: Message too long", "content"),
    ],
)
def test_an_invalid_parameter_is_not_always_the_number(texts: FakeSns, words: str, verdict: str) -> None:
    """7: the owner's own name as sender must not spoil her customers' numbers."""
    error = f"<ErrorResponse><Error><Code>InvalidParameter</Code><Message>{words}</Message></Error></ErrorResponse>"
    texts.answer_error = lambda _mode: (400, {}, error.encode())  # type: ignore[method-assign, assignment]
    texts.mode = "error:InvalidParameter"
    result = sns(texts).send(outgoing(ChannelName.SMS), soon())
    assert isinstance(result, Rejected | BadAccount)
    assert (result.refusal if isinstance(result, Rejected) else result.cause).value == verdict


def test_who_said_stop_at_amazon(texts: FakeSns) -> None:
    """C18, 10: all pages of the list; a text to one of them is refused as an opt-out."""
    texts.opted_out = ["+12025550123", "+12025550124", "+12025550125"]
    channel = sns(texts)
    assert [each.address for each in pull_all(channel).opt_outs] == texts.opted_out
    result = channel.send(outgoing(ChannelName.SMS), soon())
    assert isinstance(result, Rejected)
    assert result.refusal is Refusal.OPTED_OUT


def test_a_key_without_the_right_is_a_note(texts: FakeSns) -> None:
    texts.answer = lambda _asked: texts.answer_error("error:AuthorizationError")  # type: ignore[method-assign, assignment]
    assert pull_all(sns(texts)).note
    texts.stop()
    assert isinstance(sns(texts).pull(None, AT, [], soon(1.0)), PullFailed)


def test_xml_that_wants_to_expand_is_not_read(texts: FakeSns) -> None:
    """22: entities are never resolved; the answer is no answer."""
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><PublishResponse>&b;</PublishResponse>'

    def answer_with_a_bomb(_entry: dict[str, Any], *, with_id: bool) -> Reply:
        assert with_id
        return 200, {"Content-Type": "text/xml"}, bomb

    texts.answer_accepted = answer_with_a_bomb  # type: ignore[method-assign, assignment]
    assert isinstance(sns(texts).send(outgoing(ChannelName.SMS), soon()), Uncertain)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("The message can't be sent because it contains invalid content.", "content"),
        ("Email address is not verified. The following identities failed the check in region EU-WEST-1", "sender"),
    ],
)
def test_a_mail_that_amazon_rejects_is_not_always_the_sender_s_fault(words: str, verdict: str) -> None:
    """7: one type stands for both; what is wrong with one mail does not pause the channel."""
    with FakeSes() as server:
        said = {"message": words}
        server.answer_error = lambda _mode: as_json(400, said, x_amzn_ErrorType="MessageRejected")  # type: ignore[method-assign, assignment]
        server.mode = "error:MessageRejected"
        result = ses(server).send(outgoing(ChannelName.EMAIL), soon())
    assert isinstance(result, Rejected | BadAccount)
    assert (result.refusal if isinstance(result, Rejected) else result.cause).value == verdict
