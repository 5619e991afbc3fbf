"""Letters and labels: one page for each customer with the address where the window of the envelope is.

Letters follow DIN 5008 form B (address field 45 mm from the top, 20 mm from the left) on A4, and a number 10 envelope's
window on US letter paper. Labels fill Avery L7160 (A4, 21 of 63.5 × 38.1 mm) and 5160 (US letter, 30 of 2⅝ × 1 inch).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reengage_desktop.domain.messages import Content
from reengage_desktop.ui.by_hand.paper import Paper
from reengage_desktop.ui.wording import translate

_TOP = 25.0
_MAIL_FOOTER = "\n-- \n"
_WAYS_OUT = re.compile(r"\s*(Reply STOP to opt out|Abmelden: STOP antworten)\s*$")


@dataclass(frozen=True)
class Letter:
    """One letter: to whom, her address in its lines, and its words."""

    name: str
    address: str
    subject: str
    text: str

    @property
    def block(self) -> str:
        """What stands in the window; the name leads unless the address begins with it."""
        first = self.address.partition("\n")[0]
        return self.address if first.casefold() == self.name.casefold() else f"{self.name}\n{self.address}"


@dataclass(frozen=True)
class Sender:
    """Who writes: the shop, its address in its lines, the day as it is written there."""

    name: str
    address: str
    day: str


@dataclass(frozen=True)
class Sheet:
    """A sheet of labels in millimetres: columns and rows, one label's size, the first corner, the way to the next."""

    columns: int
    rows: int
    size: tuple[float, float]
    corner: tuple[float, float]
    pitch: tuple[float, float]


L7160 = Sheet(3, 7, (63.5, 38.1), (7.2, 15.15), (66.04, 38.1))
A5160 = Sheet(3, 10, (66.675, 25.4), (4.76, 12.7), (69.85, 25.4))


def letter_words(content: Content) -> str:
    """A message's words without what only its own channel needs: a mail's footer, the word that stops text messages."""
    return _WAYS_OUT.sub("", content.text.partition(_MAIL_FOOTER)[0]).strip()


def print_letters(file: Path, letters: Sequence[Letter], sender: Sender, *, letter: bool) -> None:
    """Writes one page for each letter, a second one where the words need it; raises OSError."""
    paper = Paper(file, letter=letter, title=translate("Papers", "Letters"))
    try:
        for number, each in enumerate(letters):
            if number:
                paper.next_page()
            _print_letter(paper, each, sender, letter=letter)
    finally:
        paper.close()


def print_labels(file: Path, letters: Sequence[Letter], *, letter: bool) -> None:
    """Writes the address labels, from the upper left corner on; raises OSError."""
    sheet = A5160 if letter else L7160
    paper = Paper(file, letter=letter, title=translate("Papers", "Labels"))
    try:
        for number, each in enumerate(letters):
            place = number % (sheet.columns * sheet.rows)
            if number and not place:
                paper.next_page()
            left = sheet.corner[0] + (place % sheet.columns) * sheet.pitch[0]
            top = sheet.corner[1] + (place // sheet.columns) * sheet.pitch[1]
            inner = (left + 4, top + 2, sheet.size[0] - 8, sheet.size[1] - 4)
            paper.text(inner, each.block, 9 if letter else 11, middle=True)
    finally:
        paper.close()


def _print_letter(paper: Paper, each: Letter, sender: Sender, *, letter: bool) -> None:
    left = 22.0 if letter else 25.0
    window = (22.0, 51.0, 95.0, 27.0) if letter else (25.0, 62.7, 75.0, 27.3)
    address = [line.strip() for line in sender.address.splitlines() if line.strip()]
    if letter:
        paper.text((left, 13, 100, 24), "\n".join([sender.name, *address]), 10, faint=True)
    else:
        # The sender's line above the address, small, as the window of the envelope shows it.
        paper.text((25, 57, 80, 4.5), " · ".join([sender.name, *address]), 6.5, faint=True)
        paper.text((125, 50, 65, 30), "\n".join([sender.name, *address]), 10, faint=True)
    paper.text(window, each.block, 11)
    day_top = 51.0 if letter else 84.0
    paper.text((125, day_top, 65, 6), sender.day, 11)
    width, top = paper.width - left - 20, 103.4
    if not letter:
        # Where to fold for an envelope of a third of the sheet, and where to punch.
        for mark in (105.0, 148.5, 210.0):
            paper.line(4, mark, 8 if mark != 148.5 else 10, mark)
    if each.subject:
        height = paper.height_of(each.subject, width, 12, bold=True)
        paper.text((left, top, width, height + 1), each.subject, 12, bold=True)
        top += height + 7
    _print_words(paper, each.text, sender, (left, top, width))


def _fitting(paper: Paper, block: str, width: float, room: float) -> list[str]:
    """The block whole where a page has room for it, else its lines."""
    return [block] if paper.height_of(block, width, 11) <= room else block.splitlines()


def _print_words(paper: Paper, text: str, sender: Sender, place: tuple[float, float, float]) -> None:
    left, top, width = place
    end = paper.height - 32
    for block in re.split(r"\n\s*\n", text):
        for part in _fitting(paper, block, width, end - _TOP):
            height = paper.height_of(part, width, 11)
            if top + height > end:
                paper.next_page()
                top = _TOP
            paper.text((left, top, width, height + 2), part, 11)
            top += height
        top += 4
    why = translate(
        "Papers",
        "You get this letter because you are a customer of {shop}. If you want no more of them, just tell us.",
    )
    paper.text((left, paper.height - 24, width, 12), why.replace("{shop}", sender.name), 8, faint=True)
