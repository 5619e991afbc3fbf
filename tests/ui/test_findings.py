"""What the checks found, in the window's words: nothing that `explain` can say is left without a sentence."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reengage_desktop.domain.findings import Finding, Found
from reengage_desktop.domain.money import Money
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName, Reason
from reengage_desktop.ui.customers.findings import finding_text
from tests.ui.stage import dress


def full(found: Found, **more: object) -> Finding:
    """A finding with every figure."""
    figures: dict[str, object] = {
        "days": 74,
        "limit": 60,
        "count": 2,
        "span": 7,
        "on": date(2026, 11, 24),
        "reason": Reason.BOUNCED,
        "words": "Bag",
        "before": Money(1250, "EUR"),
        "price": Money(900, "EUR"),
        **more,
    }
    return Finding(found, **figures)  # type: ignore[arg-type]


@pytest.mark.parametrize("found", list(Found))
def test_every_finding_has_a_sentence(qtbot: QtBot, found: Found) -> None:
    """Whatever `explain` can produce has a wording here, with every hole filled."""
    text = finding_text(full(found))
    assert text
    assert "{" not in text


def test_figures_are_written_as_the_locale_writes_them(qapp: QApplication) -> None:
    """A5: days and limits as numbers, days as days, money with its sign; the channel and the campaign in front."""
    dress(qapp)
    assert finding_text(full(Found.SILENCE)) == (
        "Last purchase 74 days ago; from 60 days on it counts as “stopped buying”."
    )
    assert finding_text(full(Found.CAP)) == "2 messages in 7 days (limit: 60)."
    assert finding_text(full(Found.CLOSED_DAY)) == "Today you let no messages go; the next day is 24 Nov 2026."
    cheaper = full(Found.CHEAPER, campaign_type=CampaignType.PRICE_DROP, is_off=True)
    assert (
        finding_text(cheaper)
        == "Price drop: “Bag” went from €\u00a012.50 to €\u00a09.00. This campaign is switched off."
    )
    assert finding_text(full(Found.CHANNEL_FAILS, channel=ChannelName.SMS)).startswith("SMS: ")
