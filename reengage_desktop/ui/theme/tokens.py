"""The colours of both themes and the sum that proves they can be read (WCAG 2.2, 1.4.3 and 1.4.11)."""

from enum import StrEnum
from typing import NamedTuple


class Tone(StrEnum):
    """What a colour says; it never says it alone, a word or a mark stands beside it."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"


class Tokens(NamedTuple):
    """One theme. `highlight` lies under white text, `accent` on the theme's surfaces; `line` only decorates."""

    name: str
    window: str
    base: str
    card: str
    alt: str
    text: str
    muted: str
    accent: str
    highlight: str
    highlight_hover: str
    on_highlight: str
    ok: str
    warn: str
    bad: str
    border: str
    line: str
    hover: str
    danger: str
    selection: str

    def tone(self, tone: Tone) -> str:
        """The colour of a tone."""
        colours = {Tone.OK: self.ok, Tone.WARN: self.warn, Tone.BAD: self.bad, Tone.ACCENT: self.accent}
        return colours.get(tone, self.muted)


LIGHT = Tokens(
    name="light",
    window="#f5f6f8",
    base="#ffffff",
    card="#ffffff",
    alt="#f7f8fa",
    text="#1c2128",
    muted="#5b6570",
    accent="#1f6fbf",
    highlight="#1f6fbf",
    highlight_hover="#1a61a8",
    on_highlight="#ffffff",
    ok="#1a7f37",
    warn="#8a5a00",
    bad="#b3261e",
    border="#868e97",
    line="#dfe3e8",
    hover="#eef1f5",
    danger="#b3261e",
    selection="#dbe8f6",
)

DARK = Tokens(
    name="dark",
    window="#1e2126",
    base="#16191d",
    card="#23272d",
    alt="#1f2329",
    text="#e6e8eb",
    muted="#9aa3ad",
    accent="#5aa2f2",
    highlight="#2569b3",
    highlight_hover="#2f73bd",
    on_highlight="#ffffff",
    ok="#4cc26b",
    warn="#e0a83a",
    bad="#ff8a80",
    border="#6b7580",
    line="#343a42",
    hover="#2b3037",
    danger="#b3261e",
    selection="#23405f",
)

READ_ON = (
    ("text", ("window", "base", "card", "alt", "hover", "selection")),
    ("muted", ("window", "base", "card", "alt")),
    ("accent", ("window", "base", "card", "alt")),
    ("ok", ("window", "base", "card", "alt")),
    ("warn", ("window", "base", "card", "alt")),
    ("bad", ("window", "base", "card", "alt")),
    ("on_highlight", ("highlight", "highlight_hover", "danger")),
)
"""Every pair of text and surface that occurs: 4.5 to 1 or more."""

SEEN_ON = (("border", ("window", "base", "card")), ("accent", ("window", "base", "card", "selection")))
"""Every pair of control edge or mark and surface that occurs: 3 to 1 or more."""


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#rrggbb` colours, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
