"""The table of docs/providers.md, made of what the contract suite runs: `python -m tests.contract.table` writes it."""

from contextlib import ExitStack
from pathlib import Path

from reengage_desktop.channels.protocol import Channel
from reengage_desktop.channels.registry import PROVIDERS
from tests.contract.test_every_channel import FAULTS, RIGS
from tests.contract.test_published import SERVICES

FILE = Path(__file__).resolve().parents[2] / "docs" / "providers.md"
_PUBLISHED = {*SERVICES, "twilio-sms", "twilio-whatsapp", "whatsapp_cloud"}
_HEAD = """# The providers and what is checked of each

Made by `python -m tests.contract.table`; a test fails where this page is out of date. Every mark stands for tests that
run with the suite: `tests/contract/test_every_channel.py` (sending one by one, ids, asking without sending, silence of
the log, nobody there, bad certificates, throttling, any row of faults), `tests/contract/test_published.py` (requests
against the provider's own description), `tests/channels/test_errors.py` (the collected error answers) and a file of
its own for each provider.

- **faults**: ways in which the provider's server fails in the suite, each with the outcome that promises.md asks for.
- **repeat**: for so many hours the same message may be handed over again without a second one.
- **look-up**: after a doubtful attempt the provider can be asked whether it has the message.
- **published**: requests fit the provider's own description, key by key (needs the shared contracts).

| provider | carries | faults | repeat | look-up | deliveries | opt-outs | replies | template | published |
|---|---|---|---|---|---|---|---|---|---|
"""


def table() -> str:
    """The page as it should be."""
    rows = []
    for name in RIGS:
        with ExitStack() as stack:
            rig = RIGS[name](stack)
            stack.callback(rig.channel.close)
            rows.append(_row(name, rig.carries, rig.channel))
    return f"{_HEAD}{chr(10).join(rows)}\n"


def _row(name: str, carries: str, channel: Channel) -> str:
    can = channel.capabilities
    hours = can.idempotency_window_s // 3600
    marks = (can.can_look_up, can.pulls_status, can.pulls_opt_outs, can.pulls_replies, can.needs_template)
    cells = [PROVIDERS[channel.name].title, carries, str(len(FAULTS[name])), f"{hours} h" if hours else "–"]
    cells += ["✓" if mark else "–" for mark in (*marks, name in _PUBLISHED)]
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    FILE.write_text(table(), encoding="utf-8")
