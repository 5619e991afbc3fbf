"""The statuses of a campaign of the owner's own: only the legal steps, and every end is one for good (C1)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.domain.campaign_states import (
    EDITABLE,
    ENDED,
    RUNNING,
    TRANSITIONS,
    CampaignStatus,
    CampaignStep,
    IllegalStep,
    after,
)


@given(st.lists(st.sampled_from(list(CampaignStep)), max_size=30))
def test_any_presses_lead_along_legal_steps_only(presses: list[CampaignStep]) -> None:
    """C1: whatever is pressed in whatever order; what is refused changes nothing and says what is possible."""
    status = CampaignStatus.DRAFT
    for step in presses:
        before = status
        if (before, step) in TRANSITIONS:
            status = after(before, step)
            assert TRANSITIONS[before, step] is status
            assert before not in ENDED
            continue
        with pytest.raises(IllegalStep) as refused:
            after(before, step)
        possible = [each.replace("_", " ") for each in CampaignStep if (before, each) in TRANSITIONS]
        assert all(word in str(refused.value) for word in possible)


def test_every_status_can_be_reached_and_left_or_is_an_end() -> None:
    """C1: no status is a trap, and none stands for nothing."""
    reached = {CampaignStatus.DRAFT}
    for _ in CampaignStatus:
        reached |= {target for (source, _), target in TRANSITIONS.items() if source in reached}
    assert reached == set(CampaignStatus)
    assert {source for source, _ in TRANSITIONS} == set(CampaignStatus) - ENDED
    assert set(CampaignStatus) == EDITABLE | RUNNING | ENDED


@pytest.mark.parametrize("ended", sorted(ENDED))
def test_nothing_leads_back_from_an_end(ended: CampaignStatus) -> None:
    """C1: what was stopped or has ended stays so; a copy can be made of it."""
    for step in CampaignStep:
        with pytest.raises(IllegalStep, match="possible now: nothing"):
            after(ended, step)
