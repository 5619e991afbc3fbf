"""Addresses as they are compared: e-mail normalised, phones in E.164."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

_SIMPLE_EMAIL = re.compile(
    r"[a-z0-9][a-z0-9._%+\-]{0,62}[a-z0-9]@(?:[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}", re.ASCII
)
_SIMPLE_EMAILS = re.compile(f"(?>(?:{_SIMPLE_EMAIL.pattern})?\n)++", re.ASCII)
_ENCODED = "xn--"
"""Begins a part of a domain that is written without its own letters; the library gives it back as it is read."""

_LONGEST, _LONGEST_LOCAL = 254, 64
"""Characters of an address and of what stands before its @ (RFC 5321, 4.5.3.1 and errata 1690)."""

_SHORTEST_TOP = 2
"""Letters of a domain's end, such as `de`: of one letter there is none, and a cut one is a slip."""

_FOR_EXAMPLES = re.compile(r"\+(?:447700900\d{3}|1555\d{7})", re.ASCII)
"""Numbers kept for examples: Ofcom's mobile ones, and North America's 555, which is no area and never will be.

Nobody has one, but they are well formed, and usual in trial files.
"""


def normalise_email(text: str) -> str | None:
    """The address trimmed and in lower case, or None where it is none.

    A strict pattern settles the usual ones; the rest asks `email-validator` (syntax only, nothing is looked up).
    """
    candidate = text.strip().lower()  # no casefold: it makes another mailbox of “weiß@…”
    if len(candidate) > _LONGEST or candidate.find("@") > _LONGEST_LOCAL:
        return None
    is_usual = bool(_SIMPLE_EMAIL.fullmatch(candidate)) and ".." not in candidate
    if is_usual and _ENCODED not in candidate:
        return candidate
    if "@" not in candidate or candidate.startswith("*@"):  # a whole domain is nobody's address
        return None
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415 - slow to import, seldom needed

    try:
        checked = validate_email(candidate, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return candidate if is_usual else None
    has_top = len(checked.ascii_domain.rpartition(".")[2]) >= _SHORTEST_TOP
    return checked.normalized.lower() if has_top else None


def usual_emails(texts: Iterable[str]) -> dict[str, str]:
    """The addresses of those texts that are usual ones, by text; `normalise_email` says the same of each."""
    told = ((text, text.lower()) for text in texts if len(text) <= _LONGEST)
    usual = _SIMPLE_EMAIL.fullmatch
    return {text: low for text, low in told if usual(low) and ".." not in low and _ENCODED not in low}


def normalise_emails(texts: Sequence[str]) -> list[str | None] | None:
    """A column of addresses as `normalise_email` gives them, None for an empty text; None where one is no usual one."""
    lines = "\n".join(texts).lower() + "\n"
    if (
        not _SIMPLE_EMAILS.fullmatch(lines)
        or ".." in lines
        or _ENCODED in lines
        or max(map(len, texts), default=0) > _LONGEST
    ):
        return None
    found = lines.split("\n")[:-1]
    return [text or None for text in found] if len(found) == len(texts) else None


@lru_cache(maxsize=4096)
def normalise_phone(text: str, region: str | None) -> str | None:
    """The number in E.164, or None where it is no possible subscriber number.

    `region`: ISO 3166-1 alpha-2 for numbers without an international prefix; None accepts only those with one.
    """
    import phonenumbers  # noqa: PLC0415 - slow to import; most commands meet no phone number

    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return written if phonenumbers.is_valid_number(number) or _FOR_EXAMPLES.fullmatch(written) else None
