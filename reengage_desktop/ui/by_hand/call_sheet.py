"""The call sheet: everybody to ring on paper, with the words, a box for each way it can end, and room for a note."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.ui.by_hand.paper import Paper
from reengage_desktop.ui.by_hand.words import ORDER, result_word
from reengage_desktop.ui.wording import translate

_EDGE = 15.0
_BOX = 4.0
_TOP, _BOTTOM = 24.0, 18.0
_AROUND = 28.0
"""A person's name, boxes and note take so much beside the words."""


@dataclass(frozen=True)
class Line:
    """One person to call. `note`: the campaign, and until when she may not be rung."""

    name: str
    number: str
    note: str
    words: str
    channel: ChannelName = ChannelName.CALL


def print_call_sheet(file: Path, lines: Sequence[Line], heading: str, hours: tuple[str, str], *, letter: bool) -> None:
    """Writes the sheet, as many people on a page as their words leave room for; raises OSError.

    `hours`: from when and until when people may be rung, as they are written.
    """
    paper = Paper(file, letter=letter, title=translate("Papers", "Call sheet"))
    try:
        top = _head(paper, heading)
        page = 1
        for line in lines:
            height = _height(paper, line)
            if top + height > paper.height - _BOTTOM:
                paper.next_page()
                page += 1
                top = _head(paper, f"{heading} · {page}")
            _person(paper, line, top)
            top += height
        ask = translate("Papers", "Nobody is rung before {start} or after {end}. Enter in the list how each one ended.")
        ask = ask.replace("{start}", hours[0]).replace("{end}", hours[1])
        paper.text((_EDGE, paper.height - 13, paper.width - 2 * _EDGE, 6), ask, 8, faint=True)
    finally:
        paper.close()


def _head(paper: Paper, heading: str) -> float:
    paper.text((_EDGE, 12, paper.width - 2 * _EDGE, 8), heading, 13, bold=True)
    paper.line(_EDGE, 21, paper.width - _EDGE, 21, width=0.4)
    return _TOP


def _height(paper: Paper, line: Line) -> float:
    return _AROUND + _words_height(paper, line)


def _words_height(paper: Paper, line: Line) -> float:
    """What the words take; never so much that the boxes below them would lie off the page."""
    return min(paper.height_of(line.words, paper.width - 2 * _EDGE, 9.5), paper.height - _TOP - _BOTTOM - _AROUND)


def _person(paper: Paper, line: Line, top: float) -> None:
    width = paper.width - 2 * _EDGE
    paper.text((_EDGE, top, width * 0.45, 6), line.name, 11.5, bold=True)
    paper.text((_EDGE + width * 0.46, top, width * 0.24, 6), line.number, 11.5)
    wide = min(paper.width_of(line.note, 8.5) + 1, width * 0.29)
    paper.text((_EDGE + width - wide, top + 0.6, wide, 6), line.note, 8.5, faint=True)
    height = _words_height(paper, line)
    paper.text((_EDGE, top + 7.5, width, height + 1), line.words, 9.5)
    top += 7.5 + height + 3
    words = [result_word(result, line.channel) for result in ORDER]
    room = width - sum(_BOX + 1.5 + paper.width_of(each, 8.5) for each in words)
    gap, left = max(1.5, room / len(words)), _EDGE
    for each in words:
        paper.box(left, top, _BOX)
        wide = paper.width_of(each, 8.5)
        paper.text((left + _BOX + 1.5, top - 0.3, wide + 1, 5), each, 8.5)
        left += _BOX + 1.5 + wide + gap
    note = translate("Papers", "Note")
    paper.text((_EDGE, top + 6.2, 14, 5), note, 8.5, faint=True)
    paper.line(_EDGE + 14, top + 10.4, paper.width - _EDGE, top + 10.4)
    paper.line(_EDGE, top + 13.4, paper.width - _EDGE, top + 13.4, width=0.1)
