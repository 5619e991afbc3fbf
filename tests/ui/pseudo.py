"""A language that nobody speaks: English in brackets, with accents and a third longer.

What the window shows without brackets never went through `tr()`; what no longer fits would not fit in another language.
"""

import re

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

OPENING, CLOSING = "⟦", "⟧"
_KEPT = re.compile(r"(\{[^{}]*\}|%L?n|<[^>]+>|&&|&(?=\w)|https?://\S+)")
_LONGEST_WORD = 20
_ACCENTED = str.maketrans("aeiouAEIOUnc", "áéíöüÁÉÍÖÜñç")


class PseudoTranslator(QTranslator):
    """Translates every text into pseudo-English."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Qt asks an empty translator for nothing."""
        return False

    def translate(self, _context: str, text: str, _disambiguation: str | None = None, _number: int = -1) -> str:
        """The text with accents, a third longer, in brackets; placeholders and marks stay as they are."""
        return pseudo(text)


def pseudo(text: str) -> str:
    """The pseudo-translation of one text."""
    if not text.strip():
        return text
    parts = [part if index % 2 else part.translate(_ACCENTED) for index, part in enumerate(_KEPT.split(text))]
    more = "~" * max(1, round(len(_KEPT.sub("", text)) * 0.3))
    # No language has words without an end: a long text breaks into lines.
    tail = " ".join(more[start : start + _LONGEST_WORD] for start in range(0, len(more), _LONGEST_WORD))
    return f"{OPENING}{''.join(parts)}{tail}{CLOSING}"


def speak_pseudo(app: QApplication) -> None:
    """The application speaks pseudo-English from now on; windows built before don't."""
    translator = PseudoTranslator(app)
    translator.setObjectName("pseudo")
    app.installTranslator(translator)


def speak_plainly(app: QApplication) -> None:
    """Takes the pseudo-language back."""
    for each in app.findChildren(QTranslator, "pseudo"):
        app.removeTranslator(each)
        each.deleteLater()
