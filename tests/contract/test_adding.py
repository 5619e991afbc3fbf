"""docs/adding-a-provider.md, step by step for every provider that there is: a step that was left out is found here."""

import importlib
import re
from pathlib import Path

import pytest

from reengage_desktop.channels import builders
from reengage_desktop.channels.protocol import Capabilities
from reengage_desktop.channels.registry import PROVIDERS
from reengage_desktop.domain import sender_domain
from reengage_desktop.domain.by_hand import HAND
from reengage_desktop.domain.settings import SETTINGS, parse_setting
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.tasks.sender_domain import MAIL_PROVIDERS
from reengage_desktop.ui.settings.provider_words import story
from tests.channels.test_errors import CHECKED
from tests.channels.test_trials import CASES as TRIALS
from tests.contract.table import PUBLISHED
from tests.contract.test_every_channel import FAULTS, RIGS

OVER_HTTP = sorted({*PROVIDERS} - {"pretend", HAND, "smtp", "imap"})
# The stand-in of a family, where one file serves two providers.
FAMILIES = {"ses": "aws", "sns": "aws", "fcm": "google", "google_wallet": "google", "whatsapp_cloud": "whatsapp"}

TRIED_AS = {"whatsapp_cloud": "meta"}


def rigs_of(name: str) -> list[str]:
    return [each for each in RIGS if each.partition("-")[0] == name]


@pytest.mark.parametrize("name", OVER_HTTP)
def test_no_step_was_left_out(repository: Path, name: str) -> None:
    """Issue 6, "a new provider = one file, one card, one row": each numbered step of the guide, in its order."""
    card = PROVIDERS[name]
    adapter = importlib.import_module(f"reengage_desktop.channels.{name}")  # 1
    kinds = [kind for kind in vars(adapter).values() if isinstance(kind, type) and getattr(kind, "name", "") == name]
    assert len(kinds) == 1
    for word in ("send", "test", "close"):
        assert callable(getattr(kinds[0], word))
    assert card.build is getattr(builders, f"build_{name}")  # 2
    assert card.is_offered  # 3
    assert card.secrets
    assert card.key_hint.endswith(".")
    assert SETTINGS[f"providers.{name}.base_url"].default.startswith("https://")
    assert {*card.settings} <= {*SETTINGS}
    for channel in card.channels:
        assert parse_setting(f"channels.{channel}.provider", name) == name
    told = story(name, "")  # 4
    assert told.title
    assert told.cost.endswith(".")
    assert told.where.endswith(".")
    assert told.link.startswith("https://")
    contracts = (repository / "pyproject.toml").read_text(encoding="utf-8")  # 5
    assert re.search(rf'"[a-z_ |]*\b{name}\b[a-z_ |]*",', contracts)
    assert (repository / "tests" / "servers" / f"{FAMILIES.get(name, name)}.py").is_file()  # 6
    found = rigs_of(name)  # 7
    assert len(found) == len(card.channels)
    for rig in found:
        assert len(FAULTS[rig]) >= 10
        assert rig in PUBLISHED
    assert any(trial[0].replace(" ", "_").startswith(TRIED_AS.get(name, name)) for trial in TRIALS)
    assert name == "vapi" or any(each.startswith(name.partition("_cloud")[0]) for each in CHECKED)
    if ChannelName.EMAIL in card.channels:  # 8
        assert name in MAIL_PROVIDERS
        assert name in sender_domain.PROVIDERS
    page = (repository / "docs" / "providers.md").read_text(encoding="utf-8")  # 9
    assert page.count(f"\n| {card.title} |") == len(card.channels)


def test_every_capability_is_told_in_the_guide(repository: Path) -> None:
    """Whoever follows it cold reads of everything that the protocol lets an adapter be."""
    guide = (repository / "docs" / "adding-a-provider.md").read_text(encoding="utf-8")
    kinds = ("SupportsLookup", "SupportsStatusPull", "SupportsTemplates", "SupportsDkim")
    fields = [name for name in Capabilities.__dataclass_fields__ if name != "blocked_prefixes"]
    assert [word for word in (*kinds, *fields) if f"`{word}`" not in guide] == []
