"""Opens the shop that the words of a command name."""

import logging
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.cli.answers import Stage
from reengage_desktop.domain.moments import parse_moment
from reengage_desktop.jobs.present import system_now
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop


def open_for(arguments: Any, stage: Stage) -> Shop:
    """The open shop of `--data-dir`, at the moment of `--now`."""
    return open_shop(
        Wishes(
            folder=None if arguments.data_dir is None else Path(arguments.data_dir),
            now=arguments.now,
            clock=stage.clock,
            secrets=stage.secrets,
            log_on_stderr=logging.WARNING,
        )
    )


def present(arguments: Any, stage: Stage, zone: ZoneInfo) -> datetime:
    """The moment of `--now`, in that zone when it names none, where there is no open shop; raises Refused."""
    if arguments.now is None:
        return (stage.clock or system_now)()
    try:
        return parse_moment(arguments.now, zone)
    except (ValueError, OverflowError):
        raise Refused(f"“{arguments.now}” is no moment. Nothing was done; write it like 2026-11-21T09:00.") from None
