"""Which message is next, on which line. While calls are out, the one that follows them is looked at ahead.

What was read ahead decides only if nothing was written since by anybody else, which the claiming transaction asks, and
by this run nothing but acceptances: then reading it again would give the same.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, Reason
from reengage_desktop.engine.sending.lines import Line, Lines
from reengage_desktop.engine.sending.paces import CampaignPaces
from reengage_desktop.engine.sending.walks import Hands, Walk
from reengage_desktop.store import claim_facts, claims, receipts
from reengage_desktop.store.claim_facts import Looked
from reengage_desktop.store.claims import Next, Position

# After so long a call is over, whether its end was told or not.
_LONGEST_CALL = timedelta(hours=2)


@dataclass(frozen=True)
class Candidate:
    """The next message and the line that it goes over; `looked`: what decides about it, where that is known already."""

    line: Line
    found: Next
    looked: Looked | None = None


class Choosing:
    """The next message of one run, again and again. `unopened` are the channels whose lines the last choice lacked."""

    def __init__(self, hands: Hands, lines: Lines, paces: CampaignPaces) -> None:
        self._hands = hands
        self._db = hands.db
        self._lines = lines
        self._paces = paces
        self._closed: set[ChannelName] = set()
        self.unopened: set[ChannelName] = set()
        self._ahead: Candidate | None = None
        self._mark: tuple[int, int] | None = None

    def look_ahead(self, walk: Walk) -> float:
        """Reads the next message outside any transaction of ours; for how long it must wait, 0 where that is not known.

        For moments at which nothing can go: its claim then takes only the writing.
        """
        with self._db.snapshot():
            mark = self._db.mark()
            if self._ahead is None or mark != self._mark:
                self._ahead, self._mark = self._peek(walk), mark
        return 0.0 if self._ahead is None else self.wait_s(self._ahead)

    def begin(self) -> None:
        """At the start of a transaction: forgets what was read ahead if anything was written since."""
        if self._ahead is not None and self._db.mark() != self._mark:
            self._ahead = None

    def forget(self) -> None:
        """Something was written that may change what was read ahead."""
        self._ahead = None

    def choose(self, walk: Walk, settings: Settings, now: datetime) -> Candidate | None:
        """The next message on a line that is free; where none is, on the line that will be first.

        Inside the claiming transaction. None before all lines that there are messages for are open.
        """
        ahead, self._ahead = self._ahead, None
        if ahead is not None and not self.wait_s(ahead):
            return ahead
        candidates: list[Candidate] = []
        for channel in ChannelName:
            found = self._find(walk, channel, settings, now)
            line = None if found is None else self._usable(channel, settings, now)
            if found is not None and line is not None:
                candidates.append(Candidate(line, found))
            elif channel not in self.unopened:
                walk.finished.add(channel)
        return None if self.unopened else min(candidates, key=self._rank, default=None)

    def wait_s(self, candidate: Candidate) -> float:
        """How long until it may go."""
        steady = self._hands.pace.monotonic()
        return max(candidate.line.provider.wait_s(steady), self._paces.wait_s(candidate.found))

    def _rank(self, candidate: Candidate) -> tuple[float, Position]:
        return self.wait_s(candidate), candidate.found.position

    def _peek(self, walk: Walk) -> Candidate | None:
        """The next message with all that decides about it; None where choosing would write or count something."""
        settings, now = self._hands.load(), self._hands.clock()
        candidates: list[Candidate] = []
        for channel in ChannelName:
            if (found := self._find(walk, channel, settings, now)) is None:
                continue
            line = self._lines.find(channel, settings)
            if not isinstance(line, Line) or line.provider.why or line.adapter.capabilities.most_under_way:
                return None
            candidates.append(Candidate(line, found))
        first = min(candidates, key=self._rank, default=None)
        if first is None:
            return None
        looked = claim_facts.look(self._db, first.found.message_id, first.line.provider.name)
        return replace(first, looked=looked)

    def _find(self, walk: Walk, channel: ChannelName, settings: Settings, now: datetime) -> Next | None:
        if channel in self._closed or channel in walk.finished:
            return None
        position = walk.positions.get(channel, Position())
        enabled = settings.is_on("reengagement.enabled")
        return self._paces.choose(
            lambda besides: claims.find_next(self._db, position, channel, now, with_automatic=enabled, besides=besides),
            now,
        )

    def _usable(self, channel: ChannelName, settings: Settings, now: datetime) -> Line | None:
        """The channel's line while it may be used; else its messages say why they wait, and it is left alone."""
        line = self._lines.find(channel, settings)
        if line is None:
            self.unopened.add(channel)
            return None
        if isinstance(line, Line) and line.provider.why is None and not self._is_full(line, now):
            return line
        self._closed.add(channel)
        provider = line.provider if isinstance(line, Line) else None
        why = provider.why if provider is not None else None
        name = provider.name if provider is not None else None
        claims.mark_channel(self._db, channel, name, why or Reason.CHANNEL_OFF, now)
        return None

    def _is_full(self, line: Line, now: datetime) -> bool:
        """Whether as many calls go on as the provider can have: the others wait until their ends are known."""
        most = line.adapter.capabilities.most_under_way
        if not most or receipts.count_under_way(self._db, line.provider.name, line.channel, now, _LONGEST_CALL) < most:
            return False
        line.provider.why = Reason.PROVIDER_LIMIT
        return True
