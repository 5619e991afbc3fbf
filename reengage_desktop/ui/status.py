"""The line at the bottom: whether sending is on and when the next check is, what waits, and test mode."""

from PySide6.QtWidgets import QStatusBar

from reengage_desktop.jobs.events import Event
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.standing import Standing, read_standing
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.chip import Chip
from reengage_desktop.ui.widgets.text import label, set_role


class StatusBar(QStatusBar):
    """Follows everything that can change whether messages go."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setSizeGripEnabled(False)
        self.sending = label("", "muted")
        self.waiting = button("", lambda: desk.go("activity", {"filter": "waiting"}), kind="link")
        self.waiting.setAccessibleName(self.tr("Messages that wait"))
        self.test_mode = Chip(self.tr("Test mode"), Tone.WARN)
        self.test_mode.setToolTip(self.tr("Nothing leaves this PC: every message goes to the pretend provider."))
        self.sample = Chip(self.tr("Sample shop"), Tone.WARN)
        self.addWidget(label(" "))
        self.addWidget(self.sending)
        self.addWidget(self.waiting)
        self.addPermanentWidget(self.sample)
        self.addPermanentWidget(self.test_mode)
        self.addPermanentWidget(label(" "))
        self.test_mode.hide()
        self.sample.setVisible(desk.shop.is_sample)
        desk.bus.changed.connect(self._changed)
        self._load()

    def _changed(self, _event: Event) -> None:
        self._load()

    def _load(self) -> None:
        self._desk.read(lambda: read_standing(self._desk.shop), self, self._show)

    def _show(self, standing: Standing) -> None:
        if standing.paused:
            self.sending.setText(self.tr("■ Sending paused"))
            set_role(self.sending, "bad")
        elif not standing.enabled:
            self.sending.setText(self.tr("○ Automatic messages are off"))
            set_role(self.sending, "muted")
        else:
            text = self.tr("● Sending on – next check {when}")
            self.sending.setText(text.replace("{when}", self._desk.when(standing.next_check_at)))
            set_role(self.sending, "ok")
        self.waiting.setText(self.tr("%Ln waiting", "", standing.waiting))
        self.waiting.setVisible(standing.waiting > 0)
        self.test_mode.setVisible(standing.test_mode)
