"""An import or its check in the background, with its progress brought to the window."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from reengage_desktop.jobs.lanes import CancelToken, Progress
from reengage_desktop.jobs.tasks import imports
from reengage_desktop.jobs.tasks.imports import ImportReport, ImportRequest
from reengage_desktop.ui.background import ProgressWire
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.importing.preview import Mark, mark_of


class Runner:
    """Starts imports for one dialog; what they tell is dropped when the dialog has gone."""

    def __init__(self, desk: Desk, dialog: QWidget) -> None:
        self._desk, self._dialog = desk, dialog

    def start(
        self,
        request: ImportRequest,
        token: CancelToken,
        on_progress: Callable[[int, int | None], None],
        on_done: Callable[[ImportReport], object],
        on_error: Callable[[BaseException], object],
    ) -> None:
        """Brings a file in, or only looks; `token` stops it."""
        shop = self._desk.shop
        # The wire stays with the desk: a worker may still speak when the dialog has gone.
        wire = ProgressWire(self._desk)
        wire.progressed.connect(on_progress)
        progress = Progress(wire.progressed.emit)

        def task() -> ImportReport:
            try:
                return imports.import_file(shop, request, progress=progress, cancel=token)
            finally:
                shop.lanes.release(token)

        self._desk.take_long(task, self._dialog, on_done, on_error)


class Checks:
    """Dry runs for one dialog, one at a time: a newer wish waits until the one that it cancelled has gone.

    `mark`: the file as it was when the last one began.
    """

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        on_progress: Callable[[int, int | None], None],
        on_done: Callable[[ImportReport], object],
        on_error: Callable[[BaseException], object],
    ) -> None:
        self.mark: Mark | None = None
        self._desk, self._runner = desk, runner
        self._on_progress, self._on_done, self._on_error = on_progress, on_done, on_error
        self._wanted: ImportRequest | None = None
        self._is_running = False
        self._token = desk.shop.lanes.token()

    def ask(self, request: ImportRequest) -> None:
        """Checks this; only what was asked for last is told of."""
        self._wanted = replace(request, is_dry_run=True)
        self._token.cancel()
        if not self._is_running:
            self._start(self._wanted)

    def drop(self) -> None:
        """Nothing is to be told of."""
        self._wanted = None
        self._token.cancel()

    def _start(self, request: ImportRequest) -> None:
        self._is_running, self.mark = True, mark_of(request.path)
        self._token = self._desk.shop.lanes.token()
        self._runner.start(
            request,
            self._token,
            self._on_progress,
            lambda report: self._ended(request, lambda: self._on_done(report)),
            lambda fault: self._ended(request, lambda: self._on_error(fault)),
        )

    def _ended(self, request: ImportRequest, tell: Callable[[], object]) -> None:
        self._is_running = False
        if self._wanted is request:
            tell()
        elif self._wanted is not None:
            self._start(self._wanted)
