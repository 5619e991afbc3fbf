"""The many ways in which exports write "nothing"."""

BLANK_WORDS = frozenset(
    {
        "", "-", "--", "---", "–", "—", "n/a", "na", "#n/a", "null", "none", "nil", "nan", "nat", "never", "tbd",
        "unknown", "undefined", "(empty)", "(none)", "(null)", "0000-00-00", "0000-00-00 00:00:00", "?", "\\n", "nie",
        "k. a.", "k.a.", "s/o", "0/0/00", "0/0/0000", "00/00/0000", "0000/00/00", "00.00.0000", "0.0.00", "00.00.00",
    }
)  # fmt: skip
"""In small letters."""


NOBODY = "0"
"""The customer's number that shop systems give to all of their guests."""


def is_blank(text: str) -> bool:
    """Whether a value's cell says nothing; for dates, numbers, ids and addresses, never for names."""
    return text.casefold() in BLANK_WORDS
