"""A round of asking a provider that keeps lists: page by page through them, then message by message.

Opt-outs stand in the lists and come first, so that they are known before anything else is (promise 10). A round can be
left after any page: the cursor says where it was.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from reengage_desktop.channels.answers import fields_of
from reengage_desktop.channels.protocol import Pending, Pulled, PullFailed, Report
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import Outcome, Throttled
from reengage_desktop.transport import Answer

ASKED_AT_ONCE = 25
WITHOUT_LISTS = frozenset({404, 405, 501})
"""So answers who has no such list: a relay, or a stand-in at the configured address, that only takes messages."""
_LIMIT_S = 1.0
"""So long a limit of questions lasts of which the provider says no time: most count them by the second."""
_MARGIN = timedelta(days=1)
_LONG_AGO = timedelta(days=60)

ReadPage = Callable[[str, datetime | None], Pulled | PullFailed]
"""Reads a page of a list: what follows `after` (empty: from the start), entered since a moment (None: ever).

The page's `cursor` is the next `after`; None when the list ends here.
"""

Look = Callable[[Pending], Sequence[Report] | Pulled | PullFailed]
"""Asks for one message. A `Pulled` says that the provider doesn't offer it, and ends the round."""


Read = Callable[[Answer, Outgoing | None], Outcome]
KeepsBack = Callable[[Answer, Outcome], str]


def _nothing(_answer: Answer, _outcome: Outcome) -> str:
    return ""


def told_by(
    title: str,
    answer: object,
    read: Read,
    keeps_back: KeepsBack = _nothing,
    *,
    may_be_empty: bool = False,
    list_name: str = "",
) -> Mapping[str, Any] | Pulled | PullFailed:
    """What a provider says of the past: the answer's fields, or why there are none.

    `read` knows its errors; `keeps_back` gives the note for the owner where the provider does not offer this to her.
    `list_name`: a list that a good answer has, be it empty.
    """
    if not isinstance(answer, Answer):
        return PullFailed(getattr(answer, "detail", ""))
    fields = fields_of(answer)
    if answer.is_success and (fields or may_be_empty) and (not list_name or isinstance(fields.get(list_name), list)):
        return fields
    if answer.is_success:
        return PullFailed(f"{title}'s answer could not be read.")
    outcome = read(answer, None)
    note = keeps_back(answer, outcome)
    if note:
        return Pulled(note=note)
    return failed(title, outcome)


def failed(title: str, outcome: Outcome) -> PullFailed:
    """Why a provider's answer tells nothing, and when it may be asked again where that is soon said."""
    words = getattr(outcome, "detail", "") or f"{title}'s answer could not be read."
    if not isinstance(outcome, Throttled) or outcome.daily:
        return PullFailed(words)
    return PullFailed(words, _LIMIT_S if outcome.retry_after_s is None else outcome.retry_after_s)


@dataclass(frozen=True)
class _Place:
    """Where the round is. `since`: when the round before began; `began`: when this one did."""

    list_number: int = 0
    after: str = ""
    message_id: int = 0
    since: datetime | None = None
    began: datetime | None = None

    @classmethod
    def read(cls, cursor: str | None) -> "_Place":
        """The place of a stored cursor; the beginning for one that can't be read."""
        try:
            said = json.loads(cursor or "{}")
            moments = [datetime.fromisoformat(said[name]) if said.get(name) else None for name in ("since", "began")]
            return cls(int(said.get("list", 0)), str(said.get("after", "")), int(said.get("message", 0)), *moments)
        except (ValueError, TypeError, AttributeError):
            return cls()

    def reaches_back_to(self, now: datetime) -> datetime | None:
        """Since when entries are read; by a clock that was ahead, the round before tells nothing."""
        if self.since is None:
            return None
        return (self.since if self.since <= now else now - _LONG_AGO) - _MARGIN

    def write(self) -> str:
        """The cursor that `read` takes."""
        since, began = (moment and moment.isoformat() for moment in (self.since, self.began))
        said = {"list": self.list_number, "after": self.after, "message": self.message_id}
        return json.dumps({**said, "since": since, "began": began})


def go_on(
    cursor: str | None, now: datetime, pending: Sequence[Pending], lists: Sequence[ReadPage], look: Look | None
) -> Pulled | PullFailed:
    """The next page of the round: of the list it is in, or of the messages still open.

    A round that was left and is taken up at another moment reads the lists anew: who said no since stands in them, and
    the provider may have forgotten the place. The messages go on where they were.
    """
    place = _Place.read(cursor)
    if place.began != now:
        since = place.since if place.list_number < len(lists) else place.began or place.since
        place = _Place(message_id=place.message_id, since=since, began=now)
    if place.list_number < len(lists):
        page = lists[place.list_number](place.after, place.reaches_back_to(now))
        if isinstance(page, PullFailed):
            return page
        ahead = replace(place, list_number=place.list_number + 1, after="")
        ahead = replace(place, after=page.cursor) if page.cursor else ahead
        is_over = ahead.list_number == len(lists) and look is None
        return replace(page, cursor=_next_round(place) if is_over else ahead.write(), more=not is_over)
    return _look_at_messages(place, pending, look) if look else Pulled(cursor=_next_round(place))


def _look_at_messages(place: _Place, pending: Sequence[Pending], look: Look) -> Pulled | PullFailed:
    """The next of them; what was told before one could not be asked is kept, and that one is the next page's first."""
    waiting = sorted((each for each in pending if each.message_id > place.message_id), key=lambda each: each.message_id)
    reports: list[Report] = []
    reached = place
    for message in waiting[:ASKED_AT_ONCE]:
        told = look(message)
        if isinstance(told, PullFailed) and reached is place:
            return told
        if isinstance(told, PullFailed):
            break
        if isinstance(told, Pulled):
            return replace(told, reports=tuple(reports), cursor=_next_round(place))
        reports += told
        reached = replace(place, message_id=message.message_id)
    if waiting and waiting[-1].message_id > reached.message_id:
        return Pulled(reports=tuple(reports), cursor=reached.write(), more=True)
    return Pulled(reports=tuple(reports), cursor=_next_round(place))


def _next_round(place: _Place) -> str:
    return _Place(since=place.began).write()
