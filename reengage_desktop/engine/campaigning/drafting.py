"""Writes the message of a choice and puts it into the outbox: the part that the daily run and the checks share."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from reengage_desktop.domain.decisions import Choice, Reach
from reengage_desktop.domain.drafts import WHOLE, Draft
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.moments import days_between, from_stamp, stamp
from reengage_desktop.domain.templating import MissingField
from reengage_desktop.domain.vocabulary import CampaignType, Reason
from reengage_desktop.engine import queueing
from reengage_desktop.engine.composing import CannotCompose, Matter, Writer
from reengage_desktop.engine.selecting import Selector, taken_reaches
from reengage_desktop.store import customers, discounts, selection, views
from reengage_desktop.store.database import StoreConflict
from reengage_desktop.store.discounts import Code
from reengage_desktop.store.selection import DUE, HELD_OUT

log = logging.getLogger(__name__)

CUSTOMER_FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, StoreConflict, CannotCompose)
"""What can go wrong with one customer's data without stopping the run; a fault of the database does stop it."""


@dataclass(frozen=True)
class Written:
    """A choice with its text for each channel that it takes; the code is kept only when it is queued."""

    choice: Choice
    campaign_type: CampaignType
    texts: tuple[tuple[Reach, Content], ...]
    code: Code | None


class Drafter:
    """Writes and queues the messages of one run."""

    def __init__(self, selector: Selector) -> None:
        self._selector = selector
        self._writer = Writer(selector.db, selector.settings, selector.now)
        self._campaigns = selection.automatic_campaigns(selector.db)
        self._room: int | None = None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """A write transaction for a group of messages, which knows what other processes have queued today."""
        with self._selector.db.write():
            self._room = self._selector.room()
            yield

    def write(self, choice: Choice) -> Written | Reason:
        """The message in words, or why it can't be said; raises one of CUSTOMER_FAULTS. Writes nothing.

        A channel whose provider takes approved wordings only is passed over for a text that is none (`taken_reaches`).
        """
        if choice.campaign_type is None:
            raise ValueError("a choice without a type")
        customer = customers.get(self._selector.db, choice.facts.customer_id)
        kind = choice.campaign_type
        reaches = taken_reaches(
            self._selector,
            choice,
            lambda reach: self._writer.template_for(customer, kind, reach.channel).provider_template,
        )
        if not reaches:
            return Reason.PROVIDER_LIMIT
        code = self._writer.code_for(customer, kind, [reach.channel for reach in reaches])
        matter = Matter(evidence=choice.evidence, code=code)
        texts, missing = [], None
        for reach in reaches:
            try:
                content = self._writer.write(customer, kind, reach.channel, matter)
            except MissingField as fault:
                missing = fault
            else:
                texts.append((reach, content))
        if not texts:
            log.info("customer.left_out", extra={"customer_id": customer.id, "missing_field": str(missing)})
            return Reason.TEMPLATE_MISSING_FIELD
        return Written(choice, kind, tuple(texts), code)

    def queue(self, written: Written) -> int | Reason:
        """Queues what was written, one row for each channel, and marks the views behind it; gives how many rows.

        To be called inside `transaction`. Gives the reason where the outbox takes none of it.
        """
        if self._room == 0:
            return Reason.DAILY_LIMIT
        db, now = self._selector.db, self._selector.now
        code_id = None
        if written.code is not None:
            code_id = discounts.keep(db, written.code, written.choice.facts.customer_id, stamp(now))
        results = [
            queueing.enqueue(db, self._draft(written, reach, content, code_id), self._selector.settings, now)
            for reach, content in written.texts
        ]
        queued = [each for each in results if not isinstance(each, Reason)]
        if not queued:
            return next(each for each in results if isinstance(each, Reason))
        if self._room is not None:
            self._room -= 1
        self._mark(written)
        return len(queued)

    def note_due(self, choice: Choice, reason: Reason) -> None:
        """Keeps that somebody would have got a message now but for that reason, for the comparison later.

        Who is in the control group is noted as that, whatever else stands in the way.
        """
        if choice.campaign_type is None or self._selector.policy.is_test:
            return
        facts, policy = choice.facts, self._selector.policy
        kind, reason = (HELD_OUT, Reason.CONTROL_GROUP) if facts.is_held_out else (DUE, reason)
        reference = f"{kind}{facts.customer_id}:{facts.last_order_at}"
        campaign_id, _ = self._campaigns[choice.campaign_type]
        moment, channel = stamp(self._selector.now), choice.reaches[0].channel
        selection.note_due(
            self._selector.db,
            (reference, campaign_id, choice.campaign_type, facts.customer_id, f"{kind}{choice.lapse}", reference,
             channel, facts.last_order_at, moment, policy.today),
            reason,
        )  # fmt: skip

    def _draft(self, written: Written, reach: Reach, content: Content, code_id: int | None) -> Draft:
        choice, settings = written.choice, self._selector.settings
        campaign_id, _ = self._campaigns[written.campaign_type]
        evidence = choice.evidence
        return Draft(
            campaign_id=campaign_id,
            campaign_type=written.campaign_type,
            customer_id=choice.facts.customer_id,
            channel=reach.channel,
            address=reach.address or "",
            content=content,
            occasion=choice.occasion,
            part=str(reach.channel) if self._selector.policy.all_channels else WHOLE,
            decision=self._decision(written),
            product_id=None if evidence is None else evidence.product_id,
            code_id=code_id,
            price_minor=evidence.price_minor if written.campaign_type is CampaignType.PRICE_DROP and evidence else None,
            needs_approval=settings.is_on("reengagement.review_before_sending"),
        )

    def _decision(self, written: Written) -> Mapping[str, Any]:
        """Why she gets it, kept with the row (A3)."""
        facts, evidence = written.choice.facts, written.choice.evidence
        found: dict[str, Any] = {
            "campaign_type": written.campaign_type.value,
            "occasion": written.choice.occasion,
            "lifetime_value_minor": facts.lifetime_value_minor,
            "messages_before": facts.lapse_count,
        }
        if facts.last_order_at is not None:
            silent = days_between(from_stamp(facts.last_order_at), self._selector.now, self._selector.settings.zone)
            found["days_since_last_order"] = silent
        if evidence is not None:
            found |= {
                "product_id": evidence.product_id,
                "price_minor": evidence.price_minor,
                "was_minor": evidence.was_minor,
                "seen_at": evidence.seen_at,
            }
        if written.code is not None:
            found["discount_code"] = written.code.text
        return found

    def _mark(self, written: Written) -> None:
        evidence, customer_id = written.choice.evidence, written.choice.facts.customer_id
        if evidence is None or self._selector.policy.is_test:  # what is only pretended leaves the views as they are
            return
        if written.campaign_type is CampaignType.BACK_IN_STOCK:
            views.mark_in_stock(self._selector.db, customer_id, evidence.product_id)
        if written.campaign_type is CampaignType.PRICE_DROP:
            views.note_price(self._selector.db, customer_id, evidence.product_id, evidence.price_minor)
