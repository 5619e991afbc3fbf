"""`doctor`."""

from typing import Any

from reengage_desktop.cli.answers import Answer, Stage
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import health


def doctor(shop: Shop, _arguments: Any, _stage: Stage) -> Answer:
    """Everything that was looked at; exit code 1 when something is wrong."""
    found = health.doctor(shop)
    signs = {(True, False): "ok     ", (True, True): "warning", (False, False): "FAULT  ", (False, True): "FAULT  "}
    lines = [f"{signs[check.ok, check.is_warning]}  {check.name:<16} {check.detail}" for check in found.checks]
    lines.append("Everything that is needed is there." if found.is_ok else "Something is wrong: see the faults above.")
    return Answer(found.as_json(), "\n".join(lines), exit_code=0 if found.is_ok else 1)
