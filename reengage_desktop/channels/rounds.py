"""A round of asking a provider that keeps lists: page by page through them, then message by message.

Opt-outs stand in the lists and come first, so that they are known before anything else is (promise 10). A round can be
left after any page: the cursor says where it goes on.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from reengage_desktop.channels.answers import fields_of
from reengage_desktop.channels.protocol import Pending, Pulled, PullFailed, Report
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import Outcome
from reengage_desktop.transport import Answer

ASKED_AT_ONCE = 25
WITHOUT_LISTS = frozenset({404, 405, 501})
"""So answers who has no such list: a relay, or a stand-in at the configured address, that only takes messages."""
_MARGIN = timedelta(days=1)

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
    title: str, answer: object, read: Read, keeps_back: KeepsBack = _nothing, *, may_be_empty: bool = False
) -> Mapping[str, Any] | Pulled | PullFailed:
    """What a provider says of the past: the answer's fields, or why there are none.

    `read` knows its errors; `keeps_back` gives the note for the owner where the provider does not offer this to her.
    """
    if not isinstance(answer, Answer):
        return PullFailed(getattr(answer, "detail", ""))
    if answer.is_success and (fields_of(answer) or may_be_empty):
        return fields_of(answer)
    outcome = read(answer, None)
    note = keeps_back(answer, outcome)
    if note:
        return Pulled(note=note)
    return PullFailed(getattr(outcome, "detail", "") or f"{title}'s answer could not be read.")


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

    def write(self) -> str:
        """The cursor that `read` takes."""
        since, began = (moment and moment.isoformat() for moment in (self.since, self.began))
        said = {"list": self.list_number, "after": self.after, "message": self.message_id}
        return json.dumps({**said, "since": since, "began": began})


def go_on(
    cursor: str | None, now: datetime, pending: Sequence[Pending], lists: Sequence[ReadPage], look: Look | None
) -> Pulled | PullFailed:
    """The next page of the round: of the list it is in, or of the messages still open."""
    place = _Place.read(cursor)
    place = replace(place, began=place.began or now)
    if place.list_number < len(lists):
        since = place.since - _MARGIN if place.since else None
        page = lists[place.list_number](place.after, since)
        if isinstance(page, PullFailed):
            return page
        ahead = replace(place, list_number=place.list_number + 1, after="")
        ahead = replace(place, after=page.cursor) if page.cursor else ahead
        is_over = ahead.list_number == len(lists) and look is None
        return replace(page, cursor=_next_round(place) if is_over else ahead.write(), more=not is_over)
    return _look_at_messages(place, pending, look) if look else Pulled(cursor=_next_round(place))


def _look_at_messages(place: _Place, pending: Sequence[Pending], look: Look) -> Pulled | PullFailed:
    waiting = sorted((each for each in pending if each.message_id > place.message_id), key=lambda each: each.message_id)
    reports: list[Report] = []
    for message in waiting[:ASKED_AT_ONCE]:
        told = look(message)
        if isinstance(told, PullFailed):
            return told
        if isinstance(told, Pulled):
            return replace(told, reports=tuple(reports), cursor=_next_round(place))
        reports += told
    if len(waiting) > ASKED_AT_ONCE:
        reached = replace(place, message_id=waiting[ASKED_AT_ONCE - 1].message_id)
        return Pulled(reports=tuple(reports), cursor=reached.write(), more=True)
    return Pulled(reports=tuple(reports), cursor=_next_round(place))


def _next_round(place: _Place) -> str:
    return _Place(since=place.began).write()
