"""The line at the bottom: whether sending is on and when the next check is, what waits, and test mode."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QStatusBar

from reengage_desktop.domain.vocabulary import Reason
from reengage_desktop.jobs.events import Event
from reengage_desktop.jobs.tasks import sending
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.reading import Reading
from reengage_desktop.ui.reasons import reason_sentence
from reengage_desktop.ui.standing import Standing, disabled_words, read_standing
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.chip import Chip
from reengage_desktop.ui.widgets.text import label
from reengage_desktop.ui.wording import reason_text


class StatusBar(QStatusBar):
    """Follows everything that can change whether messages go."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setSizeGripEnabled(False)
        self._act: Callable[[], object] = self._see_campaigns
        self._reading: Reading[Standing] = Reading(desk, self, self._show)
        self.sending = button("", self._take_up, kind="link")
        self.waiting = button("", self._see_waiting, kind="link")
        self.waiting.setToolTip(self.tr("Shows the queue"))
        self.to_approve = button("", lambda: desk.go("campaigns", {"approve": True}), kind="link")
        self.to_approve.setToolTip(self.tr("Shows the messages that are ready for your approval"))
        self.test_mode = Chip(self.tr("Test mode"), Tone.WARN)
        self.test_mode.setToolTip(self.tr("Nothing leaves this PC: every message goes to the pretend provider."))
        self.sample = Chip(self.tr("Sample shop"), Tone.WARN)
        self.addWidget(label(" "))
        self.addWidget(self.sending)
        self.addWidget(self.waiting)
        self.addWidget(self.to_approve)
        self.addPermanentWidget(self.sample)
        self.addPermanentWidget(self.test_mode)
        self.addPermanentWidget(label(" "))
        for each in (self.test_mode, self.waiting, self.to_approve):
            each.hide()
        self.sample.setVisible(desk.shop.is_sample)
        desk.bus.changed.connect(self._changed)
        self._load()

    def _changed(self, _event: Event) -> None:
        self._load()

    def _load(self) -> None:
        self._reading.start(lambda: read_standing(self._desk.shop))

    def _show(self, standing: Standing) -> None:
        if standing.paused:
            until = self.tr("■ Sending paused until {when}").replace("{when}", self._desk.when(standing.paused_until))
            words = self.tr("■ Sending paused") if standing.paused_until is None else until
            self._say(words, "bad", self.tr("Resumes sending"), self._resume)
        elif standing.is_disabled:
            self._say(f"■ {disabled_words()}", "bad", self.waiting.toolTip(), self._see_waiting)
        elif not standing.enabled:
            words = self.tr("○ Automatic messages are off")
            self._say(words, "muted", self.tr("Shows the campaigns, where they are switched on"), self._see_campaigns)
        elif not standing.is_clock_right:
            why = reason_sentence(Reason.CLOCK_UNTRUSTED, self._desk.settings)
            self._say(f"■ {reason_text(Reason.CLOCK_UNTRUSTED)}", "bad", why, self._see_waiting)
        elif not standing.goes_by_itself:
            text = self.tr("○ Nothing goes by itself – next check {when}")
            words = text.replace("{when}", self._desk.when(standing.next_check_at))
            tip = self.tr(
                "This PC has no password store: messages go when you press “Send now”. A click pauses all sending."
            )
            self._say(words, "warn", tip, self._pause)
        else:
            text = self.tr("● Sending on – next check {when}")
            words = text.replace("{when}", self._desk.when(standing.next_check_at))
            self._say(words, "ok", self.tr("Pauses all sending"), self._pause)
        self._count(self.waiting, self.tr("%Ln waiting", "", standing.waiting), standing.waiting)
        self._count(self.to_approve, self.tr("%Ln to approve", "", standing.to_approve), standing.to_approve)
        self.test_mode.setVisible(standing.test_mode)

    def _say(self, words: str, role: str, tip: str, act: Callable[[], object]) -> None:
        """What holds now, and what a click does about it."""
        self.sending.setText(words)
        self.sending.setAccessibleName(words)
        self.sending.setAccessibleDescription(tip)
        self.sending.setToolTip(tip)
        if self.sending.property("role") != role:
            self.sending.setProperty("role", role)
            self.sending.style().polish(self.sending)
        self._act = act

    def _take_up(self) -> None:
        self._act()

    def _see_waiting(self) -> None:
        self._desk.go("activity", {"filter": "waiting"})

    def _see_campaigns(self) -> None:
        self._desk.go("campaigns", {})

    def _pause(self) -> None:
        shop, sentence = self._desk.shop, self.tr("Sending is paused. Nobody is written to until you resume.")
        self._desk.act(lambda: sending.pause(shop), self, lambda _: self._desk.say(sentence, self._resume))

    def _resume(self) -> None:
        shop, sentence = self._desk.shop, self.tr("Sending goes on.")
        self._desk.act(lambda: sending.resume(shop), self, lambda _: self._desk.say(sentence))

    @staticmethod
    def _count(link: QPushButton, words: str, count: int) -> None:
        link.setText(words)
        link.setAccessibleName(words)
        link.setVisible(count > 0)
