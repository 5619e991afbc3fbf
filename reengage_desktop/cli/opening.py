"""Opens the shop that the words of a command name."""

import logging
from pathlib import Path
from typing import Any

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.cli.answers import Stage
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
