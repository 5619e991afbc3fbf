"""Page 2: who gets it, and who is left out."""

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtWidgets import QComboBox, QMenu, QVBoxLayout, QWidget

from reengage_desktop.domain.campaign_plans import CampaignPlan
from reengage_desktop.domain.criteria import EVERYBODY, Condition, Criteria
from reengage_desktop.domain.vocabulary import Segment
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import groups, owner_campaigns
from reengage_desktop.jobs.tasks.groups import Group
from reengage_desktop.store import segments
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.campaigns.wizard.planning import Part, join, split
from reengage_desktop.ui.campaigns.wizard.step import WizardStep
from reengage_desktop.ui.criteria import CriteriaEditor, MatchLine, sentence_of
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.buttons import button, icon_button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.inputs import ComboBox
from reengage_desktop.ui.widgets.switches import CheckBox
from reengage_desktop.ui.widgets.text import clear, label, paragraph, row

_OFFERED = (
    Segment.INACTIVE,
    Segment.AT_RISK,
    Segment.LOST,
    Segment.ACTIVE,
    Segment.NEW,
    Segment.ONE_TIME,
    Segment.VIP,
)


@dataclass(frozen=True)
class Audiences:
    """Whom one can begin with: the ready-made kinds with their counts, the owner's groups, her campaigns by name."""

    counts: dict[Segment, int]
    groups: list[Group]
    campaigns: list[tuple[int, str]]


def read_audiences(shop: Shop) -> Audiences:
    """Reads them; for a lane."""
    campaigns = [each.campaign for each in owner_campaigns.list_campaigns(shop)]
    sent = [(each.id, each.plan.name) for each in campaigns if each.stored.started_at is not None]
    return Audiences(
        counts=segments.count_all(shop.db, shop.settings(), shop.now()),
        groups=groups.list_groups(shop),
        campaigns=sent,
    )


class WhoStep(WizardStep):
    """The sentence filter with its live count; a group or a kind of customer fills it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._title = ""
        self.left_out: list[tuple[str, Part]] = []
        self.start_box = ComboBox()
        self.start_box.setAccessibleName(self.tr("Begin with"))
        self.start_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.start_box.activated.connect(lambda _at: self._start_chosen())
        self.editor = CriteriaEditor(desk)
        self.editor.changed.connect(lambda _criteria: self._edited())
        self.match = MatchLine(desk)
        card = Card(self.tr("Who gets it?"))
        card.add(row([label(self.tr("Begin with")), self.start_box, None]))
        card.add(self.editor)
        card.add(self.match)
        self.layout_box.addWidget(card)
        without = Card(self.tr("Who is left out?"))
        self.others = CheckBox(self.tr("People in other running campaigns of mine"))
        self.others.setAccessibleName(self.others.text())
        self.others.switched.connect(lambda _on: self.changed.emit())
        without.add(self.others)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        without.add(self._lines)
        self.leave_out_button = button(self.tr("Leave out more"), picture="user-x")
        self.menu = QMenu(self.leave_out_button)
        self.leave_out_button.setMenu(self.menu)
        without.add(row([self.leave_out_button, None]))
        without.add(
            paragraph(
                self.tr(
                    "Whoever has not agreed, said no, or got this week's message is left out anyway; the last page "
                    "says who and why."
                ),
                "muted",
            )
        )
        self.layout_box.addWidget(without)
        self.layout_box.addStretch(1)

    def show_title(self, title: str) -> None:
        """What the list of chosen customers is called, where the campaign begins with one."""
        self._title = title

    def show_plan(self, plan: CampaignPlan, campaign_id: int | None) -> None:
        """Shows whom the plan means."""
        who, left_out = split(plan.target_criteria)
        self.editor.show_criteria(who)
        self.left_out = [(self._words(part), part) for part in left_out]
        self.others.setChecked(plan.leave_out_others)
        self._show_left_out()
        self._count()
        shop = self._desk.shop
        self._desk.read(lambda: read_audiences(shop), self, lambda found: self._show_audiences(found, who))

    def taken(self, plan: CampaignPlan) -> CampaignPlan:
        """The plan with whom it means."""
        who = self.editor.criteria()
        if who is None:
            return replace(plan, leave_out_others=self.others.isChecked())
        return replace(
            plan,
            target_criteria=join(who, tuple(part for _, part in self.left_out)),
            leave_out_others=self.others.isChecked(),
        )

    def problem(self) -> str:
        """Every condition must be complete."""
        return "" if self.editor.criteria() is not None else self.tr("Something is missing in the conditions.")

    def leave_out(self, words: str, part: Part, _checked: object = None) -> None:
        """Leaves these out as well."""
        if all(part != each for _, each in self.left_out):
            self.left_out.append((words, part))
            self._show_left_out()
            self._edited()

    def _words(self, part: Part) -> str:
        return sentence_of(Criteria("all", (part,)), self._desk.currency)

    def _start_chosen(self) -> None:
        criteria = self.start_box.currentData()
        if isinstance(criteria, Criteria):
            self.editor.show_criteria(criteria)
            self._edited()

    def _edited(self) -> None:
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        who = self.editor.criteria()
        self.match.show_criteria(None if who is None else join(who, tuple(part for _, part in self.left_out)))

    def _show_audiences(self, found: Audiences, who: Criteria) -> None:
        self.start_box.clear()
        for words, criteria in self._choices(found):
            self.start_box.addItem(words, criteria)
        at = next((at for at in range(self.start_box.count()) if self.start_box.itemData(at) == who), -1)
        if at < 0:
            self.start_box.insertItem(0, self._title or self.tr("Conditions of my own"), who)
            at = 0
        self.start_box.setCurrentIndex(at)
        self.start_box.updateGeometry()
        self.menu.clear()
        for words, criteria in self._choices(found)[1:]:
            part: Part = criteria.parts[0] if len(criteria.parts) == 1 else criteria
            self.menu.addAction(words.replace("&", "&&")).triggered.connect(partial(self.leave_out, words, part))
        for campaign_id, name in found.campaigns:
            words = self.tr("Who got “{campaign}”").replace("{campaign}", name)
            got = Condition("got_campaign", "in", (campaign_id,))
            self.menu.addAction(words.replace("&", "&&")).triggered.connect(partial(self.leave_out, words, got))

    def _choices(self, found: Audiences) -> list[tuple[str, Criteria]]:
        choices = [(self.tr("All customers"), EVERYBODY)]
        for segment in _OFFERED:
            words = f"{_named(segment)} ({formats.number(found.counts.get(segment, 0))})"
            choices.append((words, Criteria("all", (Condition("segment", "is", str(segment)),))))
        for group in found.groups:
            words = self.tr("Group “{name}” ({count})").replace("{name}", group.name)
            choices.append((words.replace("{count}", formats.number(group.count)), group.criteria))
        return choices

    def _show_left_out(self) -> None:
        clear(self._lines)
        for words, part in self.left_out:
            cross = icon_button(
                "x", self.tr("Take away: {condition}").replace("{condition}", words), partial(self._keep_in, part)
            )
            line = QWidget()
            inner = row([paragraph(words), cross])
            inner.setStretch(0, 1)
            line.setLayout(inner)
            self._lines.addWidget(line)

    def _keep_in(self, part: Part) -> None:
        self.left_out = [each for each in self.left_out if each[1] != part]
        self._show_left_out()
        self.leave_out_button.setFocus()
        self._edited()


def _named(segment: Segment) -> str:
    """What a kind is called; the two that make up those who stopped buying say so."""
    name = wording.segment_name(segment)
    is_part = segment in (Segment.AT_RISK, Segment.LOST)
    return f"{wording.segment_name(Segment.INACTIVE)}: {name}" if is_part else name
