"""What has changed between two texts, as words struck out and words underlined: it can be read without colours."""

import difflib
import re
from html import escape

from reengage_desktop.domain.templates import Template
from reengage_desktop.ui.theme import Tone, tone_colour

_WORDS = re.compile(r"\s+|[^\s]+")


def difference_html(before: str, after: str) -> str:
    """Both texts in one: what went is struck out, what came is underlined."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    gone = f'<s style="color:{tone_colour(Tone.BAD).name()}">{{}}</s>'
    came = f'<u style="color:{tone_colour(Tone.OK).name()}">{{}}</u>'
    parts = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(_shown("".join(old[a:b])))
            continue
        if b > a:
            parts.append(gone.format(_shown("".join(old[a:b]))))
        if d > c:
            parts.append(came.format(_shown("".join(new[c:d]))))
    return "".join(parts)


def whole_text(template: Template) -> str:
    """Everything that a template says, in reading order."""
    return "\n".join(text for text in (template.subject, template.preheader, "", template.body) if text is not None)


def count_changes(before: str, after: str) -> int:
    """How many words went or came."""
    old, new = before.split(), after.split()
    codes = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return sum(max(b - a, d - c) for kind, a, b, c, d in codes if kind != "equal")


def _shown(text: str) -> str:
    return escape(text).replace("\n", "<br>")
