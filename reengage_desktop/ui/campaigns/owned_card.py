"""One campaign of the owner's in the list: where it stands, how far it is, what it brought, and what can be done."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu, QProgressBar, QPushButton

from reengage_desktop.domain.campaign_states import CampaignStatus
from reengage_desktop.domain.moments import stamp
from reengage_desktop.jobs.tasks.own_campaign_views import Campaign, CampaignRow
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.campaigns.doing import CampaignDoing
from reengage_desktop.ui.campaigns.states import campaign_state
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.chip import Chip
from reengage_desktop.ui.widgets.spoken_menu import give_menu
from reengage_desktop.ui.widgets.text import column, paragraph, row


@dataclass(frozen=True)
class Ways:
    """Where a card leads: to the details, to the wizard with a draft."""

    open: Callable[[int], object]
    edit: Callable[[int], object]


class OwnedCard(Card):
    """Enter on its name opens it."""

    def __init__(self, desk: Desk, found: CampaignRow, ways: Ways, doing: CampaignDoing) -> None:
        super().__init__()
        self._desk = desk
        self._found = found
        self._ways = ways
        self._doing = doing
        campaign, summary = found.campaign, found.summary
        self.body.setSpacing(4)
        name = campaign.plan.name
        self.name = button(_shown(name), self._open, kind="link", tip=name)
        self.name.setAccessibleName(self.tr("Open “{name}”").replace("{name}", name))
        self.name.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        words, tone = campaign_state(campaign.status, summary.uncertain)
        self.chip = Chip(words, tone)
        kind = wording.campaign_name(campaign.plan.campaign_type)
        channels = ", ".join(wording.channel_name(each) for each in campaign.plan.channels)
        self.about = paragraph(f"{kind} · {channels} · {self._time(found)}", "muted")
        self.figures = paragraph(self._figures(found))
        self.figures.setHidden(not summary.recipients)
        left = column([row([self.name, self.chip, None]), self.about, self.figures], spacing=2)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, max(1, summary.recipients))
        self.progress.setValue(min(summary.sent, summary.recipients))
        self.progress.setFixedWidth(120)
        self.progress.setAccessibleName(self.tr("Progress of “{name}”").replace("{name}", name))
        self.progress.setHidden(not summary.recipients)
        self.main_button = self._main_button(campaign)
        self.more_button = button(self.tr("More"))
        self.more_button.setAccessibleName(self.tr("More for “{name}”").replace("{name}", name))
        self.menu = QMenu(self.more_button)
        give_menu(self.more_button, self.menu)
        self._fill_menu(campaign)
        line = row([left, self.progress, self.main_button, self.more_button], spacing=12)
        line.setStretch(0, 1)
        self.add(line)

    def _open(self) -> None:
        campaign = self._found.campaign
        (self._ways.edit if campaign.status is CampaignStatus.DRAFT else self._ways.open)(campaign.id)

    def _time(self, found: CampaignRow) -> str:
        stored, plan = found.campaign.stored, found.campaign.plan
        if found.campaign.status is CampaignStatus.SCHEDULED and plan.scheduled_at is not None:
            return self.tr("starts {when}").replace("{when}", self._desk.when(stamp(plan.scheduled_at)))
        if stored.completed_at is not None:
            return self.tr("ended {when}").replace("{when}", self._desk.when(stamp(stored.completed_at)))
        if stored.started_at is not None:
            return self.tr("started {when}").replace("{when}", self._desk.when(stamp(stored.started_at)))
        return self.tr("made {when}").replace("{when}", self._desk.when(stamp(stored.created_at)))

    def _figures(self, found: CampaignRow) -> str:
        summary = found.summary
        if not summary.recipients:
            return ""
        text = self.tr("{sent} of {all} sent").replace("{sent}", formats.number(summary.sent))
        text = text.replace("{all}", formats.number(summary.recipients))
        back = self.tr("%Ln came back", "", summary.converted)
        return f"{text} · {back} · {self._desk.money(summary.revenue_minor)}"

    def _main_button(self, campaign: Campaign) -> QPushButton:
        doing, ways = self._doing, self._ways
        made = {
            CampaignStatus.DRAFT: (self.tr("Go on…"), "pencil", lambda: ways.edit(campaign.id)),
            CampaignStatus.SCHEDULED: (self.tr("Take off the calendar"), "undo-2", lambda: doing.take_back(campaign)),
            CampaignStatus.ACTIVE: (self.tr("Pause"), "pause", lambda: doing.pause(campaign)),
            CampaignStatus.PAUSED: (self.tr("Resume"), "play", lambda: doing.resume(campaign)),
        }
        usual = (self.tr("Result"), "chart-line", lambda: ways.open(campaign.id))
        words, picture, action = made.get(campaign.status, usual)
        found = button(words, action, picture=picture)
        found.setAccessibleName(f"{words}: {campaign.plan.name}")
        return found

    def _fill_menu(self, campaign: Campaign) -> None:
        doing, ways, is_over = self._doing, self._ways, campaign.stored.archived_at is not None
        if campaign.status is not CampaignStatus.DRAFT:
            self.menu.addAction(self.tr("Open")).triggered.connect(lambda _on=False: ways.open(campaign.id))
        self.menu.addAction(self.tr("Duplicate")).triggered.connect(
            lambda _on=False: doing.duplicate(campaign, ways.edit)
        )
        if campaign.status is CampaignStatus.DRAFT:
            self.menu.addAction(self.tr("Throw away")).triggered.connect(lambda _on=False: doing.delete(campaign))
        elif is_over:
            self.menu.addAction(self.tr("Bring back")).triggered.connect(lambda _on=False: doing.unarchive(campaign))
        elif campaign.status in (CampaignStatus.COMPLETED, CampaignStatus.CANCELLED):
            self.menu.addAction(self.tr("Put away")).triggered.connect(lambda _on=False: doing.archive(campaign))
        else:
            self.menu.addAction(self.tr("Stop for good")).triggered.connect(lambda _on=False: doing.stop(campaign))


def _shown(name: str) -> str:
    """The name on a button: not endless, and its “&” is no key."""
    return (name if len(name) <= 60 else f"{name[:59]}…").replace("&", "&&")
