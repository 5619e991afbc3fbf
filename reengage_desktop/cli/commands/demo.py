"""`demo`: the sample shop, built and lived through with the pretend provider; nothing leaves the PC."""

import os
import shlex
import sys
import threading
from pathlib import Path
from typing import Any

from reengage_desktop.app.folders import choose_folder
from reengage_desktop.app.paths import refuse_synced
from reengage_desktop.app.sample.building import SampleReport, build_sample, sample_folder
from reengage_desktop.app.sample.trade import ZONE
from reengage_desktop.cli.answers import Answer, Stage
from reengage_desktop.cli.opening import present
from reengage_desktop.cli.tables import table
from reengage_desktop.jobs.lanes import Progress

_BEGINNING = (
    "Building the sample shop anew: a year of invented orders, then six weeks of messages. It takes half a minute or "
    "more; nothing leaves this PC."
)
_FIGURES = ("sent", "opened", "converted", "conversion_rate", "revenue")


def demo(arguments: Any, stage: Stage) -> Answer:
    """Builds the sample shop, prints what came of it, and opens the window on it."""
    given = None if arguments.data_dir is None else Path(arguments.data_dir)
    folder = sample_folder(choose_folder(given, os.environ))
    refuse_synced(folder)

    def tell(day: int, days: int | None) -> None:
        stage.count(f"Living through day {day} of {days} …", is_last=day == days)

    stage.say(_BEGINNING)
    report = build_sample(
        folder, present(arguments, stage, ZONE), Progress(tell), stage.stop or threading.Event().is_set
    )
    window = None if arguments.no_window or stage.open_window is None else stage.open_window
    return Answer(report.as_json(), _text(report), then=None if window is None else lambda: window(folder))


def _text(report: SampleReport) -> str:
    data = report.as_json()
    rows = [
        (name.replace("_", " "), *(_shown(figures, figure) for figure in _FIGURES))
        for name, figures in (*data["by_type"].items(), ("all campaigns", data["totals"]))
    ]
    headings = ("campaign", "sent (pretend)", "opened", "bought again", "of those sent", f"revenue {data['currency']}")
    return "\n".join(
        [
            f"The sample shop: {report.customers} invented people, {report.products} products, {report.orders} orders.",
            "It lived through six weeks; nothing left this PC. What its messages brought back:",
            "",
            table(headings, rows),
            "",
            f"It lives in {report.folder}. Look around with: {_program()} --data-dir {shlex.quote(str(report.folder))}",
        ]
    )


def _program() -> str:
    """The program as it was called, so that the line can be copied; in a fresh clone it is not on the path."""
    called = Path(sys.argv[0])
    return shlex.quote(sys.argv[0]) if called.stem == "reengage-desktop" else "reengage-desktop"


def _shown(figures: dict[str, Any], name: str) -> object:
    return f"{figures[name]:.1%}" if name == "conversion_rate" else figures[name]
