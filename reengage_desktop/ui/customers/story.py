"""The timeline of a customer: every moment in a line, messages open."""

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from reengage_desktop.domain.listings import TimelineEntry
from reengage_desktop.domain.moments import from_stamp, local_day
from reengage_desktop.domain.vocabulary import OrderStatus
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.picture import Picture
from reengage_desktop.ui.widgets.text import clear, paragraph
from reengage_desktop.ui.wording import translate

FIRST = 12
"""So many moments are shown until all are asked for."""

MOST = 1_000

AT_ONCE = 6
"""So many moments are made in a turn of the window's thread."""

_PICTURES = {
    "order": "shopping-bag",
    "message": "send",
    "event": "eye",
    "consent": "shield-check",
    "enquiry": "circle-help",
    "import": "upload",
}
_ANSWERS = {"answered": "message-circle", "converted": "shopping-bag", "bounced": "circle-alert"}
_MARK = 15


class StoryView(QWidget):
    """`all_asked`: the whole story is wanted."""

    all_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self.more = button(self.tr("Show all"), self.all_asked.emit, kind="link")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._grid)
        layout.addWidget(self.more)
        self.lines: list[str] = []

    def show_story(self, story: Sequence[TimelineEntry], *, has_more: bool) -> None:
        """Makes room for these moments; `show_moments` then shows them, some at a time."""
        clear(self._grid)
        self.lines = [story_line(self._desk, entry) for entry in story]
        if not story:
            self._grid.addWidget(paragraph(self.tr("Nothing yet."), "muted"), 0, 0, 1, 2)
        self.more.setVisible(has_more)

    def show_moments(self, story: Sequence[TimelineEntry], first: int) -> None:
        """Shows the moment with that number and those after it, as many as fit a turn of the window's thread."""
        for row, entry in enumerate(story[first : first + AT_ONCE], start=first):
            picture = _ANSWERS.get(entry.title, _PICTURES.get(entry.kind, "clock"))
            mark = Picture(picture, Tone.NEUTRAL, _MARK)
            self._grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self._line(entry, self.lines[row]), row, 1)

    def _line(self, entry: TimelineEntry, words: str) -> QLabel:
        if entry.message_id is None or entry.kind != "message":
            line = paragraph(words, "muted")
        else:
            day, _, rest = words.partition(" · ")
            link = f'{escape(day)} · <a href="{entry.message_id}">{escape(rest)}</a>'
            line = paragraph(link, "muted", rich=True)
            line.setTextInteractionFlags(
                Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            )
            line.linkActivated.connect(lambda target: self._desk.go("activity", {"message": int(target)}))
            line.setAccessibleName(words)
        line.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        line.setToolTip(self._desk.exact(entry.at))
        return line


def story_line(desk: Desk, entry: TimelineEntry) -> str:
    """One moment as `8 Sep · Order 1042 · € 38.20`."""
    day = local_day(from_stamp(entry.at), desk.zone)
    here = local_day(desk.now(), desk.zone)
    text = formats.day(day) if day.year == here.year else formats.long_day(day)
    return f"{text} · {_words(entry)}"


def _words(entry: TimelineEntry) -> str:
    return _WORDS[entry.kind](entry) if entry.kind in _WORDS else f"{entry.title} {entry.detail or ''}".strip()


def _message(entry: TimelineEntry) -> str:
    kind, _, channel = entry.title.partition("|")
    state, _, reason = (entry.detail or "").partition("|")
    words = [
        f"{wording.channel_name(channel)} {wording.quoted(wording.campaign_name(kind))}",
        wording.state_word(state)[0],
    ]
    return " · ".join(word for word in (*words, wording.reason_text(reason)) if word)


def _enquiry(entry: TimelineEntry) -> str:
    words = (translate("Customers", "Asked the shop"), entry.title, entry.detail)
    return " · ".join(word for word in words if word)


def _import(entry: TimelineEntry) -> str:
    return translate("Customers", "Came with the file {file}").replace("{file}", entry.title)


def _event(entry: TimelineEntry) -> str:
    text = translate("Customers", "Message {what}").replace("{what}", wording.event_name(entry.title))
    return f"{text}: {wording.quoted(entry.detail)}" if entry.title == "answered" and entry.detail else text


def _consent(entry: TimelineEntry) -> str:
    channel, _, state = entry.title.partition("|")
    yes = translate("Customers", "Agreed to {channel}")
    no = translate("Customers", "Said no to {channel}")
    text = (yes if state == "yes" else no).replace("{channel}", wording.channel_name(channel))
    source = source_words().get(entry.detail or "", entry.detail or "")
    return f"{text} ({source})" if source else text


def source_words() -> dict[str, str]:
    """Where a word of consent came from, as the owner calls it."""
    return {
        "import": translate("Customers", "from an imported file"),
        "owner": translate("Customers", "written down by you"),
        "person": translate("Customers", "said by the customer"),
        "provider": translate("Customers", "told by the provider"),
    }


def _order(entry: TimelineEntry) -> str:
    number, parts = entry.title, (entry.detail or "").split("|")
    # What the owner logged by hand has a number that means nothing to anybody.
    by_hand = number.startswith("own-")
    words = [
        translate("Customers", "Purchase logged by you")
        if by_hand
        else translate("Customers", "Order {number}").replace("{number}", number)
    ]
    if len(parts) == 3:
        words.append(formats.amount(int(parts[1]), parts[2]))
        state = "" if parts[0] in {OrderStatus.PAID, OrderStatus.UNKNOWN} else wording.order_state(parts[0])
        if state:
            words.append(state)
    return " · ".join(words)


_WORDS: dict[str, Callable[[TimelineEntry], str]] = {
    "order": _order,
    "message": _message,
    "event": _event,
    "consent": _consent,
    "enquiry": _enquiry,
    "import": _import,
}
