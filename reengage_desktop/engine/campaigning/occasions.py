"""The hourly checks: who looked at something that is back (A6) or clearly cheaper (A7), whether silent or not."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime

from reengage_desktop.domain.decisions import Evidence, Facts, decide_occasion
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import CampaignType, Reason
from reengage_desktop.engine.campaigning.drafting import CUSTOMER_FAULTS, Drafter, Written
from reengage_desktop.engine.campaigning.results import CheckResult
from reengage_desktop.engine.selecting import Allotment, Availability, Selector
from reengage_desktop.store import imports, selection
from reengage_desktop.store.database import Database

log = logging.getLogger(__name__)

Seen = tuple[int, Evidence]
"""A person and the product she looked at."""

_IN_ONE_TRANSACTION = 50


def check_back_in_stock(
    db: Database,
    settings: Settings,
    availability: Availability,
    now: datetime,
    *,
    stop: Callable[[], bool] | None = None,
    is_dry: bool = False,
) -> CheckResult:
    """Queues a notice for everybody who looked at a product while it was out of stock and that is in stock now (A6).

    No more people than units in stock, the earliest viewers first; who gets a notice has her views marked in stock.
    """
    selector = Selector.of(db, settings, availability, now)
    seen = selection.restocked(db, is_test=selector.policy.is_test)
    return _check(selector, CampaignType.BACK_IN_STOCK, seen, stop, is_dry=is_dry)


def check_price_drops(
    db: Database,
    settings: Settings,
    availability: Availability,
    now: datetime,
    *,
    stop: Callable[[], bool] | None = None,
    is_dry: bool = False,
) -> CheckResult:
    """Queues a notice for everybody who looked at a product that costs clearly less now (A7).

    Clearly: more than `reengagement.price_drop_percent` less than she saw or was told last.
    """
    selector = Selector.of(db, settings, availability, now)
    percent = settings.whole("reengagement.price_drop_percent")
    seen = selection.cheaper(db, percent, is_test=selector.policy.is_test)
    return _check(selector, CampaignType.PRICE_DROP, seen, stop, is_dry=is_dry)


def _check(
    selector: Selector,
    campaign_type: CampaignType,
    seen: Sequence[Seen],
    stop: Callable[[], bool] | None,
    *,
    is_dry: bool,
) -> CheckResult:
    check = _Check(selector, campaign_type, is_dry=is_dry)
    for some in selection.chunks(seen, _IN_ONE_TRANSACTION):
        if (stop is not None and stop()) or _import_began(selector):
            break
        check.work(some)
    log.info("check.finished", extra={"campaign_type": campaign_type, "dry_run": is_dry, **check.result.as_json()})
    return check.result


def _import_began(selector: Selector) -> bool:
    """Whether a file is being written that was not when the rules were read."""
    return not selector.policy.import_is_writing and imports.is_writing(selector.db)


class _Check:
    """One hourly check over everybody who looked at a product that changed."""

    def __init__(self, selector: Selector, campaign_type: CampaignType, *, is_dry: bool) -> None:
        self._selector = selector
        self._type = campaign_type
        self._is_dry = is_dry
        self._drafter = Drafter(selector)
        self._allotment = Allotment(selector)
        self.result = CheckResult()

    def work(self, some: Sequence[Seen]) -> None:
        """Decides about some of them and queues their notices."""
        facts = self._selector.facts(list({customer_id for customer_id, _ in some}))
        self._selector.hold_out(list(facts.values()))
        written = [self._write(facts[each], evidence) for each, evidence in some if each in facts]
        waiting = [each for each in written if each is not None]
        if self._is_dry:
            self.result.queued += sum(len(each.texts) for each in waiting)
            return
        with self._drafter.transaction():
            for each in waiting:
                self._queue(each)

    def _write(self, facts: Facts, evidence: Evidence) -> Written | None:
        choice = decide_occasion(facts, self._selector.policy, self._type, evidence)
        choice = self._allotment.admit_occasion(choice)
        if choice.reason is not None:
            self.result.skip(choice.reason)
            return None
        try:
            written = self._drafter.write(choice)
        except CUSTOMER_FAULTS as fault:
            log.warning("customer.failed", exc_info=fault, extra={"customer_id": facts.customer_id})
            written = Reason.TEMPLATE_MISSING_FIELD
        if isinstance(written, Reason):
            self._allotment.give_back(choice)
            self.result.skip(written)
            return None
        return written

    def _queue(self, written: Written) -> None:
        try:
            queued = self._drafter.queue(written)
        except CUSTOMER_FAULTS as fault:
            log.warning("customer.failed", exc_info=fault, extra={"customer_id": written.choice.facts.customer_id})
            queued = Reason.TEMPLATE_MISSING_FIELD
        if isinstance(queued, Reason):
            self._allotment.give_back(written.choice)
            self.result.skip(queued)
        else:
            self.result.queued += queued
