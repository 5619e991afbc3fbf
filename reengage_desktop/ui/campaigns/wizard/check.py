"""Page 5: who gets it, who does not and why, by which way, when, for how much; and what stands in the way."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from reengage_desktop.domain.campaign_plans import CampaignPlan
from reengage_desktop.domain.criteria import Criteria
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.reviews import Review
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.tasks import owner_campaigns
from reengage_desktop.jobs.tasks.pace import goes_by_itself
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.background import ProgressWire
from reengage_desktop.ui.campaigns.reasons import ReasonLinks
from reengage_desktop.ui.campaigns.states import by_hand_words
from reengage_desktop.ui.campaigns.wizard.planning import split
from reengage_desktop.ui.campaigns.wizard.preview import PlanPreview
from reengage_desktop.ui.campaigns.wizard.remarks import remark_page, remark_words
from reengage_desktop.ui.campaigns.wizard.step import WizardStep
from reengage_desktop.ui.campaigns.wizard.texts import Texts, read_texts, text_of, wordings_of
from reengage_desktop.ui.campaigns.wizard.when import over_words
from reengage_desktop.ui.criteria import sentence_of
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.info_bar import InfoBar
from reengage_desktop.ui.widgets.test_sending import ask_for_test
from reengage_desktop.ui.widgets.text import clear, label, paragraph, row


class CheckStep(WizardStep):
    """The start's own count, not an estimate. `reviewed` carries it, None while it is being made."""

    reviewed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._plan: CampaignPlan | None = None
        self._asked = 0
        self._goes_by_itself = True
        self.review: Review | None = None
        self.remarks = QVBoxLayout()
        self.remarks.setSpacing(6)
        self.layout_box.addLayout(self.remarks)
        self._build_summary()
        self.preview = PlanPreview(desk, self.tr("Preview for"))
        self.test_button = button(self.tr("Send me a test…"), self.send_test, picture="send")
        self.preview.add(row([None, self.test_button]))
        sides = QHBoxLayout()
        sides.setSpacing(12)
        sides.addWidget(self.summary, 1)
        sides.addWidget(self.preview, 1)
        self.layout_box.addLayout(sides, 1)

    def _build_summary(self) -> None:
        self.summary = Card(grows=True)
        self.verdict = paragraph("", "heading")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Looking at your customers"))
        self.matching = paragraph("")
        self.reasons = ReasonLinks(self._desk)
        self.show_all = button("", self._show_recipients, kind="link")
        self.show_left_out = button("", self._show_left_out, kind="link")
        self.channels = paragraph("")
        self.prices = button(
            self.tr("Enter what a message costs…"),
            partial(self._desk.go, "settings", {"section": "connections"}),
            kind="link",
        )
        self.when = paragraph("")
        self.control = paragraph("")
        self.further = paragraph("")
        for part in (self.verdict, self.progress, self.matching, self.reasons):
            self.summary.add(part)
        self.summary.add(row([self.show_all, self.show_left_out, None], spacing=14))
        self._sections: list[tuple[QWidget, QWidget]] = []
        for heading, part in (
            (self.tr("By which way"), self.channels),
            (self.tr("When"), self.when),
            (self.tr("Control group"), self.control),
            (self.tr("And then"), self.further),
        ):
            head = label(heading, "heading")
            head.setContentsMargins(0, 8, 0, 0)
            self.summary.add(head)
            self.summary.add(part)
            self._sections.append((head, part))
            if part is self.channels:
                self.summary.add(row([self.prices, None]))
        self.summary.body.addStretch(1)

    def show_plan(self, plan: CampaignPlan, campaign_id: int | None) -> None:
        """Counts anew, in the background; nothing is written."""
        self._plan, self.review = plan, None
        self._asked += 1
        asked, shop = self._asked, self._desk.shop
        payload = plan.as_payload(self._desk.zone)
        self._show_waiting()
        self.preview.show_plan(plan)
        wire = ProgressWire(self._desk)
        wire.progressed.connect(lambda done, total: self._show_progress(asked, done, total))
        self._desk.take_long(
            lambda: (
                owner_campaigns.review(
                    shop, payload, campaign_id, stop=lambda: asked != self._asked, tell=wire.progressed.emit
                ),
                goes_by_itself(shop),
            ),
            self,
            lambda found: self._show(asked, *found),
            lambda fault: self._refuse(asked, fault),
        )

    def show_starting(self, done: int, total: int) -> None:
        """How far a start has come; a total of 0: it has only begun."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress.show()

    def leave(self) -> None:
        """Stops counting: nobody looks at it any more."""
        self._asked += 1

    def problem(self) -> str:
        """What keeps the campaign from starting; the first of several."""
        if self.review is None:
            return self.tr("Still looking at your customers.")
        if self.review.stops:
            return remark_words(self.review.stops[0])
        at = None if self._plan is None else self._plan.scheduled_at
        if at is not None:
            return over_words() if at <= self._desk.now() else ""
        return "" if self.review.will_get else self.tr("Nobody would get this message now.")

    def send_test(self) -> None:
        """Asks for the owner's own address and sends this message there."""
        plan, channel, shop = self._plan, self.preview.channel, self._desk.shop
        if plan is not None:
            self._desk.read(
                lambda: read_texts(shop, plan), self, lambda texts: self._ask_for_test(plan, channel, texts)
            )

    def _ask_for_test(self, plan: CampaignPlan, channel: ChannelName, texts: Texts) -> None:
        template = text_of(plan, channel, texts)
        if template is not None:
            wordings = wordings_of(plan, channel, texts)
            ask_for_test(self._desk, self, template, channel, self.preview.customer_id, wordings)

    def _show_waiting(self) -> None:
        clear(self.remarks)
        self.verdict.setText(self.tr("Looking at your customers…"))
        self.progress.setRange(0, 0)
        self.progress.show()
        for shown in (self.matching, self.reasons, self.show_all, self.show_left_out, self.prices):
            shown.hide()
        for head, part in self._sections:
            head.hide()
            part.hide()
        self.reviewed.emit(None)

    def _show_progress(self, asked: int, done: int, total: object) -> None:
        if asked == self._asked and self.review is None and isinstance(total, int):
            self.progress.setRange(0, max(1, total))
            self.progress.setValue(done)

    def _refuse(self, asked: int, fault: BaseException) -> None:
        if asked == self._asked:
            self.progress.hide()
            self.verdict.setText(self.tr("The plan can't be checked as it is."))
            self._desk.failed.emit(fault)

    def _show(self, asked: int, found: Review, goes_by_itself: bool) -> None:  # noqa: FBT001 - as it was read
        plan = self._plan
        if asked != self._asked or plan is None:
            return
        self.review, self._goes_by_itself = found, goes_by_itself
        self.progress.hide()
        self.verdict.setText(self.tr("%Ln customers will get this message", "", found.will_get))
        self._show_people(plan, found)
        self.channels.setText(self._by_channel(found))
        self.prices.setVisible(found.cost is None and bool(set(found.by_channel) & _PRICED))
        self.when.setText(self._dates(plan, found))
        control = self.tr("{share}\u00a0% get nothing, so that you can see what the message really brings.")
        self.control.setText(control.replace("{share}", str(plan.holdout_percent)))
        self.further.setText(self._further(plan))
        wanted = (True, True, plan.holdout_percent > 0, bool(plan.steps))
        for (head, part), is_wanted in zip(self._sections, wanted, strict=True):
            head.setVisible(is_wanted)
            part.setVisible(is_wanted)
        clear(self.remarks)
        self._show_remarks(found.stops, Tone.BAD)
        if plan.scheduled_at is not None and plan.scheduled_at <= self._desk.now():
            self.remarks.addWidget(InfoBar(over_words(), Tone.BAD))
        self._show_remarks(found.warnings, Tone.WARN)
        self.preview.show_people(found.will_get_ids, found.channel_of)
        self.reviewed.emit(found)

    def _show_people(self, plan: CampaignPlan, found: Review) -> None:
        left_out = found.matching - found.will_get
        who, without = split(plan.target_criteria)
        words = self.tr("%Ln customers are meant:", "", found.matching)
        text = f"{words} {sentence_of(who, self._desk.currency)}."
        if without:
            named = sentence_of(Criteria("any", without), self._desk.currency)
            text += " " + self.tr("Without: {customers}.").replace("{customers}", named)
        if left_out:
            text += " " + self.tr("%Ln of them get nothing:", "", left_out)
        self.matching.setText(text)
        self.matching.show()
        self.reasons.show_reasons({str(reason): ids for reason, ids in found.left_out_ids.items()})
        self.show_all.setText(self.tr("Show the %Ln who get it", "", found.will_get))
        self.show_all.setVisible(bool(found.will_get))
        self.show_left_out.setText(self.tr("Show the %Ln who do not", "", left_out))
        self.show_left_out.setVisible(bool(left_out))
        for made in (self.show_all, self.show_left_out):
            made.setAccessibleName(made.text())

    def _by_channel(self, found: Review) -> str:
        parts = []
        for channel, count in sorted(found.by_channel.items(), key=lambda pair: -pair[1]):
            text = f"{formats.number(count)} × {wording.channel_name(channel)}"
            if channel is ChannelName.SMS:
                text += " (" + self.tr("%Ln SMS parts", "", found.sms_parts) + ")"
            parts.append(text)
        words = " · ".join(parts) or "–"
        if found.cost is not None and found.cost.minor:
            return f"{words} ≈ {formats.amount(found.cost.minor, found.cost.currency)}"
        if found.cost is not None:
            return f"{words} · {self.tr('costs nothing a message')}"
        return words

    def _dates(self, plan: CampaignPlan, found: Review) -> str:
        if plan.scheduled_at is None:
            text = self.tr("As soon as you start, after half a minute in which you can take it back.")
        else:
            begins = self.tr("On {day}, by the customers as they are then.")
            text = begins.replace("{day}", self._desk.exact(stamp(plan.scheduled_at)))
        if plan.daily_limit:
            text += " " + self.tr("At most %Ln messages a day.", "", plan.daily_limit)
        if plan.rate_limit_per_minute:
            text += " " + self.tr("At most %Ln messages a minute.", "", plan.rate_limit_per_minute)
        if not self._goes_by_itself:
            text += " " + by_hand_words()
        elif found.finishes_on is not None:
            text += " " + self.tr("Done by {day}.").replace("{day}", formats.week_day(found.finishes_on).rstrip("."))
        return text

    def _further(self, plan: CampaignPlan) -> str:
        lines = []
        for each in plan.steps:
            text = self.tr("%Ln days later by {channel}", "", each.after_days)
            lines.append(text.replace("{channel}", wording.channel_name(each.channel)))
        return self.tr("{steps}; whoever has bought, answered or said no gets none of them.").replace(
            "{steps}", ", ".join(lines)
        )

    def _show_remarks(self, remarks: Sequence[Sentence], tone: Tone) -> None:
        for each in remarks:
            bar = InfoBar(remark_words(each), tone)
            page = remark_page(each)
            if page is not None:
                bar.offer(self.tr("Mend it…"), partial(self._desk.go, *page))
            self.remarks.addWidget(bar)

    def _show_recipients(self) -> None:
        if self.review is not None:
            title = self.tr("Will get this message")
            self._desk.go("customers", {"ids": list(self.review.will_get_ids), "title": title})

    def _show_left_out(self) -> None:
        if self.review is not None:
            ids = [each for some in self.review.left_out_ids.values() for each in some]
            self._desk.go("customers", {"ids": ids, "title": self.tr("Will not get this message")})


_PRICED = frozenset({ChannelName.SMS, ChannelName.WHATSAPP, ChannelName.CALL})
