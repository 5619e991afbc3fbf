"""The limits that all automatic campaigns share, as sentences with their numbers."""

from PySide6.QtWidgets import QSizePolicy

from reengage_desktop.domain.settings import Settings
from reengage_desktop.ui.campaigns.rule import RuleSentence
from reengage_desktop.ui.changing import change_setting
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.picture import Picture
from reengage_desktop.ui.widgets.switches import CheckBox
from reengage_desktop.ui.widgets.text import label, row


class LimitsCard(Card):
    """How often, how many, how long: nobody is pestered, whatever the campaigns would like."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        picture = Picture("shield-check", Tone.OK, 20)
        self.add(row([picture, label(self.tr("Limits for all of them"), "heading"), None]))
        sentences = (
            self.tr("Messages to one person: at most {cap_per_week} a week and {cap_per_month} a month."),
            self.tr("Between two purchases at most {max_per_lapse} messages, {repeat_after_days} days apart."),
            self.tr("Nobody whose last order is more than {too_long_gone_days} days ago; at most {daily_limit} a day."),
        )
        self.rules = [RuleSentence(desk, sentence) for sentence in sentences]
        for each in self.rules:
            self.add(each)
        self.review = CheckBox(self.tr("I look at every message before it goes"))
        self.review.setAccessibleName(self.review.text())
        self.review.switched.connect(self._switch_review)
        self.review.hide()
        self._is_asked = False
        self.body.addStretch(1)
        self.add(self.review)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_settings(self, settings: Settings) -> None:
        """Shows the stored numbers."""
        for each in self.rules:
            each.show_settings(settings)
        self._is_asked = settings.is_on("reengagement.review_before_sending")
        self.review.setChecked(self._is_asked)
        self.review.show()

    def stands(self) -> bool:
        """Whether all is still as it was shown last: the owner's hand has changed nothing since."""
        return self.review.isChecked() is self._is_asked and all(each.stands() for each in self.rules)

    def _switch_review(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        sentence = (
            self.tr("Every automatic message waits for your approval.")
            if on
            else self.tr("Automatic messages go out without being asked about.")
        )
        key = "reengagement.review_before_sending"
        change_setting(self._desk, self, key, "true" if on else "false", sentence)
