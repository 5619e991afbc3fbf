"""docs/providers.md says what the suite checks."""

from reengage_desktop.channels.registry import PROVIDERS
from tests.contract.table import FILE, table
from tests.contract.test_every_channel import RIGS


def test_the_page_is_current() -> None:
    """C10, C11, C12, B8: `python -m tests.contract.table` was run after the last change."""
    assert FILE.read_text(encoding="utf-8") == table()


def test_every_provider_that_sends_is_in_the_suite() -> None:
    """A new adapter can't be forgotten: what can be built has a rig."""
    sending = {card.name for card in PROVIDERS.values() if card.build is not None}
    assert {name.partition("-")[0] for name in RIGS} == sending - {"pretend", "hand"}
