"""SPF, DKIM and DMARC: each fault with one verdict and the exact record that mends it."""

import pytest

from reengage_desktop.domain.sender_domain import (
    PROVIDERS,
    Check,
    Expected,
    Verdict,
    dmarc_names,
    expected_of,
    judge_dkim,
    judge_dmarc,
    judge_domain,
    judge_spf,
    spf_name,
)

GOOGLE = expected_of("smtp", "smtp.gmail.com")
UNKNOWN = expected_of("smtp", "mail.shop-host.net")
DOMAIN = "corner.test"


@pytest.mark.parametrize(
    ("expected", "texts", "verdict", "value"),
    [
        (GOOGLE, ["v=spf1 include:_spf.google.com ~all"], Verdict.GOOD, ""),
        (GOOGLE, ["v=spf1 ?include:_spf.google.com -all", "google-site-verification=x"], Verdict.GOOD, ""),
        (GOOGLE, ["v=spf1 redirect=_spf.example.net"], Verdict.GOOD, ""),
        (GOOGLE, ["unrelated"], Verdict.ABSENT, "v=spf1 include:_spf.google.com ~all"),
        (UNKNOWN, [], Verdict.ABSENT, "v=spf1 mx a ~all"),
        (UNKNOWN, ["v=spf1 mx -all"], Verdict.GOOD, ""),
        (
            GOOGLE,
            ["v=spf1 mx include:other.net -all"],
            Verdict.MISSES_PROVIDER,
            "v=spf1 mx include:other.net include:_spf.google.com -all",
        ),
        (GOOGLE, ["v=spf1 mx"], Verdict.MISSES_PROVIDER, "v=spf1 mx include:_spf.google.com ~all"),
        (
            GOOGLE,
            ["v=spf1 mx ~all", "v=spf1 include:_spf.google.com -all"],
            Verdict.SEVERAL,
            "v=spf1 mx include:_spf.google.com ~all",
        ),
        (GOOGLE, ["v=spf1 include:_spf.google.com +all"], Verdict.OPEN, "v=spf1 include:_spf.google.com ~all"),
        (PROVIDERS["postmark"], [], Verdict.NOT_NEEDED, ""),
    ],
)
def test_spf(expected: Expected, texts: list[str], verdict: Verdict, value: str) -> None:
    """Issue 6, C10: what is missing or wrong, and the record that puts it right."""
    found = judge_spf(DOMAIN, expected, texts)
    assert (found.verdict, found.value) == (verdict, value)


def test_a_corrected_spf_record_is_good() -> None:
    for texts in (["v=spf1 mx -all"], ["v=spf1 a", "v=spf1 mx ~all"], ["v=spf1 +all"], []):
        mended = judge_spf(DOMAIN, GOOGLE, texts)
        again = judge_spf(DOMAIN, GOOGLE, [mended.value])
        assert judge_spf(DOMAIN, GOOGLE, [again.value or mended.value]).verdict is Verdict.GOOD


@pytest.mark.parametrize(
    ("expected", "keys", "verdict"),
    [
        (GOOGLE, ["v=DKIM1; k=rsa; p=MIGf"], Verdict.GOOD),
        (GOOGLE, [], Verdict.ABSENT),
        (GOOGLE, ["v=DKIM1; p="], Verdict.BROKEN),
        (UNKNOWN, [], Verdict.NOT_TOLD),
        (UNKNOWN, ["k=rsa; p=MIGf"], Verdict.GOOD),
        (PROVIDERS["ses"], [], Verdict.NOT_TOLD),
    ],
)
def test_dkim(expected: Expected, keys: list[str], verdict: Verdict) -> None:
    found = judge_dkim(DOMAIN, expected, keys)
    assert found.verdict is verdict
    assert (found.name == "google._domainkey.corner.test") == (verdict in (Verdict.ABSENT, Verdict.BROKEN))


@pytest.mark.parametrize(
    ("texts", "verdict"),
    [
        (["v=DMARC1; p=reject"], Verdict.GOOD),
        (["v=DMARC1;p=none;rua=mailto:a@example.com"], Verdict.WATCHES_ONLY),
        ([], Verdict.ABSENT),
        (["v=DMARC1; p=maybe"], Verdict.BROKEN),
        (["v=DMARC1; p=none", "v=DMARC1; p=reject"], Verdict.SEVERAL),
    ],
)
def test_dmarc(texts: list[str], verdict: Verdict) -> None:
    found = judge_dmarc(DOMAIN, texts, "owner@corner.test")
    assert found.verdict is verdict
    if verdict is Verdict.ABSENT:
        assert (found.name, found.value) == ("_dmarc.corner.test", "v=DMARC1; p=none; rua=mailto:owner@corner.test")


def test_where_the_records_stand() -> None:
    assert dmarc_names("news.corner.co.uk") == ("_dmarc.news.corner.co.uk", "_dmarc.corner.co.uk", "_dmarc.co.uk")
    assert spf_name(DOMAIN, PROVIDERS["resend"]) == "send.corner.test"


def test_whose_name_says_enough() -> None:
    """A mail service may not send for a free mailbox; a mailbox's own server may, and nobody asks for example.com."""
    free = judge_domain("gmail.com", "resend")
    assert free is not None
    assert (free.check, free.verdict, free.is_fine) == (Check.DOMAIN, Verdict.FREE_MAIL, False)
    own = judge_domain("gmail.com", "smtp")
    assert own is not None
    assert own.is_fine
    for name in ("example.com", "shop.example.org", "shop.invalid"):
        found = judge_domain(name, "smtp")
        assert found is not None
        assert found.verdict is Verdict.RESERVED
    assert judge_domain(DOMAIN, "smtp") is None
