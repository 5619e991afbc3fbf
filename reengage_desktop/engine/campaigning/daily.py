"""The daily run (A2, A3, B3): decides about everybody who is due, queues messages, remembers when to look again.

Its cost follows the customers who are due (A18): `next_look_on` holds for each the day on which her answer can change.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from reengage_desktop.domain.decisions import OUR_DOING, Choice, decide_unwritten, is_newly_due, next_look_on
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import Reason
from reengage_desktop.engine.campaigning.drafting import CUSTOMER_FAULTS, Drafter, Written
from reengage_desktop.engine.campaigning.results import RunResult
from reengage_desktop.engine.selecting import Allotment, Availability, Selector, put_days_right
from reengage_desktop.store import imports, selection
from reengage_desktop.store.database import Database

log = logging.getLogger(__name__)

_IN_ONE_TRANSACTION = 50


def process_campaigns(
    db: Database,
    settings: Settings,
    availability: Availability,
    now: datetime,
    *,
    stop: Callable[[], bool] | None = None,
    is_dry: bool = False,
) -> RunResult:
    """Queues at most one message for each customer who stopped buying and is due; a dry run changes nothing.

    A customer whose data raise an error counts as failed and never stops the run. `stop` is asked between customers'
    groups; what was queued stays queued.
    """
    selector = Selector.of(db, settings, availability, now)
    reason = _nobody_at_all(selector)
    if reason is not None:
        due = selection.count_due(db, selector.policy.today, selector.policy.inactive_before)
        return RunResult(skipped={reason.value: due} if due else {})
    if not is_dry:
        put_days_right(db, settings, now)
    result = _Run(selector, is_dry=is_dry).work(stop or (lambda: False))
    log.info("campaigns.processed", extra={"dry_run": is_dry, **result.as_json()})
    return result


def _nobody_at_all(selector: Selector) -> Reason | None:
    """What keeps the whole run from deciding: the master switch, or a file whose half is in the database."""
    if not selector.policy.enabled:
        return Reason.SWITCHED_OFF
    return Reason.IMPORT_RUNNING if selector.policy.import_is_writing else None


class _Run:
    """One daily run over everybody who is due."""

    def __init__(self, selector: Selector, *, is_dry: bool) -> None:
        self._selector = selector
        self._is_dry = is_dry
        self._drafter = Drafter(selector)
        self._allotment = Allotment(selector)
        self._result = RunResult()
        # Who is due for the comparison with the control group, by customer, until the note of it is written.
        self._due: dict[int, Choice] = {}

    def work(self, stop: Callable[[], bool]) -> RunResult:
        """Decides about everybody in the order in which the daily limit serves them."""
        for some in selection.chunks(self._selector.due_ids()):
            if stop() or imports.is_writing(self._selector.db):
                break
            self._result.total_processed += len(some)
            settled = self._decide(some)
            if self._is_dry:
                self._count_dry(settled)
                continue
            for group in _in_groups(settled):
                with self._drafter.transaction():
                    self._settle(group)
        return self._result

    def _decide(self, ids: Sequence[int]) -> list[Choice | Written]:
        """What becomes of these customers: a written message, or a choice with the reason why there is none."""
        settled: list[Choice | Written] = []
        with self._selector.db.snapshot():
            for each in self._selector.decide(ids):
                choice = self._allotment.admit(each)
                if choice.reason is Reason.CONTROL_GROUP:
                    settled += self._held_out(choice)
                    continue
                if choice.reason is not None:
                    settled.append(self._passed_over(choice))
                    continue
                written = self._write(choice)
                if isinstance(written, Written):
                    self._due[choice.facts.customer_id] = choice
                    settled.append(written)
                    continue
                self._allotment.give_back(choice)
                if written is not None:
                    settled.append(replace(choice, reason=written))
        return settled

    def _held_out(self, choice: Choice) -> list[Choice]:
        """Of the comparison is who would have got a message: whoever could not be told it is in neither arm."""
        written = self._write(choice)
        if isinstance(written, Reason):
            return [replace(choice, reason=written)]
        if written is None:
            return []
        self._due[choice.facts.customer_id] = choice
        return [choice]

    def _passed_over(self, choice: Choice) -> Choice:
        """Who has to wait because of other messages is due all the same, if hers could be written."""
        if is_newly_due(choice, self._selector.policy):
            due = decide_unwritten(choice.facts, self._selector.policy)
            with suppress(*CUSTOMER_FAULTS):
                if isinstance(self._drafter.write(due), Written):
                    self._due[choice.facts.customer_id] = due
        return choice

    def _write(self, choice: Choice) -> Written | Reason | None:
        try:
            return self._drafter.write(choice)
        except CUSTOMER_FAULTS as fault:
            self._fail(choice, fault)
            return None

    def _settle(self, group: Sequence[Choice | Written]) -> None:
        looks: list[tuple[int | None, int]] = []
        for each in group:
            choice = each if isinstance(each, Choice) else self._queue(each)
            if choice is None:
                continue
            if choice.reason is not None:
                self._result.skip(choice.reason)
            self._note(choice)
            look_on = next_look_on(choice, self._selector.policy)
            if look_on != 0:
                looks.append((look_on, choice.facts.customer_id))
        if not self._selector.policy.is_test:
            selection.put_looks(self._selector.db, looks)

    def _note(self, choice: Choice) -> None:
        """Keeps for the comparison that she was due, where no message of hers about her silence tells of it."""
        due, facts = self._due.pop(choice.facts.customer_id, None), choice.facts
        if due is None or not self._selector.policy.holdout_percent or facts.lapse_number:
            return
        if choice.reason is Reason.CONTROL_GROUP or choice.reason in OUR_DOING:
            self._drafter.note_due(due, choice.reason)
        elif choice.reason is None and choice.evidence is not None:
            self._drafter.note_due(due, Reason.IN_OTHER_CAMPAIGN)

    def _queue(self, written: Written) -> Choice | None:
        """Queues a message and gives the choice that became of it; None when it failed."""
        try:
            queued = self._drafter.queue(written)
        except CUSTOMER_FAULTS as fault:
            self._fail(written.choice, fault)
            self._allotment.give_back(written.choice)
            return None
        if isinstance(queued, Reason):
            self._allotment.give_back(written.choice)
            return replace(written.choice, reason=queued)
        self._result.chose(written.campaign_type, queued)
        return written.choice

    def _fail(self, choice: Choice, fault: Exception) -> None:
        self._result.total_failed += 1
        log.warning("customer.failed", exc_info=fault, extra={"customer_id": choice.facts.customer_id})

    def _count_dry(self, settled: Sequence[Choice | Written]) -> None:
        for each in settled:
            if isinstance(each, Written):
                self._result.chose(each.campaign_type, len(each.texts))
            elif each.reason is not None:
                self._result.skip(each.reason)


def _in_groups(settled: Sequence[Choice | Written]) -> Iterator[Sequence[Choice | Written]]:
    """Pieces that are short to write, so that the window's own writes get their turn: few messages, many days."""
    passed_over = [each for each in settled if isinstance(each, Choice)]
    if passed_over:
        yield passed_over
    written = [each for each in settled if isinstance(each, Written)]
    yield from selection.chunks(written, _IN_ONE_TRANSACTION)
