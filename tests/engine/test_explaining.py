"""`explain` as facts: each finding has its English sentence and its figures, and one message can be asked about."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reengage_desktop.domain.decisions import LAPSE_RULES, OCCASION_RULES, Decision
from reengage_desktop.domain.findings import Finding, Found
from reengage_desktop.domain.money import Money
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName, Reason
from reengage_desktop.engine import selecting
from reengage_desktop.engine.selecting import weighing
from reengage_desktop.engine.selecting.english import sentence_of
from reengage_desktop.store import campaigns
from tests.engine.deciding_rig import Rig, open_rig


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    """A small shop, every channel connected."""
    found = open_rig(tmp_path)
    yield found
    found.db.close()


def ask(rig: Rig, who: int, kind: CampaignType | None = None) -> Decision:
    """The answer about one type of message."""
    return selecting.explain(rig.db, who, rig.settings, rig.availability, rig.now, kind)


@pytest.mark.parametrize("found", list(Found))
def test_every_finding_has_an_english_sentence(found: Found) -> None:
    """D5: whatever a check can find, the command line can say it."""
    finding = Finding(
        found,
        days=3,
        limit=7,
        count=2,
        span=30,
        on=date(2026, 11, 24),
        reason=Reason.BOUNCED,
        words="A thing.",
        before=Money(1250, "EUR"),
        price=Money(900, "EUR"),
    )
    assert sentence_of(finding).endswith(".")


def test_every_rule_finds_something(rig: Rig) -> None:
    """No rule of either list lacks a finding."""
    selector = selecting.Selector.of(rig.db, rig.settings, rig.availability, rig.now)
    who = rig.person(80)
    facts = selector.facts([who])[who]
    for rule, _passes in (*LAPSE_RULES, *OCCASION_RULES):
        assert isinstance(weighing.weigh_rule(selector, rule, facts), Finding)
    for kind in CampaignType:
        assert weighing.weigh_type(selector, kind, facts).campaign_type is kind


def test_findings_carry_their_figures(rig: Rig) -> None:
    """A5: days, limits and channel are numbers, not only words."""
    rig.set(channels="email,sms")
    who = rig.person(74)
    found = {check.finding.found: check.finding for check in ask(rig, who).checks}
    assert (found[Found.SILENCE].days, found[Found.SILENCE].limit) == (74, 60)
    assert (found[Found.CAP].count, found[Found.CAP].span, found[Found.CAP].limit) == (0, 30, 4)
    assert found[Found.CHANNEL_REACHES].channel is ChannelName.EMAIL
    assert found[Found.LAST_BOUGHT].on == date.fromordinal(rig.today - 74)
    assert all(check.detail == sentence_of(check.finding) for check in ask(rig, who).checks)


def test_one_daily_type_is_asked_about(rig: Rig) -> None:
    """A3: yes for the one that goes; for the others what goes before them, what is lacking, or that they are off."""
    rig.set(loyalty_min_ltv="100")
    who = rig.person(80, lifetime_value_minor=20_000)
    assert ask(rig, who).campaign_type is CampaignType.LOYALTY_REWARD
    assert ask(rig, who, CampaignType.LOYALTY_REWARD).campaign_type is CampaignType.LOYALTY_REWARD
    missed = ask(rig, who, CampaignType.WE_MISS_YOU)
    assert missed.campaign_type is None
    assert [check.finding.found for check in missed.checks if check.passed is False] == [Found.BETTER_FIRST]
    arrivals = ask(rig, who, CampaignType.NEW_ARRIVALS)
    assert [check.finding.found for check in arrivals.checks if check.passed is False] == [Found.NO_ARRIVALS]
    campaigns.set_active(rig.db, CampaignType.LOYALTY_REWARD, active=False)
    off = ask(rig, who, CampaignType.LOYALTY_REWARD)
    assert off.campaign_type is None
    assert next(check for check in off.checks if check.passed is False).finding.is_off


def test_a_product_message_reaches_those_who_still_buy(rig: Rig) -> None:
    """A6, A7: the hourly check tells who looked at the product, silent or not; without a product it says so."""
    who = rig.person(5)
    nothing = ask(rig, who, CampaignType.PRICE_DROP)
    assert nothing.campaign_type is None
    assert [check.finding.found for check in nothing.checks if check.passed is False] == [Found.NOTHING_CHEAPER]
    rig.view(who, rig.product("Bag", price_minor=800, in_stock=1), price_at_view_minor=1000)
    cheaper = ask(rig, who, CampaignType.PRICE_DROP)
    assert cheaper.campaign_type is CampaignType.PRICE_DROP
    finding = next(check.finding for check in cheaper.checks if check.finding.found is Found.CHEAPER)
    assert (finding.words, finding.before, finding.price) == ("Bag", Money(1000, "USD"), Money(800, "USD"))
    rig.db.run("UPDATE products SET currency = 'GBP'")
    rig.db.run("UPDATE views SET currency = 'GBP'")
    finding = next(each.finding for each in ask(rig, who, CampaignType.PRICE_DROP).checks if each.finding.before)
    assert (finding.before, finding.price) == (Money(1000, "GBP"), Money(800, "GBP"))
    assert ask(rig, who).campaign_type is None
    campaigns.set_active(rig.db, CampaignType.PRICE_DROP, active=False)
    assert ask(rig, who, CampaignType.PRICE_DROP).campaign_type is None


def test_who_never_bought_may_hear_of_a_product(rig: Rig) -> None:
    """A6: somebody who only looked is told that it is back."""
    who = rig.person(None)
    rig.view(who, rig.product("Hat", price_minor=500, in_stock=1, stock=4), in_stock=0)
    assert ask(rig, who, CampaignType.BACK_IN_STOCK).campaign_type is CampaignType.BACK_IN_STOCK
    assert ask(rig, who).reason is Reason.NEVER_BOUGHT


@pytest.mark.parametrize("kind", [None, CampaignType.PRICE_DROP])
def test_her_own_no_is_named_before_the_limits(rig: Rig, kind: CampaignType | None) -> None:
    """D5: whoever said no is not put off by a cap: the no comes first, in the answer, the list and the run.

    Control: somebody without a word of hers is named by the limit as before.
    """
    refused, unasked = rig.person(consent_email=0), rig.person(consent_email=None)
    bag = rig.product("Bag", price_minor=800, in_stock=1)
    for who in (refused, unasked):
        rig.cap(who, 1)
        rig.view(who, bag, price_at_view_minor=1000)
    told = ask(rig, refused, kind)
    failed = [check.rule for check in told.checks if check.passed is False]
    assert (told.reason, failed[:2]) == (Reason.OPTED_OUT, [Reason.OPTED_OUT, Reason.CAP_WEEK])
    assert told.next_possible_on is None
    assert ask(rig, unasked, kind).reason is Reason.CAP_WEEK
    assert rig.run(is_dry=True).skipped == {Reason.OPTED_OUT: 1, Reason.CAP_WEEK: 1}


def test_one_day_is_one_day(rig: Rig) -> None:
    """A2: no “1 days” where the owner set the shortest spans."""
    rig.set(inactivity_threshold="1", too_long_gone_days="1", repeat_after_days="1")
    ann = rig.person(1)
    rig.run()
    details = " ".join(each.detail for each in rig.explain(ann).checks)
    for words in ("from 1 day on", "at most 1 day.", "after 1 day."):
        assert words in details
