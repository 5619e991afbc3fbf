"""The checks: when each job ran last, how that ended, when it runs next, and what each run found."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from reengage_desktop.domain.listings import RunRow
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import Job
from reengage_desktop.jobs.tasks import runs as run_tasks
from reengage_desktop.store import listings
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.chip import Chip
from reengage_desktop.ui.widgets.text import clear, label, paragraph

_SHOWN = 60


class RunsView(QScrollArea):
    """The jobs with a button each, then the runs, newest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Checks"))
        inner = QWidget()
        inner.setProperty("role", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._jobs_card = Card(self.tr("What runs by itself"))
        self._jobs = QGridLayout()
        self._jobs.setHorizontalSpacing(18)
        self._jobs.setVerticalSpacing(8)
        self._jobs.setColumnStretch(0, 1)
        self._jobs_card.add(self._jobs)
        self._runs_card = Card(self.tr("What ran"))
        self._runs = QGridLayout()
        self._runs.setHorizontalSpacing(14)
        self._runs.setVerticalSpacing(8)
        self._runs.setColumnStretch(3, 1)
        self._runs_card.add(self._runs)
        column.addWidget(self._jobs_card)
        column.addWidget(self._runs_card)
        column.addStretch(1)
        self.setWidget(inner)

    def load(self) -> None:
        """Reads jobs and runs."""
        shop = self._desk.shop
        self._desk.read(lambda: run_tasks.list_jobs(shop).jobs, self, self._show_jobs)
        self._desk.read(lambda: listings.runs(shop.db, limit=_SHOWN), self, self._show_runs)

    def run(self, job: Job) -> None:
        """Runs a job now, in the background; the list follows by itself."""
        shop = self._desk.shop
        sentence = self.tr("“{job}” has run.").replace("{job}", wording.job_name(job))
        self._desk.take_long(lambda: run_tasks.run_job(shop, job), self, lambda _: self._desk.say(sentence))

    def _show_jobs(self, jobs: list[run_tasks.JobState]) -> None:
        clear(self._jobs)
        for row, each in enumerate(jobs):
            self._jobs.addWidget(paragraph(wording.job_name(each.job)), row, 0)
            moment = None if each.last is None else each.last.started_at
            last = self.tr("last {when}").replace("{when}", self._moment(moment))
            self._jobs.addWidget(label(last, "muted"), row, 1)
            word, tone = self._status(None if each.last is None else each.last.status)
            if word:
                self._jobs.addWidget(Chip(word, tone), row, 2)
            following = self.tr("next {when}").replace("{when}", self._moment(each.next_run_at))
            self._jobs.addWidget(label(following if each.next_run_at else "", "muted"), row, 3)
            made = button(self.tr("Run now"), self._starter(each.job))
            made.setAccessibleName(f"{self.tr('Run now')}: {wording.job_name(each.job)}")
            self._jobs.addWidget(made, row, 4)

    def _starter(self, job: Job) -> Callable[[], None]:
        return lambda: self.run(job)

    def _show_runs(self, found: list[RunRow]) -> None:
        clear(self._runs)
        if not found:
            self._runs.addWidget(paragraph(self.tr("Nothing has run yet."), "muted"), 0, 0, 1, 4)
        for row, each in enumerate(found):
            at = label(self._desk.when(each.started_at), "muted")
            at.setToolTip(self._desk.exact(each.started_at))
            name, story = label(wording.job_name(each.job)), paragraph(self.story(each), "muted")
            for level in (at, name, story):
                level.setContentsMargins(0, 2, 0, 0)
            self._runs.addWidget(at, row, 0, Qt.AlignmentFlag.AlignTop)
            self._runs.addWidget(name, row, 1, Qt.AlignmentFlag.AlignTop)
            word, tone = self._status(each.status)
            self._runs.addWidget(Chip(word, tone), row, 2, Qt.AlignmentFlag.AlignTop)
            self._runs.addWidget(story, row, 3)

    def story(self, run: RunRow) -> str:
        """What a run found, how long it took, and whether it was late."""
        parts = [run.error] if run.error else []
        if run.was_missed and run.planned_at is not None:
            late = self.tr("ran late: the PC was off at {when}")
            parts.append(late.replace("{when}", self._desk.when(run.planned_at)))
        parts += [text for key, text in self._counts(run) if run.result.get(key)]
        skipped = run.result.get("skipped")
        if isinstance(skipped, dict):
            parts += [f"{formats.number(count)} × {wording.reason_text(reason)}" for reason, count in skipped.items()]
        if run.finished_at is not None and run.finished_at > run.started_at:
            took = self.tr("took {time}").replace("{time}", formats.duration(run.finished_at - run.started_at))
            parts.append(took)
        return " · ".join(parts)

    def _counts(self, run: RunRow) -> list[tuple[str, str]]:
        def count(key: str) -> int:
            value = run.result.get(key, 0)
            return value if isinstance(value, int) else 0

        return [
            ("total_processed", self.tr("%Ln looked at", "", count("total_processed"))),
            ("total_notified", self.tr("%Ln messages written", "", count("total_notified"))),
            ("total_failed", self.tr("%Ln failed", "", count("total_failed"))),
            ("queued", self.tr("%Ln messages written", "", count("queued"))),
            ("sent", self.tr("%Ln sent", "", count("sent"))),
            ("failed", self.tr("%Ln refused", "", count("failed"))),
            ("deferred", self.tr("%Ln later", "", count("deferred"))),
            ("uncertain", self.tr("%Ln uncertain", "", count("uncertain"))),
        ]

    def _moment(self, moment: datetime | None) -> str:
        return self.tr("never") if moment is None else self._desk.when(stamp(moment))

    def _status(self, status: str | None) -> tuple[str, Tone]:
        words = {
            "success": (self.tr("Done"), Tone.OK),
            "failed": (self.tr("Failed"), Tone.BAD),
            "running": (self.tr("Running"), Tone.ACCENT),
        }
        return words.get(status or "", (status or "", Tone.NEUTRAL))
