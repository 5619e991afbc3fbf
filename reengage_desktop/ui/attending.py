"""Looks after what concerns the whole window: bars for paused and broken things, faults, imports asked for anywhere."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reengage_desktop.domain.moments import stamp
from reengage_desktop.jobs.events import Event, PausedChanged, RunFinished, WokeUp
from reengage_desktop.jobs.refusals import find_sentence
from reengage_desktop.jobs.tasks import sending
from reengage_desktop.ui.desk import BY_HAND, REPLIES, WHILE_OFF
from reengage_desktop.ui.faults import FaultDialog, details_of
from reengage_desktop.ui.importing.dropping import Landing
from reengage_desktop.ui.reading import Reading
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.info_bar import InfoBar

if TYPE_CHECKING:
    from reengage_desktop.ui.desk import Desk

ShowBar = Callable[[str, InfoBar | None], None]
"""Puts a bar over the pages in place of the one with the same key; None takes that one away."""


class Attendant(QObject):
    """Shows the bars over the tabs and opens the dialogs that more than one page asks for."""

    def __init__(self, desk: "Desk", window: QWidget, show_bar: ShowBar) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._show_bar = show_bar
        self._told_pause = ""
        self._pausing: Reading[sending.Paused] = Reading(desk, self, self._show_pause)
        desk.failed.connect(self.tell)
        desk.mended.connect(lambda: show_bar("fault", None))
        desk.import_asked.connect(self._import)
        Landing(window).dropped.connect(self._import_files)
        desk.setup_asked.connect(self._set_up)
        desk.work_asked.connect(self._work)
        desk.bus.changed.connect(self._changed)
        if desk.shop.is_sample:
            text = self.tr("Sample shop: these customers are invented, and nothing leaves this PC.")
            bar = InfoBar(text, Tone.WARN)
            if desk.has_own_shop:
                bar.offer(self.tr("Back to my shop"), desk.own_shop_asked.emit)
                bar.offer(self.tr("Remove the sample shop"), desk.sample_removal_asked.emit)
            show_bar("sample", bar.closable(self.tr("Put this bar away")))
        self._read_pause()

    def tell(self, fault: BaseException) -> None:
        """A fault somebody foresaw becomes a bar with its sentence, a surprise a dialog with details."""
        if find_sentence(fault) is None:
            self._show_surprise(fault)
        else:
            from reengage_desktop.ui.telling import fault_words  # noqa: PLC0415 - only when something failed

            self._show_bar("fault", InfoBar(fault_words(fault), Tone.BAD).closable(self.tr("Put this bar away")))

    def _show_surprise(self, fault: BaseException) -> None:
        """One dialog at a time: a fault that comes with every painting must not bury the window in them."""
        if self._window.findChild(FaultDialog) is None:
            FaultDialog(details_of(fault), self._window).open()

    def _import(self, path: str) -> None:
        self._import_files([path] if path else [])

    def _import_files(self, names: list[str]) -> None:
        from reengage_desktop.ui.importing.dialog import ImportDialog  # noqa: PLC0415 - when it is first needed

        dialog = ImportDialog(self._desk, self._window)
        dialog.open()
        if names:
            dialog.take_files(names)

    def _set_up(self) -> None:
        from reengage_desktop.ui.first_run.dialog import FirstRunDialog  # noqa: PLC0415 - once in a shop's life

        if self._window.findChild(FirstRunDialog) is None:
            FirstRunDialog(self._desk, self._window).open()

    def _work(self, kind: str) -> None:
        from reengage_desktop.ui.activity.while_off import WhileOffDialog  # noqa: PLC0415 - when it is first needed
        from reengage_desktop.ui.by_hand.dialog import ByHandDialog  # noqa: PLC0415
        from reengage_desktop.ui.replies.dialog import RepliesDialog  # noqa: PLC0415

        kinds = {BY_HAND: ByHandDialog, REPLIES: RepliesDialog, WHILE_OFF: WhileOffDialog}
        dialog = kinds[kind]
        if self._window.findChild(dialog) is None:
            dialog(self._desk, self._window).open()

    def _changed(self, event: Event) -> None:
        if isinstance(event, PausedChanged | RunFinished | WokeUp):  # after midnight the end has another name
            self._read_pause()

    def _read_pause(self) -> None:
        self._pausing.start(lambda: sending.read_pause(self._desk.shop))

    def _show_pause(self, found: sending.Paused) -> None:
        """The same words again leave the bar alone, with the keyboard on its button."""
        words = self._pause_words(found)
        if words == self._told_pause:
            return
        self._told_pause = words
        bar = InfoBar(words, Tone.BAD).offer(self.tr("Resume sending"), self._resume) if words else None
        self._show_bar("paused", bar)

    def _pause_words(self, found: sending.Paused) -> str:
        if not found.paused:
            return ""
        if found.cause == "copied":
            return self.tr(
                "Sending is paused because this shop was copied or moved here: from two places the same people would "
                "be written to twice. Resume only where you go on working; what waits stays in the queue."
            )
        if found.cause == "restored":
            return self.tr(
                "Sending is paused because a backup was restored: nobody is written to until you resume. What waits "
                "stays in the queue."
            )
        if found.until is None:
            return self.tr("Sending is paused: nobody is written to until you resume. What waits stays in the queue.")
        text = self.tr("Sending is paused until {when}. What waits stays in the queue.")
        return text.replace("{when}", self._desk.when(stamp(found.until)))

    def _resume(self) -> None:
        self._desk.act(lambda: sending.resume(self._desk.shop), self, lambda _: None)
