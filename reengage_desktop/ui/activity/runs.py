"""The checks: when each job ran last, how that ended, when it runs next, and what each run found."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from reengage_desktop.domain.listings import RunRow
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import Job
from reengage_desktop.jobs.tasks import runs as run_tasks
from reengage_desktop.store import activity
from reengage_desktop.ui import wording
from reengage_desktop.ui.activity.facts import FactsDialog
from reengage_desktop.ui.activity.run_words import RunWords
from reengage_desktop.ui.desk import WHILE_OFF, Desk
from reengage_desktop.ui.tables import PagedModel, PagedTable
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.chip import Chip
from reengage_desktop.ui.widgets.switches import CheckBox
from reengage_desktop.ui.widgets.text import label, paragraph, row

_LOWEST_TABLE = 200


class RunsView(QWidget):
    """The jobs with a button each, then every run, newest first; a run opens with all its figures."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.words = RunWords(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._jobs_card = Card(self.tr("What runs by itself"))
        self._jobs = QGridLayout()
        self._jobs.setHorizontalSpacing(18)
        self._jobs.setVerticalSpacing(4)
        self._jobs.setColumnStretch(0, 2)
        self._jobs.setColumnStretch(3, 3)
        self._add_jobs()
        self._jobs_card.add(self._jobs)
        column.addWidget(self._jobs_card)
        self.idle = CheckBox(self.tr("Also checks that found nothing to do"))
        self.idle.toggled.connect(lambda _on: self._read())
        self.away = button(self.tr("While the PC was off…"), lambda: desk.go(WHILE_OFF))
        column.addLayout(row([label(self.tr("What ran"), "heading"), None, self.idle, self.away]))
        self.model: PagedModel[RunRow] = PagedModel(self.words.columns(), self._fetch, self)
        self.table = PagedTable(self.model, self.tr("What ran"))
        self.table.setMinimumHeight(_LOWEST_TABLE)
        self.table.opened.connect(self._open)
        column.addWidget(self.table, 1)

    def load(self) -> None:
        """Reads jobs and runs."""
        shop = self._desk.shop
        self._desk.read(lambda: run_tasks.list_jobs(shop).jobs, self, self._show_jobs)
        self._read()

    def run(self, job: Job) -> None:
        """Runs a job now, in the background; the list follows by itself."""
        shop = self._desk.shop
        sentence = self.tr("“{job}” has run.").replace("{job}", wording.job_name(job))
        self._desk.take_long(lambda: run_tasks.run_job(shop, job), self, lambda _: self._desk.say(sentence))

    def _read(self) -> None:
        shop, with_idle = self._desk.shop, self.idle.isChecked()
        self._desk.read(lambda: activity.list_run_ids(shop.db, with_idle=with_idle), self, self.model.show_ids)

    def _fetch(self, ids: Sequence[int], answer: Callable[[Mapping[int, RunRow]], None]) -> None:
        shop, wanted = self._desk.shop, list(ids)
        self._desk.read(lambda: activity.list_runs(shop.db, wanted), self, answer)

    def _open(self, run_id: int) -> None:
        at = self.model.row_of(run_id)
        found = None if at is None else self.model.record_at(at)
        if found is not None:
            FactsDialog(wording.job_name(found.job), self.words.facts(found), self.window()).open()

    def _add_jobs(self) -> None:
        """One line for each job; what it says is filled in later, so that the keyboard stays where it is."""
        self._lines: dict[Job, tuple[QLabel, Chip, QLabel]] = {}
        for place, job in enumerate(run_tasks.IN_ORDER):
            last, state, following = label("", "muted"), Chip(), label("", "muted")
            made = button(self.tr("Run now"), self._starter(job))
            made.setAccessibleName(f"{self.tr('Run now')}: {wording.job_name(job)}")
            for column, each in enumerate((paragraph(wording.job_name(job)), last, state, following, made)):
                self._jobs.addWidget(each, place, column)
            self._lines[job] = (last, state, following)

    def _show_jobs(self, jobs: list[run_tasks.JobState]) -> None:
        for each in jobs:
            last, state, following = self._lines[each.job]
            began = "" if each.last is None else self._moment(each.last.started_at)
            last.setText(self.tr("last {when}").replace("{when}", began) if began else self.tr("has never run"))
            word, tone = self.words.status("" if each.last is None else each.last.status)
            state.say(word, tone)
            state.setVisible(bool(word))
            text = self.tr("next {when}").replace("{when}", self._moment(each.next_run_at))
            if each.next_run_at is None:
                text = self.tr("after each check") if each.job is Job.SEND else ""
            following.setText(text)

    def _starter(self, job: Job) -> Callable[[], None]:
        return lambda: self.run(job)

    def _moment(self, moment: datetime | None) -> str:
        return self.tr("never") if moment is None else self._desk.when(stamp(moment))
