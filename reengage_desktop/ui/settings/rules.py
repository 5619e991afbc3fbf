"""When somebody has stopped buying, how often she may be written to, and on which days and hours."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from reengage_desktop.domain.setting_values import WEEKDAYS
from reengage_desktop.domain.settings import Settings
from reengage_desktop.jobs.events import CustomersChanged, Event
from reengage_desktop.jobs.tasks import rhythm
from reengage_desktop.jobs.tasks.rhythm import Proposal
from reengage_desktop.ui.changing import change_setting
from reengage_desktop.ui.reading import Reading
from reengage_desktop.ui.settings.fields import SettingForm
from reengage_desktop.ui.settings.section import Section
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.flow import FlowLayout
from reengage_desktop.ui.widgets.switches import CheckBox
from reengage_desktop.ui.widgets.text import paragraph, row

_THRESHOLD = "reengagement.inactivity_threshold"


class RulesSection(Section):
    """Five cards of rules."""

    follows: ClassVar[tuple[type[Event], ...]] = (CustomersChanged,)

    def parts(self) -> Sequence[Callable[[], object]]:
        """The lapse with the proposal of the shop's own rhythm, the limits, the day, the hours, the counting."""
        return (self._lapse, self._limits, self._each_day, self._days_and_hours, self._counting)

    def show_settings(self, settings: Settings) -> None:
        """Counts by the new rules."""
        super().show_settings(settings)
        self.read()

    def read(self) -> None:
        """Asks the shop's own history what it would propose, and who has stopped buying."""
        shop = self.desk.shop
        self._rhythm.start(lambda: rhythm.propose(shop))

    def _lapse(self) -> None:
        days = (self.tr("day"), self.tr("days"))
        card, form = self.card(self.tr("When has someone stopped buying?"))
        self._rhythm: Reading[Proposal] = Reading(self.desk, self, self._propose)
        self.stopped = paragraph("", "muted")
        self.take_button = button("", self._take, kind="link")
        self.take_button.hide()
        card.body.insertWidget(1, self.stopped)
        card.body.insertLayout(2, row([self.take_button, None]))
        form.number(_THRESHOLD, self.tr("No purchase for"), (1, 365), days)
        form.number(
            "reengagement.too_long_gone_days",
            self.tr("Leave alone who is gone for more than"),
            (0, 36_500),
            days,
            self.tr("0 lifts the limit."),
        )

    def _limits(self) -> None:
        messages = (self.tr("message"), self.tr("messages"))
        _card, form = self.card(
            self.tr("Not too often"),
            self.tr(
                "The first two hold for one person over all messages and channels, whatever else is asked for. The "
                "others, like the limits above and the one a day, are about automatic messages."
            ),
        )
        form.number("reengagement.cap_per_week", self.tr("At most in 7 days"), (1, 7), messages)
        form.number("reengagement.cap_per_month", self.tr("At most in 30 days"), (1, 30), messages)
        form.number("reengagement.max_per_lapse", self.tr("At most between two purchases"), (0, 100), messages)
        form.number(
            "reengagement.repeat_after_days", self.tr("The next one after"), (1, 365), (self.tr("day"), self.tr("days"))
        )

    def _each_day(self) -> None:
        _card, form = self.card(self.tr("Each day"))
        form.switch(
            "reengagement.review_before_sending",
            self.tr("I approve automatic messages before they go"),
            self.tr("Each is written and waits under Campaigns until you have seen it."),
        )
        form.time(
            "reengagement.run_time",
            self.tr("Daily check at"),
            self.tr("A check missed while the PC was off is made up the same day."),
        )
        form.number(
            "reengagement.daily_limit",
            self.tr("At most a day"),
            (0, 1_000_000),
            (self.tr("message"), self.tr("messages")),
            self.tr("0 lifts the limit."),
        )
        form.choice(
            "reengagement.channel_mode",
            self.tr("With several channels"),
            (
                ("first", self.tr("The first one that reaches the customer")),
                ("best", self.tr("The one the customer has responded on, else the first")),
                ("all", self.tr("All of them at once")),
            ),
        )

    def _days_and_hours(self) -> None:
        _card, form = self.card(self.tr("Days and hours"))
        self.weekdays = _Weekdays(form, self.tr("Messages may go on"))
        form.text(
            "sending.holidays",
            self.tr("Never on"),
            self.tr("Your days off: 2026-12-24 once, 12-25 every year, with commas between."),
            placeholder="12-25, 12-26, 01-01",
        )
        form.time(
            "sending.quiet_start",
            self.tr("Quiet from"),
            self.tr("For SMS, WhatsApp and calls, by the customer's own clock."),
        )
        form.time("sending.quiet_end", self.tr("Quiet until"))
        form.number(
            "sending.expires_after_hours", self.tr("Give up when it could not go for"), (1, 720), self.tr("hours")
        )

    def _counting(self) -> None:
        _card, form = self.card(self.tr("Counting what came back"))
        form.number(
            "reengagement.attribution_days",
            self.tr("A purchase counts within"),
            (1, 90),
            (self.tr("day"), self.tr("days")),
            self.tr("The last message before the order gets it, once, without refunds."),
        )
        form.number(
            "reengagement.holdout_percent",
            self.tr("Control group"),
            (0, 50),
            self.tr("%"),
            self.tr("These customers get nothing, so that you see what the messages really bring."),
        )

    def _propose(self, proposal: Proposal) -> None:
        days = self.desk.settings.whole(_THRESHOLD)
        stopped = self.tr("%Ln customers have stopped buying by this rule.", "", proposal.silence.stopped(days))
        found = proposal.rhythm.threshold_days
        if found is None or proposal.rhythm.usual_days is None:
            self.stopped.setText(stopped)
            self.take_button.hide()
            return
        usual = self.tr("Your customers usually buy every %Ln days.", "", round(proposal.rhythm.usual_days))
        self.stopped.setText(f"{usual} {stopped}")
        self._proposed = found
        take = self.tr("Take the proposal: %Ln days", "", found)
        self.take_button.setText(take)
        self.take_button.setAccessibleName(take)
        self.take_button.setVisible(found != days)

    def _take(self) -> None:
        sentence = self.tr("Somebody has stopped buying after %Ln days now.", "", self._proposed)
        change_setting(self.desk, self, _THRESHOLD, str(self._proposed), sentence)


class _Weekdays(QWidget):
    """Seven days to tick, in the order of the owner's own week."""

    def __init__(self, form: SettingForm, name: str) -> None:
        super().__init__()
        self._form = form
        self.boxes: dict[str, CheckBox] = {}
        flow = FlowLayout(self, spacing=10)
        first = QLocale().firstDayOfWeek().value - 1
        for at in range(7):
            number = (first + at) % 7
            made = CheckBox(QLocale().dayName(number + 1, QLocale.FormatType.ShortFormat))
            made.setAccessibleName(QLocale().dayName(number + 1))
            made.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
            made.switched.connect(lambda _on: form.save("sending.allowed_weekdays"))
            self.boxes[WEEKDAYS[number]] = made
            flow.addWidget(made)
        form.own("sending.allowed_weekdays", name, self, self.words)
        form.follow(self.show_settings)

    def words(self) -> str:
        """The ticked days as the setting has them."""
        return ",".join(day for day in WEEKDAYS if self.boxes[day].isChecked())

    def show_settings(self, settings: Settings) -> None:
        """Ticks the stored days."""
        for day, box in self.boxes.items():
            box.setChecked(day in settings.names("sending.allowed_weekdays"))
