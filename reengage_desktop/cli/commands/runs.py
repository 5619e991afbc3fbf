"""`run JOB` and `jobs list`."""

from typing import Any

from reengage_desktop.cli.answers import Answer, Stage
from reengage_desktop.cli.tables import day_and_time, facts, table
from reengage_desktop.domain.vocabulary import Job
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import runs, sending
from reengage_desktop.jobs.tasks.pace import goes_by_itself


def run(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Runs one job, or all of them."""
    if arguments.job == "all":
        found = runs.run_all(shop, dry_run=arguments.dry_run)
        text = "\n\n".join(f"{outcome.job}\n{_figures(outcome.as_json())}" for outcome in found.outcomes)
        failed = any(outcome.error for outcome in found.outcomes)
        return Answer(found.as_json(), text + _pause(shop), exit_code=1 if failed else 0)
    job = Job(arguments.job)
    data = runs.run_job(shop, job, dry_run=arguments.dry_run).as_json()
    return Answer(data, _figures(data) + (_pause(shop) if job is Job.SEND else ""))


def _pause(shop: Shop) -> str:
    """Why nothing is sent while the shop is paused."""
    if not sending.read_pause(shop).paused:
        return ""
    return "\n\nSending is paused, so nothing goes out. Resume with: reengage-desktop resume"


def list_jobs(shop: Shop, _arguments: Any, _stage: Stage) -> Answer:
    """How each job last went, and when it runs next."""
    data = runs.list_jobs(shop).as_json()
    rows = [
        (job["job"], day_and_time(job["last_run_at"]), job["last_run_status"], day_and_time(job["next_run_at"]),
         job["last_run_error"] or job["last_run_note"] or _by_hand(shop, job["job"]))
        for job in data["jobs"]
    ]  # fmt: skip
    return Answer(data, table(("job", "last run", "how it ended", "next run", "remark"), rows))


def _by_hand(shop: Shop, job: str) -> str | None:
    """Why the clock leaves a job to the owner."""
    if job != Job.SEND or goes_by_itself(shop):
        return None
    return "nothing goes by itself: this PC has no password store; “run send” sends what is due"


def _figures(data: dict[str, Any]) -> str:
    shown: list[tuple[str, object]] = []
    for name, value in data.items():
        if isinstance(value, dict):
            shown += [(f"{name} {inner}".replace("_", " "), figure) for inner, figure in value.items()]
        else:
            shown.append((name.replace("_", " "), value))
    return facts(shown) or "Nothing to do."
