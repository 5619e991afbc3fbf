"""Colours the fields of a template, and underlines those that do not exist."""

import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat

from reengage_desktop.domain.fields import is_known
from reengage_desktop.ui.theme import Tone, tone_colour

_FIELD = re.compile(r"\{\{\s*([A-Za-z_][\w.]*)[^}]*\}\}|\{([A-Za-z_]\w*)\}")
_TAG = re.compile(r"\{%.*?%\}")


class FieldColours(QSyntaxHighlighter):
    """Fields in the accent colour, tags muted, unknown fields with a red wave."""

    def highlightBlock(self, text: str) -> None:
        """Colours one line."""
        for found in _TAG.finditer(text):
            self.setFormat(found.start(), found.end() - found.start(), _format(tone_colour(Tone.NEUTRAL)))
        for found in _FIELD.finditer(text):
            name = found.group(1) or found.group(2)
            known = is_known(name) or name.partition(".")[0] in ("product", "forloop")
            self.setFormat(found.start(), found.end() - found.start(), _field_format(known=known))


def _format(colour: QColor) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(colour)
    return made


def _field_format(*, known: bool) -> QTextCharFormat:
    made = _format(tone_colour(Tone.ACCENT if known else Tone.BAD))
    made.setFontWeight(QFont.Weight.DemiBold)
    if not known:
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        made.setUnderlineColor(tone_colour(Tone.BAD))
    return made
