"""Firebase, OneSignal and Google Wallet: tokens of a service account, dead devices, silent messages, counts."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from google.auth import jwt

from reengage_desktop.channels.fcm import FcmAccount, FcmChannel
from reengage_desktop.channels.google import ServiceAccount
from reengage_desktop.channels.protocol import Pending, Pulled
from reengage_desktop.domain.outcomes import Accepted, AccountCause, BadAccount, NotSent, Refusal, Rejected, Throttled
from reengage_desktop.domain.vocabulary import ChannelName, EventKind
from tests.channels.letters import fcm, google_wallet, onesignal, outgoing, soon
from tests.servers.google import CAPS, ISSUER, PROJECT, TOKEN, FakeFcm, FakeWallet, key_file, public_key
from tests.servers.http import Asked, Reply, as_json
from tests.servers.onesignal import FakeOneSignal

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
PUSH = outgoing(ChannelName.PUSH)
PASS = outgoing(ChannelName.WALLET)


@pytest.fixture
def firebase() -> Iterator[FakeFcm]:
    with FakeFcm() as server:
        yield server


@pytest.fixture
def wallet() -> Iterator[FakeWallet]:
    with FakeWallet() as server:
        yield server


@pytest.fixture
def signal() -> Iterator[FakeOneSignal]:
    with FakeOneSignal() as server:
        yield server


def test_one_token_serves_many_messages(firebase: FakeFcm) -> None:
    """B8: the service account's signed statement is exchanged once; title, words and our reference arrive."""
    channel = fcm(firebase)
    for number in range(3):
        assert isinstance(channel.send(outgoing(ChannelName.PUSH, number), soon()), Accepted)
    assert firebase.tokens_given == 1
    said = firebase.asked[1].json["message"]
    assert said["notification"]["title"] == "We miss you – Zoë"
    assert said["data"] == {"rid": "rd-shop1-0"}


@pytest.mark.parametrize("broken", ["", "{}", "not json", json.dumps({"client_email": "x", "private_key": "y"})])
def test_a_broken_key_file_is_the_owner_s_to_mend(firebase: FakeFcm, broken: str) -> None:
    """25: nothing is asked of Google with it, and the sentence says what to do."""
    channel = FcmChannel(FcmAccount(PROJECT, broken, firebase.url))
    result = channel.send(PUSH, soon())
    assert isinstance(result, BadAccount)
    assert result.cause is AccountCause.CREDENTIALS
    assert firebase.asked == []
    assert not channel.test().ok


def test_a_key_that_google_has_revoked(firebase: FakeFcm) -> None:
    """9: the exchange is refused: the account is to be mended, and no message was handed over."""
    info = json.loads(key_file()) | {"client_email": "stranger@example.com"}
    result = FcmChannel(FcmAccount(PROJECT, json.dumps(info), firebase.url)).send(PUSH, soon())
    assert isinstance(result, BadAccount)
    assert firebase.accepted == []


def test_a_device_that_is_gone(firebase: FakeFcm) -> None:
    """B8, C18: its token is no address any more."""
    firebase.dead = {"cust-42"}
    result = fcm(firebase).send(PUSH, soon())
    assert isinstance(result, Rejected)
    assert result.refusal is Refusal.INVALID_ADDRESS


def test_a_push_that_is_too_long(firebase: FakeFcm) -> None:
    assert isinstance(fcm(firebase).send(outgoing(ChannelName.PUSH, text="x" * 4100), soon()), Rejected)
    assert firebase.asked == []


def test_google_s_own_library_takes_the_statement(firebase: FakeFcm) -> None:
    """Issue 6: what is exchanged for a token is verified by the code that Google publishes for it, audience and all."""
    fcm(firebase).send(PUSH, soon())
    asked = next(each for each in firebase.asked if each.path == "/token")
    assert asked.form["grant_type"] == "urn:ietf:params:oauth:grant-type:jwt-bearer"
    claims = jwt.decode(asked.form["assertion"], public_key(), audience="https://oauth2.googleapis.com/token")  # type: ignore[no-untyped-call]
    assert claims["scope"] == "https://www.googleapis.com/auth/firebase.messaging"
    assert claims["exp"] - claims["iat"] == 3600
    with pytest.raises(ValueError, match="audience"):
        jwt.decode(asked.form["assertion"], public_key(), audience="https://elsewhere.example.com/token")  # type: ignore[no-untyped-call]


def test_tokens_come_from_their_own_host() -> None:
    """27: unless the owner's base address takes every host's place."""
    public = "https://fcm.googleapis.com"
    assert ServiceAccount("", "", public, public).token_url == "https://oauth2.googleapis.com"
    assert ServiceAccount("", "", public, "http://127.0.0.1:9").token_url == "http://127.0.0.1:9"


def test_a_message_on_a_pass(wallet: FakeWallet) -> None:
    """B8: header, words and an id of our own on the customer's pass, with a sound."""
    assert isinstance(google_wallet(wallet).send(PASS, soon()), Accepted)
    assert wallet.accepted[0]["to"] == f"{ISSUER}.cust-42"
    assert wallet.accepted[0]["kind"] == "TEXT_AND_NOTIFY"


@pytest.mark.parametrize("cap", CAPS, ids=["by its reason", "by its name"])
def test_the_fourth_message_of_a_day_is_silent(wallet: FakeWallet, cap: dict[str, object]) -> None:
    """B8: where the sounding ones are used up it still arrives; nothing is wrong with the account then."""
    wallet.sounding, wallet.cap = 1, cap
    channel = google_wallet(wallet)
    for number in (1, 2):
        assert isinstance(channel.send(outgoing(ChannelName.WALLET, number), soon()), Accepted)
    assert [entry["kind"] for entry in wallet.accepted] == ["TEXT_AND_NOTIFY", "TEXT"]


def _said(code: int, **error: object) -> Reply:
    return as_json(code, {"error": {"code": code, "message": "Too fast.", **error}}, Retry_After="7")


@pytest.mark.parametrize(
    ("answer", "is_daily"),
    [
        (_said(429, status="RESOURCE_EXHAUSTED"), False),
        (_said(429, status="RESOURCE_EXHAUSTED", errors=[{"reason": "rateLimitExceeded"}]), False),
        (_said(403, errors=[{"domain": "usageLimits", "reason": "userRateLimitExceeded"}]), False),
        (_said(403, errors=[{"domain": "usageLimits", "reason": "dailyLimitExceeded"}]), True),
        (_said(403, errors=[{"domain": "usageLimits", "reason": "quotaExceeded"}]), True),
        (_said(429), False),
        ((429, {"Retry-After": "7"}, b"slow down"), False),
    ],
)
def test_too_many_requests_are_no_cap_of_a_pass(wallet: FakeWallet, answer: Reply, is_daily: bool) -> None:
    """7: the interface's own limit throttles; the message is neither lost nor put there at once a second time."""
    wallet.answer_error = lambda _mode: answer  # type: ignore[method-assign, assignment]
    wallet.mode = "429"
    result = google_wallet(wallet).send(PASS, soon())
    assert isinstance(result, Throttled)
    assert (result.retry_after_s, result.daily) == (7.0, is_daily)
    assert sum(wallet.is_message(asked) for asked in wallet.asked) == 1


def test_a_pass_that_nobody_kept(wallet: FakeWallet) -> None:
    """B8: a message to it would reach nobody: it is refused and nothing is put on it."""
    wallet.unsaved = {f"{ISSUER}.cust-42"}
    result = google_wallet(wallet).send(PASS, soon())
    assert isinstance(result, Rejected)
    assert result.refusal is Refusal.INVALID_ADDRESS
    assert wallet.accepted == []


def test_a_pass_tells_whether_it_has_a_message(wallet: FakeWallet) -> None:
    """4: by our own id."""
    channel = google_wallet(wallet)
    channel.send(PASS, soon())
    assert isinstance(channel.find(PASS, timedelta(minutes=5), soon()), Accepted)
    assert isinstance(channel.find(outgoing(ChannelName.WALLET, 9), timedelta(minutes=5), soon()), NotSent)


def test_onesignal_takes_a_key_once(signal: FakeOneSignal) -> None:
    """3: the same message again gives the same answer."""
    channel = onesignal(signal)
    assert channel.send(PUSH, soon()) == channel.send(PUSH, soon())
    assert len(signal.accepted) == 1


def test_who_is_not_subscribed(signal: FakeOneSignal) -> None:
    """C18: a 200 without an id reached nobody; who never had the app is no opt-out."""
    signal.unsubscribed = {"cust-42"}
    result = onesignal(signal).send(PUSH, soon())
    assert isinstance(result, Rejected)
    assert result.refusal is Refusal.OPTED_OUT
    signal.unsubscribed, signal.unknown = set(), {"cust-42"}
    result = onesignal(signal).send(PUSH, soon())
    assert isinstance(result, Rejected)
    assert result.refusal is Refusal.INVALID_ADDRESS


def test_what_comes_back_from_onesignal(signal: FakeOneSignal) -> None:
    """C10: delivered and clicked by counts of a message to one customer; a message too old to be known says nothing."""
    channel = onesignal(signal)
    sent = [channel.send(outgoing(ChannelName.PUSH, number), soon()) for number in (1, 2)]
    ids = [str(each.provider_id) for each in sent if isinstance(each, Accepted)]
    signal.counts[ids[0]] = {"successful": 1, "converted": 1}
    signal.counts[ids[1]] = {"successful": 0, "failed": 1}
    pending = [Pending(number, f"rd-{number}", known, AT) for number, known in enumerate([*ids, "n-gone"], 1)]
    pulled = channel.pull(None, AT, pending, soon())
    assert isinstance(pulled, Pulled)
    kinds = [(each.provider_id, each.kind) for each in pulled.reports]
    assert kinds == [(ids[0], EventKind.DELIVERED), (ids[0], EventKind.CLICKED), (ids[1], EventKind.FAILED)]


def test_a_token_that_ran_out_early_is_fetched_anew(firebase: FakeFcm) -> None:
    """9, D3: the PC slept in the middle of a run, and its steady clock with it: the account is as good as before."""
    channel = fcm(firebase)
    assert isinstance(channel.send(PUSH, soon()), Accepted)
    firebase.next_modes.append("401")
    assert isinstance(channel.send(outgoing(ChannelName.PUSH, 2), soon()), Accepted)
    assert (firebase.tokens_given, len(firebase.accepted)) == (2, 2)
    firebase.mode = "401"
    assert isinstance(channel.send(outgoing(ChannelName.PUSH, 3), soon()), BadAccount)
    assert isinstance(fcm(firebase).send(outgoing(ChannelName.PUSH, 4), soon()), BadAccount)
    assert firebase.tokens_given == 4


@pytest.mark.parametrize("lasts", [None, "soon", [], float("nan"), "3599"])
def test_a_token_of_unknown_life_is_used_all_the_same(firebase: FakeFcm, lasts: object) -> None:
    """7: an answer that is not as it should be never breaks a run."""
    given = firebase.answer

    def answer(asked: Asked) -> Reply:
        if asked.path != "/token":
            return given(asked)
        return as_json(200, {"access_token": TOKEN, "expires_in": lasts})

    firebase.answer = answer  # type: ignore[method-assign]
    assert isinstance(fcm(firebase).send(PUSH, soon()), Accepted)
