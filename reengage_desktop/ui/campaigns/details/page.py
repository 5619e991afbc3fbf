"""The details of a campaign: header figures, what can be done, and four views of what it did."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from reengage_desktop.domain.campaign_results import RecipientStatus
from reengage_desktop.domain.campaign_states import CampaignStatus
from reengage_desktop.domain.moments import stamp
from reengage_desktop.jobs.tasks.own_campaign_views import Campaign
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.campaigns.details.figures import Details, read_details
from reengage_desktop.ui.campaigns.details.history import HistoryPart
from reengage_desktop.ui.campaigns.details.messages import MessagesPart
from reengage_desktop.ui.campaigns.details.recipients import RecipientsPart
from reengage_desktop.ui.campaigns.details.result import ResultPart
from reengage_desktop.ui.campaigns.doing import CampaignDoing
from reengage_desktop.ui.campaigns.states import by_hand_words, campaign_state
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.reading import Reading
from reengage_desktop.ui.widgets.buttons import button, choice_button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.chip import Chip
from reengage_desktop.ui.widgets.flow import FlowLayout, flowing
from reengage_desktop.ui.widgets.kpi import KpiTile
from reengage_desktop.ui.widgets.text import paragraph, row

READ_MS = 500
"""While messages go out the figures are read at most twice a second."""

LIVE_MS = 2000
"""While a campaign runs its figures are read again after so long, also without any news."""

RECIPIENTS, RESULT, MESSAGES, HISTORY = range(4)


class CampaignDetails(QWidget):
    """`renamed` carries the heading; `gone`: there is no such campaign; `copied` carries a new draft's number."""

    renamed = Signal(str)
    gone = Signal()
    copied = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._campaign_id = 0
        self._found: Details | None = None
        self._doing = CampaignDoing(desk, self)
        self._reading: Reading[tuple[int, Details | None]] = Reading(desk, self, self._show)
        self._since_read = QElapsedTimer()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._read_if_seen)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(LIVE_MS)
        self._again.timeout.connect(self._read_if_seen)
        self._seconds = QTimer(self)
        self._seconds.setInterval(1000)
        self._seconds.timeout.connect(self._count_down)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._start_bar())
        layout.addLayout(self._head())
        layout.addLayout(self._tiles())
        layout.addLayout(self._views(), 1)
        self.show_view(RECIPIENTS)

    def show_campaign(self, campaign_id: int) -> None:
        """Shows this campaign, its recipients first."""
        if campaign_id != self._campaign_id:
            # Until it has come, what is pressed goes to none: least of all to the one that was shown before.
            self._campaign_id, self._found = campaign_id, None
            self.show_view(RECIPIENTS)
        self._read()

    def follow(self) -> None:
        """Something has changed: reads again, but not more than twice a second."""
        passed = self._since_read.elapsed() if self._since_read.isValid() else READ_MS
        if passed >= READ_MS:
            self._read()
        elif not self._later.isActive():
            self._later.start(max(1, READ_MS - passed))

    def show_view(self, at: int) -> None:
        """Shows one of the four views."""
        for number, (made, part) in enumerate(zip(self.view_buttons, self.parts, strict=True)):
            made.setChecked(number == at)
            part.setVisible(number == at)
        if self._found is not None:
            self._fill(self._found)

    def _read(self) -> None:
        if not self._campaign_id:
            return
        self._since_read.start()
        shop, campaign_id = self._desk.shop, self._campaign_id
        self._reading.start(lambda: (campaign_id, read_details(shop, campaign_id)))

    def _read_if_seen(self) -> None:
        if self.isVisible():
            self._read()

    def _show(self, read: tuple[int, Details | None]) -> None:
        campaign_id, found = read
        if campaign_id != self._campaign_id:
            return
        if found is None:
            self._campaign_id = 0
            self.gone.emit()
            return
        self._found = found
        campaign, results = found.campaign, found.results
        self.renamed.emit(campaign.plan.name)
        words, tone = campaign_state(campaign.status, found.row.summary.uncertain)
        self.chip.say(words, tone)
        kind = wording.campaign_name(campaign.plan.campaign_type)
        channels = ", ".join(wording.channel_name(each) for each in campaign.plan.channels)
        self.about.setText(f"{kind} · {channels}{self._moment(found)}")
        self.progress.setRange(0, max(1, found.row.summary.recipients))
        self.progress.setValue(min(found.row.summary.sent, found.row.summary.recipients))
        self.progress.setVisible(bool(found.row.summary.waiting))
        self.by_hand.setVisible(
            not found.goes_by_itself and campaign.status is CampaignStatus.ACTIVE and bool(found.row.summary.waiting)
        )
        totals = results.totals
        of_all = self.tr("of {count}").replace("{count}", formats.number(totals.messages))
        self.sent.show_figure(formats.number(totals.sent), of_all)
        self.back.show_figure(formats.number(totals.converted), formats.rate(totals.converted, totals.sent))
        self.money.show_figure(self._desk.money(totals.revenue_minor), self.tr("less refunds"))
        failed = self.tr("%Ln failed", "", totals.failed)
        self.left_out.show_figure(formats.number(results.left_out), failed if totals.failed else "")
        self._fit_actions(found)
        self._count_down()
        if found.is_moving and found.row.summary.waiting:
            self._again.start()
        self._fill(found)

    def _fill(self, found: Details) -> None:
        if self.recipients.isVisibleTo(self):
            self.recipients.show_campaign(found.campaign.id, found.results, goes_by_itself=found.goes_by_itself)
        if self.result.isVisibleTo(self):
            self.result.show_details(found)
        if self.messages.isVisibleTo(self):
            self.messages.show_campaign(found.campaign.id)
        if self.history.isVisibleTo(self):
            self.history.show_details(found)

    def _moment(self, found: Details) -> str:
        stored, plan = found.campaign.stored, found.campaign.plan
        if found.campaign.status is CampaignStatus.SCHEDULED and plan.scheduled_at is not None:
            text, at = self.tr("starts {when}"), plan.scheduled_at
        elif stored.completed_at is not None:
            text, at = self.tr("ended {when}"), stored.completed_at
        elif stored.started_at is not None:
            text, at = self.tr("started {when}"), stored.started_at
        else:
            return ""
        return " · " + text.replace("{when}", self._desk.when(stamp(at)))

    def _fit_actions(self, found: Details) -> None:
        status, is_archived = found.campaign.status, found.campaign.stored.archived_at is not None
        is_running = status in (CampaignStatus.ACTIVE, CampaignStatus.PAUSED)
        self.pause_button.setVisible(status is CampaignStatus.ACTIVE)
        self.resume_button.setVisible(status is CampaignStatus.PAUSED)
        self.stop_button.setVisible(is_running or status is CampaignStatus.SCHEDULED)
        self.unschedule_button.setVisible(status is CampaignStatus.SCHEDULED)
        self.archive_button.setVisible(status in (CampaignStatus.COMPLETED, CampaignStatus.CANCELLED))
        words = self.tr("Bring back") if is_archived else self.tr("Put away")
        self.archive_button.setText(words)
        self.archive_button.setAccessibleName(words)
        failed = found.results.statuses.get(RecipientStatus.FAILED, 0)
        text = self.tr("Try the %Ln failed ones again", "", failed)
        self.retry_button.setText(text)
        self.retry_button.setAccessibleName(text)
        self.retry_button.setVisible(bool(failed) and is_running)

    def _count_down(self) -> None:
        found = self._found
        until = None if found is None else found.row.can_undo_until
        left = 0 if until is None else round((until - self._desk.now()).total_seconds())
        is_open = left > 0
        self.start_bar.setVisible(is_open)
        if not is_open:
            self._seconds.stop()
            return
        if not self._seconds.isActive():
            self._seconds.start()
        self.start_words.setText(self.tr("Starting… The first message leaves in %Ln seconds.", "", left))

    def _start_bar(self) -> Card:
        self.start_bar = Card()
        self.start_words = paragraph("", "heading")
        self.undo_button = button(self.tr("Undo the start"), self._take_back, picture="undo-2", kind="primary")
        line = row([self.start_words, self.undo_button], spacing=12)
        line.setStretch(0, 1)
        self.start_bar.add(line)
        self.start_bar.hide()
        return self.start_bar

    def _head(self) -> QVBoxLayout:
        self.chip = Chip("")
        self.about = paragraph("", "muted")
        self.by_hand = paragraph(by_hand_words(), "warn")
        self.by_hand.hide()
        self.pause_button = button(self.tr("Pause"), partial(self._do, self._doing.pause), picture="pause")
        self.resume_button = button(
            self.tr("Resume"), partial(self._do, self._doing.resume), picture="play", kind="primary"
        )
        self.stop_button = button(self.tr("Stop for good"), partial(self._do, self._doing.stop), picture="circle-slash")
        self.unschedule_button = button(self.tr("Take off the calendar"), self._take_back, picture="undo-2")
        self.retry_button = button("", partial(self._do, self._doing.retry_failed), picture="rotate-ccw")
        self.copy_button = button(self.tr("Copy"), self._copy, picture="copy")
        self.export_button = button(self.tr("Export CSV…"), self._export, picture="download")
        self.archive_button = button(self.tr("Put away"), self._put_away, picture="archive")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("How many have gone out"))
        self.progress.hide()
        buttons: list[QPushButton] = [
            self.pause_button,
            self.resume_button,
            self.unschedule_button,
            self.stop_button,
            self.retry_button,
            self.copy_button,
            self.export_button,
            self.archive_button,
        ]
        for each in buttons[:5]:
            each.hide()
        head = row([self.chip, self.about])
        head.setStretch(1, 1)
        layout = QVBoxLayout()
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.by_hand)
        layout.addWidget(self.progress)
        holder = QWidget()
        flow = FlowLayout(holder)
        for each in buttons:
            flow.addWidget(each)
        flowing(holder)
        layout.addWidget(holder)
        return layout

    def _tiles(self) -> QHBoxLayout:
        self.sent = KpiTile(self.tr("Sent"), self.tr("Messages that went out; a further message counts as one more."))
        self.back = KpiTile(self.tr("Came back"), self.tr("Ordered within the days that count after a message."))
        self.money = KpiTile(
            self.tr("Money brought back"), self.tr("What those who came back ordered, less what was paid back later.")
        )
        self.left_out = KpiTile(
            self.tr("Left out"), self.tr("The campaign is meant for them, but they get no message; the list says why.")
        )
        self.sent.opened.connect(lambda: self._show_recipients(None))
        self.back.opened.connect(lambda: self.show_view(RESULT))
        self.money.opened.connect(lambda: self.show_view(RESULT))
        self.left_out.opened.connect(lambda: self._show_recipients(RecipientStatus.SKIPPED))
        return row([self.sent, self.back, self.money, self.left_out], spacing=12)

    def _views(self) -> QVBoxLayout:
        names = (self.tr("Recipients"), self.tr("Result"), self.tr("Messages"), self.tr("History"))
        self.view_buttons = [choice_button(name, partial(self.show_view, at)) for at, name in enumerate(names)]
        self.recipients, self.result = RecipientsPart(self._desk), ResultPart(self._desk)
        self.messages, self.history = MessagesPart(self._desk), HistoryPart(self._desk)
        self.parts: tuple[QWidget, ...] = (self.recipients, self.result, self.messages, self.history)
        layout = QVBoxLayout()
        layout.setSpacing(10)
        layout.addLayout(row([*self.view_buttons, None]))
        for part in self.parts:
            layout.addWidget(part, 1)
            part.hide()
        return layout

    def _show_recipients(self, status: RecipientStatus | None) -> None:
        self.show_view(RECIPIENTS)
        self.recipients.choose(status)

    def _do(self, what: Callable[[Campaign], object]) -> None:
        if self._found is not None:
            what(self._found.campaign)

    def _take_back(self) -> None:
        if self._found is not None:
            self._doing.take_back(self._found.campaign)

    def _copy(self) -> None:
        if self._found is not None:
            self._doing.duplicate(self._found.campaign, self.copied.emit)

    def _export(self) -> None:
        if self._found is not None:
            self._doing.export(self._found.campaign, self)

    def _put_away(self) -> None:
        found = self._found
        if found is not None and found.campaign.stored.archived_at is not None:
            self._doing.unarchive(found.campaign)
        elif found is not None:
            self._doing.archive(found.campaign)
