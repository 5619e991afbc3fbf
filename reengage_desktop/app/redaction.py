"""Takes out of a text what no log or crash report may keep: addresses, phone numbers, keys (promise 26)."""

import re

_KEY_NAMES = (
    r"password|passwd|pwd|secret|token|api[_-]?key|auth|authorization|access[_-]?key(?:[_-]?id)?|private[_-]?key"
)

_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"-----BEGIN [A-Z ]+-----.*?(?:-----END [A-Z ]+-----|\Z)", re.DOTALL), "[key]"),
    (re.compile(r"(?i)\b(bearer|basic|key)\s+[A-Za-z0-9._~+/=\-]{8,}"), r"\1 [key]"),
    (
        re.compile(rf"(?i)([\"']?[a-z0-9_\-]*(?:{_KEY_NAMES})[\"']?\s*[:=]\s*)(\"[^\"]*\"|'[^']*'|[^\s,;&}}\])]+)"),
        r"\1[key]",
    ),
    (re.compile(r"(?i)\b(https?://)[^\s/@]+@"), r"\1[key]@"),
    (re.compile(r"(?i)\b(https?://[^\s?\"'<>]+)\?[^\s\"'<>]+"), r"\1?[query]"),
    (re.compile(r"[^\s@<>\"'(),;:\[\]]+@[^\s@<>\"'(),;:\[\]]+\.[^\W\d_]{2,}"), "[e-mail]"),
    (
        re.compile(
            r"\b(?:(?:sk|pk|rk|re|key|ghp)[_\-]|(?:SG|ya29)\.|xox[abp]-|EAA|AKIA|ASIA)[A-Za-z0-9][A-Za-z0-9._\-]{14,}"
        ),
        "[key]",
    ),
    (re.compile(r"\b(?=[A-Za-z0-9_\-]*\d)(?=[A-Za-z0-9_\-]*[A-Za-z])[A-Za-z0-9_\-]{24,}\b"), "[key]"),
)

# Not within a moment or an amount: what stands right beside one of its digits belongs to it.
_NUMBER = re.compile(
    r"(?<!\w)(?<!\d[.:\-])(?!\d{4}-\d{2}-\d{2})"
    r"\+?\(?\d[\d ().\-/\u00a0\u2007\u2009\u202f\u2010-\u2015]{5,}\d(?!\w|:\d)"
)


def redact(text: str) -> str:
    """The text with e-mail addresses, phone numbers, keys and the queries of web addresses replaced by their kind."""
    for pattern, stand_in in _RULES:
        text = pattern.sub(stand_in, text)
    return _NUMBER.sub(_hide_phone, text)


def _hide_phone(found: re.Match[str]) -> str:
    digits = sum(character.isdigit() for character in found[0])
    return "[phone]" if digits >= 9 or (found[0].startswith("+") and digits >= 7) else found[0]
