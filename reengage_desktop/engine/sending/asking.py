"""Asks the providers about doubtful messages when the owner wants to know; nothing is sent and nothing repeated."""

from datetime import datetime
from pathlib import Path

from reengage_desktop.domain.settings import Settings
from reengage_desktop.engine.sending.lines import BuildChannel, Lines
from reengage_desktop.engine.sending.pacing import Pace
from reengage_desktop.engine.sending.recovering import reconcile
from reengage_desktop.engine.sending.turns import WAIT_S, sender_turn
from reengage_desktop.store.database import Database


def ask_again(
    db: Database,
    channels: BuildChannel,
    settings: Settings,
    now: datetime,
    *,
    lock_dir: Path,
    wait_s: float = WAIT_S,
) -> int:
    """How many uncertain messages the providers knew the truth about; raises SenderBusy while somebody sends."""
    with sender_turn(lock_dir, wait_s):
        lines = Lines(db, channels, Pace(), probes=True)
        try:
            return sum(1 for _resolved in reconcile(db, lines, settings, now, repeats=False))
        finally:
            lines.close()
