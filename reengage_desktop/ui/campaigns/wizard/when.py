"""Page 4: when it begins, how fast it goes, and who is left alone on purpose to see what it brings."""

from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import QButtonGroup, QWidget

from reengage_desktop.domain.campaign_plans import CampaignPlan
from reengage_desktop.domain.settings import Settings
from reengage_desktop.ui import formats
from reengage_desktop.ui.campaigns.wizard.step import WizardStep
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.inputs import DateEdit, SpinBox, TimeEdit, pad
from reengage_desktop.ui.widgets.switches import RadioButton
from reengage_desktop.ui.widgets.text import label, paragraph, row
from reengage_desktop.ui.wording import translate

_SHARES = (0, 5, 10, 20)


class WhenStep(WizardStep):
    """Once now, or on a day; the limits that hold for everybody are shown, not asked again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._other_share = 0
        begin = Card(self.tr("When does it begin?"))
        self.now_choice = RadioButton(self.tr("As soon as I press Start"))
        self.later_choice = RadioButton(self.tr("On a day"))
        for each in (self.now_choice, self.later_choice):
            each.setAccessibleName(each.text())
            each.switched.connect(self._edited)
        self.day = DateEdit()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat(formats.written("ddd d MMM yyyy"))
        self.day.setAccessibleName(self.tr("Day on which it begins"))
        self.day.setProperty("room", "day")
        self.time = TimeEdit()
        self.time.setDisplayFormat("HH:mm")
        self.time.setAccessibleName(self.tr("Time at which it begins"))
        for field in (self.day, self.time):
            pad(field)
            field.editingFinished.connect(self._edited)
        self.zone = label("", "muted")
        begin.add(self.now_choice)
        begin.add(row([self.later_choice, self.day, label(self.tr("at")), self.time, self.zone, None]))
        self.layout_box.addWidget(begin)
        self.layout_box.addWidget(self._pace_card())
        self.layout_box.addWidget(self._control_card())
        self.layout_box.addStretch(1)

    def show_plan(self, plan: CampaignPlan, campaign_id: int | None) -> None:
        """Shows when and how fast."""
        settings, zone = self._desk.settings, self._desk.zone
        at = plan.scheduled_at
        self.now_choice.setChecked(at is None)
        self.later_choice.setChecked(at is not None)
        local = (at or _tomorrow_morning(self._desk.now())).astimezone(zone)
        if at is None:
            local = local.replace(hour=9, minute=0)
        self.day.setMinimumDate(_qdate(self._desk.now().astimezone(zone)))
        self.day.setDate(_qdate(local))
        self.time.setTime(QTime(local.hour, local.minute))
        self.zone.setText(f"({settings.text('business.timezone')})")
        self.per_day.setValue(plan.daily_limit)
        self.per_minute.setValue(plan.rate_limit_per_minute)
        self._other_share = plan.holdout_percent if plan.holdout_percent not in _SHARES else 0
        chosen = self.shares.button(plan.holdout_percent)
        if chosen is not None:
            chosen.setChecked(True)
        self.caps.setText(self._caps(settings))
        self._fit()

    def taken(self, plan: CampaignPlan) -> CampaignPlan:
        """The plan with its time, pace and control group."""
        share = self.shares.checkedId()
        return replace(
            plan,
            scheduled_at=self._moment() if self.later_choice.isChecked() else None,
            daily_limit=self.per_day.value(),
            rate_limit_per_minute=self.per_minute.value(),
            holdout_percent=share if share >= 0 else self._other_share,
        )

    def problem(self) -> str:
        """The day must lie ahead."""
        if self.later_choice.isChecked() and self._moment() <= self._desk.now():
            return over_words()
        return ""

    def _pace_card(self) -> Card:
        card = Card(self.tr("How fast?"))
        card.take_what_it_needs()
        self.per_day, self.per_minute = SpinBox(), SpinBox()
        for field, name, most in (
            (self.per_day, self.tr("Messages a day"), 1_000_000),
            (self.per_minute, self.tr("Messages a minute"), 100_000),
        ):
            field.setRange(0, most)
            field.setSpecialValueText(self.tr("no limit"))
            field.setAccessibleName(name)
            field.setProperty("room", "count")
            pad(field)
            field.editingFinished.connect(self._edited)
        card.add(
            row(
                [
                    label(self.tr("At most")),
                    self.per_day,
                    label(self.tr("messages a day,")),
                    self.per_minute,
                    label(self.tr("a minute.")),
                    None,
                ]
            )
        )
        self.caps = paragraph("", "muted")
        card.add(self.caps)
        self.rules = button(
            self.tr("Change these limits…"), lambda: self._desk.go("settings", {"section": "rules"}), kind="link"
        )
        card.add(row([self.rules, None]))
        return card

    def _control_card(self) -> Card:
        card = Card(self.tr("Do you want to know what it really brings?"))
        card.take_what_it_needs()
        card.add(
            paragraph(
                self.tr(
                    "Leave a few out at random. Whoever of them comes anyway would have come without a message, and "
                    "the result says so."
                ),
                "muted",
            )
        )
        self.shares = QButtonGroup(self)
        choices = []
        for share in _SHARES:
            words = self.tr("Nobody") if not share else self.tr("{share}\u00a0%").replace("{share}", str(share))
            made = RadioButton(words)
            made.setAccessibleName(self.tr("Control group: {share}").replace("{share}", words))
            made.switched.connect(self._edited)
            self.shares.addButton(made, share)
            choices.append(made)
        line: list[QWidget | None] = [*choices, None]
        card.add(row(line, spacing=18))
        return card

    def _caps(self, settings: Settings) -> str:
        text = self.tr(
            "Whatever you choose: at most {week} a week and {month} a month to one person, over all campaigns. Texts, "
            "calls and push messages are silent from {from} to {until} of the customer's own time. How many messages "
            "somebody gets between two purchases is limited for the automatic ones only, not for this campaign."
        )
        for name, key in (("{week}", "reengagement.cap_per_week"), ("{month}", "reengagement.cap_per_month")):
            text = text.replace(name, str(settings.whole(key)))
        for name, key in (("{from}", "sending.quiet_start"), ("{until}", "sending.quiet_end")):
            text = text.replace(name, settings.text(key))
        return text

    def _moment(self) -> datetime:
        day, time = self.day.date(), self.time.time()
        return datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=self._desk.zone)

    def _edited(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        for field in (self.day, self.time):
            field.setEnabled(self.later_choice.isChecked())


def over_words() -> str:
    """That a campaign can't begin in the past."""
    return translate("WhenStep", "That moment is over. Choose a later one, or begin at once.")


def _tomorrow_morning(now: datetime) -> datetime:
    return now + timedelta(days=1)


def _qdate(moment: datetime) -> QDate:
    return QDate(moment.year, moment.month, moment.day)
