"""Whether the DNS of the sender's domain lets e-mails arrive: asked when a connection is tested, and remembered."""

import json
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from reengage_desktop.channels.domain_records import DnsResolver, Resolver, Unanswered
from reengage_desktop.channels.protocol import NotConfigured, SupportsDkim
from reengage_desktop.channels.registry import build_provider
from reengage_desktop.domain.moments import from_stamp, stamp
from reengage_desktop.domain.sender_domain import (
    Check,
    Expected,
    Finding,
    Verdict,
    dkim_names,
    dmarc_names,
    expected_of,
    judge_dkim,
    judge_dmarc,
    judge_domain,
    judge_spf,
    spf_name,
)
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.events import CredentialsChanged
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store.settings import find_word, put_word

_WORD = "domain_check."
_ASK_S = 20.0
MAIL_PROVIDERS = ("smtp", "resend", "sendgrid", "postmark", "ses")


@dataclass(frozen=True)
class DomainCheck:
    """What was found for a sender's address, and when."""

    address: str
    findings: tuple[Finding, ...]
    checked_at: datetime

    @property
    def is_fine(self) -> bool:
        """Whether nothing needs to be done."""
        return all(each.is_fine for each in self.findings)

    def as_json(self) -> list[dict[str, Any]]:
        """`[{"check", "verdict", "ok", "detail", "name", "value"}]`."""
        return [
            {
                "check": each.check,
                "verdict": each.verdict,
                "ok": each.is_fine,
                "detail": sentence_of(each),
                "name": each.name or None,
                "value": each.value or None,
            }
            for each in self.findings
        ]


def check(shop: Shop, provider: str, resolver: Resolver | None = None) -> DomainCheck | None:
    """Asks the DNS about the provider's sender; None where it sends no e-mail or no sender is set. May take seconds."""
    settings = shop.settings()
    address = sender_of(settings, provider)
    domain = address.rpartition("@")[2].casefold()
    if not domain:
        return None
    try:
        name = domain.encode("idna").decode("ascii")
    except UnicodeError:
        name = domain
    findings = tuple(_look(shop, name, provider, resolver or DnsResolver()))
    found = DomainCheck(address, findings, shop.now())
    _remember(shop, provider, found)
    return found


def find(shop: Shop, provider: str) -> DomainCheck | None:
    """What was found last, if the sender is still the same; asks nobody."""
    kept = find_word(shop.db, _WORD + provider)
    if kept is None:
        return None
    data = json.loads(kept)
    if data["address"] != sender_of(shop.settings(), provider):
        return None
    findings = tuple(Finding(Check(c), Verdict(v), *rest) for c, v, *rest in data["findings"])
    return DomainCheck(data["address"], findings, from_stamp(data["at"]))


def sender_of(settings: Settings, provider: str) -> str:
    """The address that the provider's e-mails are from; empty where it sends none."""
    return settings.text(f"providers.{provider}.from_address") if provider in MAIL_PROVIDERS else ""


def sentence_of(finding: Finding) -> str:
    """What was found, in a sentence for the command line, with the record to add."""
    text = _SENTENCES[finding.check, finding.verdict].format(domain=finding.domain)
    if finding.value:
        return f"{text} TXT record at {finding.name}: {finding.value}"
    return f"{text} It belongs at {finding.name}." if finding.name and not finding.is_fine else text


def _look(shop: Shop, domain: str, provider: str, resolver: Resolver) -> Iterable[Finding]:
    by_name = judge_domain(domain, provider)
    if by_name is not None:
        return [by_name]
    settings = shop.settings()
    expected = expected_of(provider, settings.text("providers.smtp.host"))
    if not expected.selectors:
        expected = replace(expected, selectors=_told_selectors(shop, domain, provider))
    report_to = settings.text("business.reply_to") or sender_of(settings, provider)
    return [
        _spf(domain, expected, resolver),
        _dkim(domain, expected, resolver),
        _dmarc(domain, report_to, resolver),
    ]


def _told_selectors(shop: Shop, domain: str, provider: str) -> tuple[str, ...]:
    """Where the domain's keys stand, as the service itself says where it does."""
    channel = build_provider(provider, ChannelName.EMAIL, shop.settings(), shop.secrets)
    if isinstance(channel, NotConfigured):
        return ()
    try:
        if not isinstance(channel, SupportsDkim):
            return ()
        return channel.list_dkim_selectors(domain, time.monotonic() + _ASK_S)
    finally:
        channel.close()


def _spf(domain: str, expected: Expected, resolver: Resolver) -> Finding:
    try:
        texts = resolver.list_texts(spf_name(domain, expected)) if expected.needs_spf else ()
    except Unanswered:
        return Finding(Check.SPF, Verdict.UNANSWERED, domain)
    return judge_spf(domain, expected, texts)


def _dkim(domain: str, expected: Expected, resolver: Resolver) -> Finding:
    try:
        keys = _first_texts(dkim_names(domain, expected), resolver)
    except Unanswered:
        return Finding(Check.DKIM, Verdict.UNANSWERED, domain)
    return judge_dkim(domain, expected, keys)


def _dmarc(domain: str, report_to: str, resolver: Resolver) -> Finding:
    try:
        texts = _first_texts(dmarc_names(domain), resolver)
    except Unanswered:
        return Finding(Check.DMARC, Verdict.UNANSWERED, domain)
    return judge_dmarc(domain, texts, report_to)


def _first_texts(names: Iterable[str], resolver: Resolver) -> tuple[str, ...]:
    """The records of the first name that has any; the names after it are not asked."""
    return next(filter(None, map(resolver.list_texts, names)), ())


def _remember(shop: Shop, provider: str, found: DomainCheck) -> None:
    findings = [[each.check, each.verdict, each.domain, each.name, each.value] for each in found.findings]
    data = {"address": found.address, "findings": findings, "at": stamp(found.checked_at)}
    put_word(shop.db, _WORD + provider, json.dumps(data))
    shop.events.publish(CredentialsChanged(provider))


_SENTENCES: dict[tuple[Check, Verdict], str] = {
    (Check.DOMAIN, Verdict.RESERVED): "{domain} is nobody's domain; nothing was looked up.",
    (Check.DOMAIN, Verdict.FREE_MAIL): (
        "No mail service may send in the name of {domain}: such mails end up as spam. Use an address of your own."
    ),
    (Check.DOMAIN, Verdict.NOT_NEEDED): "{domain} looks after this itself.",
    (Check.SPF, Verdict.GOOD): "SPF: the domain names who sends for it.",
    (Check.SPF, Verdict.NOT_NEEDED): "SPF: not needed, the service uses a return address of its own.",
    (Check.SPF, Verdict.ABSENT): "SPF: {domain} does not say who may send for it. Add it where your domain is kept.",
    (Check.SPF, Verdict.SEVERAL): "SPF: there are several records, and then none of them counts. Keep this one only.",
    (Check.SPF, Verdict.OPEN): "SPF: the record lets everybody send in the name of {domain}. Replace it.",
    (Check.SPF, Verdict.MISSES_PROVIDER): "SPF: the record does not name your mail service. Replace it.",
    (Check.SPF, Verdict.UNANSWERED): "SPF: no name server answered; nothing is known.",
    (Check.DKIM, Verdict.GOOD): "DKIM: mails are signed in the name of {domain}.",
    (Check.DKIM, Verdict.ABSENT): "DKIM: there is no key. Copy it from your mail service's page about domains.",
    (Check.DKIM, Verdict.BROKEN): "DKIM: the key was withdrawn. Copy the new one from your mail service's page.",
    (
        Check.DKIM,
        Verdict.NOT_TOLD,
    ): "DKIM: where the key stands is your mail service's secret; its page shows the state.",
    (Check.DKIM, Verdict.UNANSWERED): "DKIM: no name server answered; nothing is known.",
    (Check.DMARC, Verdict.GOOD): "DMARC: forged mails in the name of {domain} are refused.",
    (Check.DMARC, Verdict.WATCHES_ONLY): "DMARC: there is a record; forged mails are only watched, which is enough.",
    (Check.DMARC, Verdict.ABSENT): "DMARC: there is no record, so big mail hosts trust {domain} less. Add it.",
    (Check.DMARC, Verdict.SEVERAL): "DMARC: there are several records, and then none of them counts. Keep one only.",
    (Check.DMARC, Verdict.BROKEN): "DMARC: the record can't be read. Replace it.",
    (Check.DMARC, Verdict.UNANSWERED): "DMARC: no name server answered; nothing is known.",
}
