"""The domain check against a name server on loopback, and what of it is remembered."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.channels.domain_records import DnsResolver, Unanswered
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.domain.sender_domain import Check, Verdict
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import sender_domain
from reengage_desktop.jobs.tasks import settings as setting_tasks
from tests.conftest import Clock
from tests.servers.aws import ACCESS_KEY_ID, REGION, SECRET_ACCESS_KEY, FakeSes
from tests.servers.names import Names, serve_names

GOOD = {
    "corner.test": ["google-site-verification=x", "v=spf1 include:_spf.google.com ~all"],
    "google.mail-keys.net": ["v=DKIM1; k=rsa; p=" + "A" * 400],
    "_dmarc.corner.test": ["v=DMARC1; p=quarantine"],
}


@pytest.fixture
def shop(tmp_path: Path, clock: Clock) -> Iterator[Shop]:
    """A shop that sends through Google's servers in the name of a domain of its own."""
    opened = open_shop(Wishes(folder=tmp_path / "shop", clock=clock, secrets=MemorySecrets))
    with closing(opened):
        for key, text in {"host": "smtp.gmail.com", "from_address": "hello@corner.test"}.items():
            setting_tasks.set_setting(opened, f"providers.smtp.{key}", text)
        yield opened


def resolver(names: Names) -> DnsResolver:
    return DnsResolver(["127.0.0.1"], names.port)


def test_a_domain_in_order(shop: Shop) -> None:
    """Issue 6, C10: every record is found, also a key in parts behind an alias; it is remembered."""
    aliases = {"google._domainkey.corner.test": "google.mail-keys.net"}
    with serve_names(GOOD, aliases) as names:
        found = sender_domain.check(shop, "smtp", resolver(names))
    assert found is not None
    assert [each.verdict for each in found.findings] == [Verdict.GOOD] * 3
    assert found.is_fine
    assert sender_domain.find(shop, "smtp") == found
    setting_tasks.set_setting(shop, "providers.smtp.from_address", "hello@other.test")
    assert sender_domain.find(shop, "smtp") is None


def test_a_domain_without_records_gets_them_word_by_word(shop: Shop) -> None:
    with serve_names({}) as names:
        found = sender_domain.check(shop, "smtp", resolver(names))
    assert found is not None
    shown = {row["check"]: (row["verdict"], row["name"], row["value"]) for row in found.as_json()}
    assert shown == {
        "spf": ("absent", "corner.test", "v=spf1 include:_spf.google.com ~all"),
        "dkim": ("absent", "google._domainkey.corner.test", None),
        "dmarc": ("absent", "_dmarc.corner.test", "v=DMARC1; p=none; rua=mailto:hello@corner.test"),
    }
    assert all("{" not in row["detail"] for row in found.as_json())


def test_no_answer_is_no_verdict(shop: Shop) -> None:
    """A PC that is offline is told nothing about its domain, and nothing is called wrong."""
    with serve_names({}, is_silent=True) as names:
        with pytest.raises(Unanswered):
            resolver(names).list_texts("corner.test")
        found = sender_domain.check(shop, "smtp", resolver(names))
    assert found is not None
    assert {each.verdict for each in found.findings} == {Verdict.UNANSWERED}


def test_a_mail_service_and_a_reserved_name(shop: Shop) -> None:
    """What the service's own return address makes needless is not asked for; nobody asks about example.com."""
    setting_tasks.set_setting(shop, "providers.sendgrid.from_address", "hello@corner.test")
    setting_tasks.set_setting(shop, "providers.resend.from_address", "hello@example.com")
    with serve_names({"s1._domainkey.corner.test": ["p=MIG"], "_dmarc.corner.test": ["v=DMARC1; p=none"]}) as names:
        found = sender_domain.check(shop, "sendgrid", resolver(names))
        assert found is not None
        assert [each.verdict for each in found.findings] == [
            Verdict.NOT_NEEDED,
            Verdict.GOOD,
            Verdict.WATCHES_ONLY,
        ]
        names.asked.clear()
        reserved = sender_domain.check(shop, "resend", resolver(names))
        assert reserved is not None
        assert reserved.findings[0].verdict is Verdict.RESERVED
        assert names.asked == []
    assert sender_domain.check(shop, "postmark", resolver(names)) is None
    assert sender_domain.check(shop, "twilio", resolver(names)) is None


def test_ses_says_where_its_keys_stand(shop: Shop) -> None:
    """Issue 6: the names that Amazon made are asked of Amazon; until they are in the DNS, where they belong is said."""
    at_amazon = {"tok2.dkim.amazonses.com": ["p=MIG"], "_dmarc.corner.test": ["v=DMARC1; p=none"]}
    with FakeSes() as server:
        server.verified = {"corner.test"}
        for key, text in {"from_address": "hello@corner.test", "region": REGION, "base_url": server.url}.items():
            setting_tasks.set_setting(shop, f"providers.ses.{key}", text)
        with serve_names(at_amazon, {"tok2._domainkey.corner.test": "tok2.dkim.amazonses.com"}) as names:
            assert _dkim(shop, names) == (Verdict.NOT_TOLD, "")  # not connected yet
            setting_tasks.set_setting(shop, "business.postal_address", "1 High Street")
            for field, secret in {"access_key_id": ACCESS_KEY_ID, "secret_access_key": SECRET_ACCESS_KEY}.items():
                shop.secrets.set("ses", field, secret)
            assert _dkim(shop, names) == (Verdict.GOOD, "")
        with serve_names({}) as names:
            assert _dkim(shop, names) == (Verdict.ABSENT, "tok1._domainkey.corner.test")
            server.verified = set()
            assert _dkim(shop, names) == (Verdict.NOT_TOLD, "")


def _dkim(shop: Shop, names: Names) -> tuple[Verdict, str]:
    found = sender_domain.check(shop, "ses", resolver(names))
    assert found is not None
    finding = next(each for each in found.findings if each.check is Check.DKIM)
    return finding.verdict, finding.name


def test_every_finding_has_its_sentence() -> None:
    """Whatever the judges can say, the command line has words for it."""
    by_check = {
        "spf": ("good not_needed absent several open misses_provider unanswered").split(),
        "dkim": ("good absent broken not_told unanswered").split(),
        "dmarc": ("good watches_only absent several broken unanswered").split(),
        "domain": ("reserved free_mail not_needed").split(),
    }
    known = {(str(check), str(verdict)) for check, verdict in sender_domain._SENTENCES}
    assert known == {(check, verdict) for check, verdicts in by_check.items() for verdict in verdicts}
