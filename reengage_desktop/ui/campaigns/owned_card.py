"""One campaign of the owner's in the list: where it stands, how far it is, what it brought, and what can be done."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu, QProgressBar

from reengage_desktop.domain.campaign_states import CampaignStatus
from reengage_desktop.domain.moments import stamp
from reengage_desktop.jobs.tasks.own_campaign_views import Campaign, CampaignRow
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.campaigns.doing import CampaignDoing
from reengage_desktop.ui.campaigns.states import campaign_state
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.icons import icon
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
    """One campaign's, empty until `show_row`; its buttons stay while what they say and do changes.

    Enter on its name opens it.
    """

    def __init__(self, desk: Desk, campaign_id: int, ways: Ways, doing: CampaignDoing) -> None:
        super().__init__()
        self.id = campaign_id
        self._desk = desk
        self._ways = ways
        self._doing = doing
        self._shown: object = None
        self._act: Callable[[], object] = self._open
        self.body.setSpacing(4)
        self.name = button("", self._open, kind="link")
        self.name.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        self.chip = Chip()
        self.about = paragraph("", "muted")
        self.figures = paragraph("")
        left = column([row([self.name, self.chip, None]), self.about, self.figures], spacing=2)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(120)
        self.main_button = button("", self._press, picture="pause")
        self.more_button = button(self.tr("More"))
        self.menu = QMenu(self.more_button)
        give_menu(self.more_button, self.menu)
        line = row([left, self.progress, self.main_button, self.more_button], spacing=12)
        line.setStretch(0, 1)
        self.add(line)

    def show_row(self, found: CampaignRow) -> None:
        """Shows how the campaign stands; the same again changes nothing."""
        campaign, summary, about, figures = found.campaign, found.summary, self._about(found), self._figures(found)
        shown = (campaign, summary, about, figures)
        if shown == self._shown:
            return
        self._shown, self._campaign = shown, campaign
        self._show_name(campaign.plan.name)
        self.chip.say(*campaign_state(campaign.status, summary.uncertain))
        self.about.setText(about)
        self.figures.setText(figures)
        self.progress.setRange(0, max(1, summary.recipients))
        self.progress.setValue(min(summary.sent, summary.recipients))
        for part in (self.figures, self.progress):
            part.setHidden(not summary.recipients)
        self._show_act(campaign)
        self._fill_menu(campaign)

    def _show_name(self, name: str) -> None:
        self.name.setText(_shown(name))
        self.name.setToolTip(name)
        for part, words in (
            (self.name, self.tr("Open “{name}”")),
            (self.progress, self.tr("Progress of “{name}”")),
            (self.more_button, self.tr("More for “{name}”")),
        ):
            part.setAccessibleName(words.replace("{name}", name))

    def _open(self) -> None:
        is_draft = self._campaign.status is CampaignStatus.DRAFT
        (self._ways.edit if is_draft else self._ways.open)(self.id)

    def _press(self) -> None:
        self._act()

    def _about(self, found: CampaignRow) -> str:
        plan = found.campaign.plan
        channels = ", ".join(wording.channel_name(each) for each in plan.channels)
        return f"{wording.campaign_name(plan.campaign_type)} · {channels} · {self._time(found)}"

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

    def _show_act(self, campaign: Campaign) -> None:
        """What the button does is what it says: both change together."""
        doing, ways = self._doing, self._ways
        made = {
            CampaignStatus.DRAFT: (self.tr("Go on…"), "pencil", lambda: ways.edit(campaign.id)),
            CampaignStatus.SCHEDULED: (self.tr("Take off the calendar"), "undo-2", lambda: doing.take_back(campaign)),
            CampaignStatus.ACTIVE: (self.tr("Pause"), "pause", lambda: doing.pause(campaign)),
            CampaignStatus.PAUSED: (self.tr("Resume"), "play", lambda: doing.resume(campaign)),
        }
        usual = (self.tr("Result"), "chart-line", lambda: ways.open(campaign.id))
        words, picture, self._act = made.get(campaign.status, usual)
        self.main_button.setText(words)
        self.main_button.setIcon(icon(picture))
        self.main_button.setAccessibleName(f"{words}: {campaign.plan.name}")

    def _fill_menu(self, campaign: Campaign) -> None:
        """Other entries close the menu: none comes under the mouse in place of the one that was meant."""
        entries = self._entries(campaign)
        if list(entries) != [each.text() for each in self.menu.actions()]:
            self.menu.close()
            self.menu.clear()
            for words in entries:
                self.menu.addAction(words).triggered.connect(lambda _on=False, words=words: self._choose(words))

    def _choose(self, words: str) -> None:
        self._entries(self._campaign)[words]()

    def _entries(self, campaign: Campaign) -> dict[str, Callable[[], object]]:
        doing, ways, status = self._doing, self._ways, campaign.status
        entries: dict[str, Callable[[], object]] = {}
        if status is not CampaignStatus.DRAFT:
            entries[self.tr("Open")] = lambda: ways.open(campaign.id)
        entries[self.tr("Duplicate")] = lambda: doing.duplicate(campaign, ways.edit)
        if status is CampaignStatus.DRAFT:
            entries[self.tr("Throw away")] = lambda: doing.delete(campaign)
        elif campaign.stored.archived_at is not None:
            entries[self.tr("Bring back")] = lambda: doing.unarchive(campaign)
        elif status in (CampaignStatus.COMPLETED, CampaignStatus.CANCELLED):
            entries[self.tr("Put away")] = lambda: doing.archive(campaign)
        else:
            entries[self.tr("Stop for good")] = lambda: doing.stop(campaign)
        return entries


def _shown(name: str) -> str:
    """The name on a button: not endless, and its “&” is no key."""
    return (name if len(name) <= 60 else f"{name[:59]}…").replace("&", "&&")
