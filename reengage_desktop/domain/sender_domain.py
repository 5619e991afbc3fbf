"""What the DNS of the sender's domain says about e-mails sent in its name, and the exact record where one is missing.

SPF (RFC 7208) names who may send, DKIM (RFC 6376) signs, DMARC (RFC 7489) says what becomes of mails that pass neither.
Judged from texts that were looked up; nothing here asks anybody.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Check(StrEnum):
    """What is looked at."""

    DOMAIN = "domain"
    SPF = "spf"
    DKIM = "dkim"
    DMARC = "dmarc"


class Verdict(StrEnum):
    """What was found; the window and the command line have a sentence for each."""

    GOOD = "good"
    ABSENT = "absent"
    MISSES_PROVIDER = "misses_provider"
    SEVERAL = "several"
    OPEN = "open"
    BROKEN = "broken"
    NOT_TOLD = "not_told"
    NOT_NEEDED = "not_needed"
    WATCHES_ONLY = "watches_only"
    FREE_MAIL = "free_mail"
    RESERVED = "reserved"
    UNANSWERED = "unanswered"


_FINE = frozenset(
    (Verdict.GOOD, Verdict.NOT_NEEDED, Verdict.WATCHES_ONLY, Verdict.NOT_TOLD, Verdict.UNANSWERED, Verdict.RESERVED)
)


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at. `name`, `value`: the TXT record to add or to change; empty where there is none."""

    check: Check
    verdict: Verdict
    domain: str
    name: str = ""
    value: str = ""

    @property
    def is_fine(self) -> bool:
        """Whether nothing needs to be done."""
        return self.verdict in _FINE


@dataclass(frozen=True)
class Expected:
    """What a provider needs in the domain's DNS.

    `include`: what its SPF record must name (empty: not known), at `spf_at` below the domain (empty: at itself);
    `needs_spf` False: its mails return to a domain of its own. `selectors`: where its DKIM keys may stand; none: each
    account has names of its own.
    """

    include: str = ""
    spf_at: str = ""
    needs_spf: bool = True
    selectors: tuple[str, ...] = ()


PROVIDERS = {
    "resend": Expected("amazonses.com", "send", selectors=("resend",)),
    "sendgrid": Expected(needs_spf=False, selectors=("s1", "s2")),
    "postmark": Expected(needs_spf=False),
    "ses": Expected(needs_spf=False),
}
"""What the mail services ask for on their pages about domains."""

_HOSTS = (
    (("google.com", "gmail.com", "googlemail.com"), Expected("_spf.google.com", selectors=("google",))),
    (("office365.com", "outlook.com"), Expected("spf.protection.outlook.com", selectors=("selector1", "selector2"))),
    (("ionos.de", "ionos.com", "ionos.co.uk"), Expected("_spf-eu.ionos.com", selectors=("s1-ionos", "s2-ionos"))),
    (("strato.de", "strato.com"), Expected("_spf.strato.com", selectors=("strato-dkim-0002", "strato-dkim-0003"))),
    (("mailbox.org",), Expected("mailbox.org", selectors=("mbo0001", "mbo0002", "mbo0003", "mbo0004"))),
    (("fastmail.com",), Expected("spf.messagingengine.com", selectors=("fm1", "fm2", "fm3"))),
)
_USUAL_SELECTORS = ("default", "dkim", "mail", "s1", "s2", "selector1", "selector2", "google", "k1", "key1")
_FREE_MAIL = frozenset(
    (
        "gmail.com googlemail.com gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de outlook.com "
        "outlook.de hotmail.com hotmail.de hotmail.co.uk live.com live.de yahoo.com yahoo.de yahoo.co.uk aol.com "
        "icloud.com me.com mail.com proton.me protonmail.com btinternet.com"
    ).split()
)
_RESERVED = re.compile(r"(?:.*\.)?(?:example(?:\.(?:com|net|org))?|invalid|localhost)")


def expected_of(provider: str, host: str) -> Expected:
    """What must stand in the DNS for a provider; for an own mailbox by its outgoing server's name."""
    if provider in PROVIDERS:
        return PROVIDERS[provider]
    name = host.casefold().rstrip(".")
    for hosts, expected in _HOSTS:
        if any(name == each or name.endswith(f".{each}") for each in hosts):
            return expected
    return Expected(selectors=_USUAL_SELECTORS)


def judge_domain(domain: str, provider: str) -> Finding | None:
    """What the domain's name alone says: nobody's, or a free mailbox's that no mail service may send for; else None."""
    if _RESERVED.fullmatch(domain):
        return Finding(Check.DOMAIN, Verdict.RESERVED, domain)
    if domain in _FREE_MAIL:
        verdict = Verdict.NOT_NEEDED if provider == "smtp" else Verdict.FREE_MAIL
        return Finding(Check.DOMAIN, verdict, domain)
    return None


def spf_name(domain: str, expected: Expected) -> str:
    """Where the SPF record stands."""
    return f"{expected.spf_at}.{domain}" if expected.spf_at else domain


def judge_spf(domain: str, expected: Expected, texts: Sequence[str]) -> Finding:
    """Whether the SPF record lets the provider send; `texts` are the TXT records at `spf_name`."""
    if not expected.needs_spf:
        return Finding(Check.SPF, Verdict.NOT_NEEDED, domain)
    name = spf_name(domain, expected)
    records = [text.strip() for text in texts if re.match(r"v=spf1(\s|$)", text.strip(), re.IGNORECASE)]
    wanted = f"include:{expected.include}" if expected.include else "mx a"
    if not records:
        return Finding(Check.SPF, Verdict.ABSENT, domain, name, f"v=spf1 {wanted} ~all")
    if len(records) > 1:
        return Finding(Check.SPF, Verdict.SEVERAL, domain, name, _merged(records))
    terms = records[0].casefold().split()
    if {"+all", "all", "?all"} & set(terms):
        return Finding(Check.SPF, Verdict.OPEN, domain, name, _closed(records[0]))
    has_redirect = any(term.startswith("redirect=") for term in terms)
    if expected.include and not has_redirect and f"include:{expected.include}" not in _bare(terms):
        return Finding(Check.SPF, Verdict.MISSES_PROVIDER, domain, name, _with_include(records[0], wanted))
    return Finding(Check.SPF, Verdict.GOOD, domain, name)


def dkim_names(domain: str, expected: Expected) -> tuple[str, ...]:
    """Where the provider's DKIM keys may stand."""
    return tuple(f"{selector}._domainkey.{domain}" for selector in expected.selectors)


def judge_dkim(domain: str, expected: Expected, keys: Sequence[str]) -> Finding:
    """Whether mails are signed in the domain's name; `keys` are all TXT records at the names of `dkim_names`."""
    if not expected.selectors:
        return Finding(Check.DKIM, Verdict.NOT_TOLD, domain)
    found = [re.search(r"(?:^|;)\s*p\s*=\s*([^;]*)", key) for key in keys]
    if any(key is not None and key[1].strip() for key in found):
        return Finding(Check.DKIM, Verdict.GOOD, domain)
    names = dkim_names(domain, expected)
    if expected.selectors == _USUAL_SELECTORS:
        return Finding(Check.DKIM, Verdict.NOT_TOLD, domain)
    return Finding(Check.DKIM, Verdict.BROKEN if any(found) else Verdict.ABSENT, domain, names[0])


def dmarc_names(domain: str) -> tuple[str, ...]:
    """Where the DMARC record may stand: at the domain itself, then at each one above it that has a dot."""
    labels = domain.split(".")
    return tuple(f"_dmarc.{'.'.join(labels[at:])}" for at in range(max(1, len(labels) - 1)))


def judge_dmarc(domain: str, texts: Sequence[str], report_to: str) -> Finding:
    """What the DMARC record says; `texts` are the TXT records at the first of `dmarc_names` that has any."""
    records = [text.strip() for text in texts if re.match(r"v=DMARC1\s*(;|$)", text.strip())]
    wanted = f"v=DMARC1; p=none; rua=mailto:{report_to}"
    name = f"_dmarc.{domain}"
    if not records:
        return Finding(Check.DMARC, Verdict.ABSENT, domain, name, wanted)
    if len(records) > 1:
        return Finding(Check.DMARC, Verdict.SEVERAL, domain, name, records[0])
    policy = re.search(r"(?:^|;)\s*p\s*=\s*(\w+)", records[0])
    if policy is None or policy[1].casefold() not in {"none", "quarantine", "reject"}:
        return Finding(Check.DMARC, Verdict.BROKEN, domain, name, wanted)
    is_watching = policy[1].casefold() == "none"
    return Finding(Check.DMARC, Verdict.WATCHES_ONLY if is_watching else Verdict.GOOD, domain, name)


def _bare(terms: Sequence[str]) -> list[str]:
    return [term.lstrip("+?~-") for term in terms]


def _closed(record: str) -> str:
    return re.sub(r"(?<!\S)[+?]?all(?!\S)", "~all", record, flags=re.IGNORECASE)


def _with_include(record: str, wanted: str) -> str:
    """The record with the provider in it, before the end that refuses everybody else."""
    changed, count = re.subn(r"\s+([-~]all)(?!\S)", rf" {wanted} \1", record, count=1, flags=re.IGNORECASE)
    return changed if count else f"{record} {wanted} ~all"


def _merged(records: Sequence[str]) -> str:
    terms: dict[str, None] = {}
    for record in records:
        terms.update(dict.fromkeys(term for term in record.split()[1:] if not re.fullmatch(r"[-~+?]?all", term)))
    return " ".join(["v=spf1", *terms, "~all"])
