"""Did the messages cause it? What the control group says, or how it is counted where there is none."""

from PySide6.QtCore import QCoreApplication

from reengage_desktop.domain.judging import Lift, judge
from reengage_desktop.ui import formats
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.info_button import InfoButton
from reengage_desktop.ui.widgets.text import paragraph


class LiftCard(Card):
    """One sentence with its figures, and how sure they are; or the way to a control group."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(QCoreApplication.translate("LiftCard", "Did the messages bring them back?"))
        self._desk = desk
        self._info = InfoButton(self.heading.text())
        self.add_to_head(self._info)
        self.sentence = paragraph()
        self.certainty = paragraph("", "muted")
        self.add(self.sentence)
        self.add(self.certainty)
        self.to_settings = button(
            self.tr("Set up a control group"), lambda: desk.go("settings", {"section": "rules"}), kind="link"
        )
        self.add(self.to_settings)

    def show_lift(self, lift: Lift | None, converted: int) -> None:
        """Says what came of the messages beyond who would have come anyway; `converted` as counted without that."""
        settings = self._desk.settings
        has_group = settings.whole("reengagement.holdout_percent") > 0
        days = formats.number(settings.whole("reengagement.attribution_days"))
        self.to_settings.setVisible(lift is None and not has_group)
        words = self.tr(
            "Both groups are counted alike: customers whom the daily check found due in this time, and who ordered up "
            "to {days} days later; only those whose {days} days are over. “Between” names the range in which the truth "
            "lies in 95 of 100 such comparisons."
        )
        self._info.define(words.replace("{days}", days) if lift is not None else "")
        if lift is not None:
            self._show_comparison(lift)
            return
        counted = self.tr(
            "Whoever orders within {days} days of a message counts as come back: {count} did. Some of them would have "
            "come anyway; only a control group, customers who are left alone on purpose, can tell how many."
        )
        if has_group:
            counted = self.tr(
                "Whoever orders within {days} days of a message counts as come back: {count} did. What the control "
                "group says of that is known {days} days after the first customer was left alone; choose more days."
            )
        self.sentence.setText(counted.replace("{days}", days).replace("{count}", formats.number(converted)))
        self.certainty.hide()

    def _show_comparison(self, lift: Lift) -> None:
        number = formats.number
        if judge(lift.written.returned, lift.written.customers) is None:
            words = self.tr("{few}: {written} customers were due for a message, {held} were left alone.")
            words = words.replace("{few}", formats.few_words(_rounded(lift.needed)))
        else:
            words = self.tr(
                "Brought back by the messages: {lift} ({returned} minus {anyway} who would have come anyway)"
            )
            words = words.replace("{lift}", number(lift.brought_back)).replace("{anyway}", number(lift.would_have_come))
            words = words.replace("{returned}", number(lift.written.returned))
        words = words.replace("{written}", number(lift.written.customers))
        self.sentence.setText(words.replace("{held}", number(lift.held_out.customers)))
        self.certainty.setText(self._certainty(lift))
        self.certainty.show()

    def _certainty(self, lift: Lift) -> str:
        lower, upper = (formats.number(each) for each in lift.interval)
        arms = self.tr(
            "{returned} of {written} who were due came back, {group} of {held} in the control group. In truth the "
            "messages brought between {lower} and {upper}."
        )
        for name, value in (
            ("{returned}", lift.written.returned),
            ("{written}", lift.written.customers),
            ("{group}", lift.held_out.returned),
            ("{held}", lift.held_out.customers),
        ):
            arms = arms.replace(name, formats.number(value))
        arms = arms.replace("{lower}", lower).replace("{upper}", upper)
        return arms if lift.is_certain else f"{arms} {self.tr('It may still be chance.')}"


def _rounded(count: int) -> int:
    """An "about": two digits say what it can."""
    step = int(10 ** max(0, len(str(count)) - 2))
    return -(-count // step) * step
