"""Connections: every state that a card can be in, the missing password store, and each answer to a test message."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from reengage_desktop.domain.outcomes import AccountCause
from reengage_desktop.domain.sender_domain import Check, Finding, Verdict
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.vocabulary import ChannelName, Reason
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import connections, credentials, sender_domain
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.jobs.tasks.connections import NETWORK, Connection, Standing, TestKind
from reengage_desktop.jobs.tasks.sender_domain import DomainCheck
from reengage_desktop.jobs.tasks.test_messages import Ending, SentTest
from reengage_desktop.store import provider_states
from reengage_desktop.store.provider_states import Rest
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.test_sending import TestDialog
from tests.shots.camera import Camera
from tests.shots.scenes import Scene

ADDRESS = "hello@corner.test"

CHOSEN = {
    "business.postal_address": "Main Street 1\nLeeds",
    "channels.email.provider": "smtp",
    "channels.sms.provider": "twilio",
    "providers.smtp.host": "smtp.gmail.com",
    "providers.twilio.account_sid": "AC" + "0" * 32,
    "providers.twilio.from_number": "+447700900123",
    "providers.vonage.from_number": "+447700900124",
    "providers.vapi.assistant_id": "assistant",
    "providers.vapi.phone_number_id": "number",
    "providers.whatsapp_cloud.phone_number_id": "106540352242922",
    "providers.onesignal.app_id": "b2f7f966-d8cc-11e4-bed1-df8f05be55ba",
    **{f"providers.{name}.from_address": ADDRESS for name in ("smtp", "resend", "sendgrid", "postmark", "ses")},
}
KEYS = {
    "resend": ("api_key",),
    "sendgrid": ("api_key",),
    "postmark": ("server_token",),
    "ses": ("access_key_id", "secret_access_key"),
    "twilio": ("auth_token",),
    "vonage": ("api_key", "api_secret"),
    "vapi": ("api_key",),
    "whatsapp_cloud": ("access_token",),
    "onesignal": ("api_key",),
}

ANSWERS: dict[str, tuple[TestKind, dict[str, str | int]]] = {
    "smtp": (TestKind.WORKS, {"account": ADDRESS, "quota_day": 500, "sent_day": 42}),
    "twilio": (TestKind.ON_TRIAL, {"account": "Corner Coffee", "balance": "14.20", "currency": "USD"}),
    "sendgrid": (TestKind.SUSPENDED, {}),
    "ses": (TestKind.SENDER_UNVERIFIED, {"sender": ADDRESS, "quota_day": 200, "sent_day": 0}),
    "onesignal": (TestKind.UNREACHABLE, {"words": "The server's name was not found; the PC is probably offline"}),
}
"""What each was told when it was asked."""

ENDINGS = {
    "sent": SentTest(True, "", Ending.SENT, "me@example.com", "Resend"),
    "refused": SentTest(False, "", Ending.REFUSED, "me@example.com", "Resend", "The domain is not verified (403)"),
    "unsure": SentTest(False, "", Ending.UNSURE, "me@example.com", "Resend", "The server did not answer in time"),
    "paused": SentTest(False, "", Ending.HELD, detail=Reason.PAUSED),
    "rests": SentTest(False, "", Ending.PROVIDER_RESTS, "me@example.com", "Resend", "Daily limit reached"),
    "customers": SentTest(False, "", Ending.A_CUSTOMERS, "ann@example.com"),
    "suppressed": SentTest(False, "", Ending.SUPPRESSED, "me@example.com"),
}


def _cards(camera: Camera) -> None:
    shop = camera.shop
    page = camera.go("settings", {"section": "connections"})
    view = _open(camera, page, "google_wallet")
    view.test_button.click()
    camera.take("card-not-connected", view)
    for key, text in CHOSEN.items():
        setting_tasks.set_setting(shop, key, text)
    for name, fields in KEYS.items():
        for each in fields:
            credentials.set_secret(shop, name, each, "not a real one")
    view = _open(camera, page, "smtp")
    camera.take("card-saved", view)
    view.chip.say(view.tr("Testing…"), Tone.ACCENT)
    view._tell(view.tr("Asking… nothing is sent."), "muted")
    camera.take("card-testing", view)
    for name, (kind, figures) in ANSWERS.items():
        is_good = kind in (TestKind.WORKS, TestKind.ON_TRIAL)
        credentials._remember(shop, name, credentials.Told(ok=is_good, detail="", kind=kind, figures=figures))
    sender_domain._remember(shop, "smtp", _domain(shop))
    _put_to_rest(shop)
    page.refresh()
    for name, word in {
        "smtp": "works", "twilio": "on-trial", "resend": "wrong-key", "sendgrid": "suspended", "ses": "sender",
        "postmark": "quota", "vonage": "throttled", "vapi": "no-money", "whatsapp_cloud": "breaker",
        "onesignal": "unreachable",
    }.items():  # fmt: skip
        camera.take(f"card-{word}", _open(camera, page, name))
    camera.take("card-proxy", _open(camera, page, NETWORK))
    view = _open(camera, page, "smtp")
    view.show_connection(Connection("smtp", Standing.LOCKED))
    camera.take("card-locked", view)
    _stores(camera, page)


def _put_to_rest(shop: Shop) -> None:
    """What a run met: a key that is no good, no money, a used-up day, too fast, and no answer in time."""
    now = shop.now()
    email, call = [ChannelName.EMAIL], [ChannelName.CALL]
    provider_states.pause(shop.db, "resend", AccountCause.CREDENTIALS, "API key is invalid", email, now)
    provider_states.pause(shop.db, "vapi", AccountCause.BALANCE, "Wallet balance is below zero", call, now)
    rests: tuple[tuple[str, Rest, str, timedelta], ...] = (
        ("postmark", Rest.QUOTA, "Daily limit reached", timedelta(hours=9)),
        ("vonage", Rest.THROTTLED, "Throughput exceeded", timedelta(minutes=2)),
        ("whatsapp_cloud", Rest.UNREACHABLE, "The server did not answer in time", timedelta(minutes=10)),
    )
    for name, why, words, pause in rests:
        provider_states.rest(shop.db, name, why, words, now + pause, now)


def _stores(camera: Camera, page: Any) -> None:
    """A locked password store, and none at all."""
    section = page.sections["connections"]
    found = connections.read_connections(camera.shop)
    locked = {name: Connection(name, Standing.LOCKED) for name in found.by_provider}
    fault = Sentence("keys_locked", "locked", store="the desktop's keyring (Secret Service)")
    page._stack.currentWidget().verticalScrollBar().setValue(0)
    for name, shown in (
        ("locked", replace(found, by_provider=locked, fault=fault)),
        ("none", replace(found, is_lasting=False)),
    ):
        section._show(camera.shop.settings(), shown)
        camera.take(f"connections-store-{name}")
    page.refresh()


def _endings(camera: Camera) -> None:
    """Each answer to “Send me a test”."""
    page = camera.go("settings", {"section": "connections"})
    dialog = TestDialog(camera.desk, "we_miss_you.email.en", ChannelName.EMAIL, None, page)
    dialog.show()
    camera.settle()
    dialog.address.setText("me@example.com")
    camera.take("test-message-asked", dialog)
    for word, told in ENDINGS.items():
        dialog.address.setText(told.address or "me@example.com")
        dialog._tell_all([told])
        camera.take(f"test-message-{word}", dialog)
    dialog.close()


def _open(camera: Camera, page: Any, name: str) -> Any:
    """The card of a provider with its fields, all else closed."""
    section = page.sections["connections"]
    for other in section.views.values():
        if other.form is not None:
            other.expand(is_open=False)
    view = section.show_provider(name)
    camera.settle()
    return view


def _domain(shop: Shop) -> DomainCheck:
    spf = "v=spf1 mx include:_spf.google.com ~all"
    dmarc = f"v=DMARC1; p=none; rua=mailto:{ADDRESS}"
    return DomainCheck(
        ADDRESS,
        (
            Finding(Check.SPF, Verdict.MISSES_PROVIDER, "corner.test", "corner.test", spf),
            Finding(Check.DKIM, Verdict.GOOD, "corner.test"),
            Finding(Check.DMARC, Verdict.ABSENT, "corner.test", "_dmarc.corner.test", dmarc),
        ),
        shop.now(),
    )


_CARDS = (
    "not-connected saved testing works on-trial wrong-key suspended sender quota throttled no-money breaker "
    "unreachable locked proxy"
).split()

SCENES = (
    Scene(" ".join([*(f"card-{each}" for each in _CARDS), "connections-store-locked connections-store-none"]), _cards),
    Scene(" ".join(f"test-message-{each}" for each in ("asked", *ENDINGS)), _endings),
)
