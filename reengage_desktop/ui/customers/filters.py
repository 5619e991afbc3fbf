"""The quick filters with their counts, and the owner's groups beside them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from reengage_desktop.domain.vocabulary import Segment
from reengage_desktop.jobs.tasks.groups import Group
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.criteria import sentence_of
from reengage_desktop.ui.customers.shown import Shown
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.icons import icon
from reengage_desktop.ui.widgets.buttons import button, choice_button
from reengage_desktop.ui.widgets.flow import FlowLayout, flowing

FILTERS = (
    Segment.ALL,
    Segment.ACTIVE,
    Segment.INACTIVE,
    Segment.AT_RISK,
    Segment.LOST,
    Segment.NEW,
    Segment.ONE_TIME,
    Segment.VIP,
    Segment.NO_CONSENT,
    Segment.OPTED_OUT,
    Segment.UNREACHABLE,
)


class FilterLine(QWidget):
    """`chosen` carries what is to be shown; `edit_asked` and `delete_asked` a group; `save_asked`: as a new group."""

    chosen = Signal(object)
    edit_asked = Signal(object)
    delete_asked = Signal(object)
    save_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown = Shown()
        self._flow = FlowLayout(self, spacing=6)
        flowing(self)
        self.segments: dict[Segment, QPushButton] = {}
        self.groups: dict[int, QPushButton] = {}
        for segment in FILTERS:
            made = choice_button(self._name(segment), partial(self.chosen.emit, Shown(segment)))
            self.segments[segment] = made
            self._flow.addWidget(made)
        self.save_button = button(self.tr("Save as group…"), self.save_asked.emit, kind="link")
        self._flow.addWidget(self.save_button)
        self.mark(self._shown)

    def mark(self, shown: Shown) -> None:
        """Presses the button of what is shown; a named list has none."""
        self._shown = shown
        self.save_button.setVisible(shown.group is None)
        for segment, made in self.segments.items():
            made.setChecked(shown.is_segment and shown.segment is segment)
        for group_id, made in self.groups.items():
            made.setChecked(shown.group is not None and shown.group.id == group_id)

    def show_counts(self, counts: dict[Segment, int]) -> None:
        """Puts the numbers on the quick filters, and their meaning with today's limits behind them."""
        for segment, made in self.segments.items():
            _say(made, f"{self._name(segment)} {formats.number(counts[segment])}")
            made.setToolTip(self._meaning(segment))

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Puts a button for each group after the quick filters."""
        had_keyboard = next((key for key, made in self.groups.items() if made.hasFocus()), None)
        for made in self.groups.values():
            self._flow.removeWidget(made)
            made.hide()
            made.deleteLater()
        self.groups = {group.id: self._group_button(group) for group in groups}
        for made in self.groups.values():
            self._flow.addWidget(made)
            made.show()
        self._flow.removeWidget(self.save_button)
        self._flow.addWidget(self.save_button)
        for group_id, made in self.groups.items():
            if group_id == had_keyboard:
                made.setFocus()
        self.mark(self._shown)
        self.updateGeometry()

    def _group_button(self, group: Group) -> QPushButton:
        made = choice_button(group.name, lambda: self.chosen.emit(Shown(group=group)))
        made.setIcon(icon("users"))
        # A picture wider than high keeps its distance from the words.
        made.setIconSize(QSize(21, 16))
        made.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        made.customContextMenuRequested.connect(lambda at: self.group_menu(group).exec(made.mapToGlobal(at)))
        made.setToolTip(sentence_of(group.criteria, self._desk.currency))
        _say(made, f"{group.name} {formats.number(group.count)}")
        return made

    def group_menu(self, group: Group) -> QMenu:
        """What can be done with a group."""
        menu = QMenu(self)
        menu.addAction(icon("pencil"), self.tr("Edit…"), lambda: self.edit_asked.emit(group))
        menu.addAction(icon("trash-2"), self.tr("Delete"), lambda: self.delete_asked.emit(group))
        return menu

    def _name(self, segment: Segment) -> str:
        """Three buttons read as one: “Stopped buying 72, of them at risk 70, lost 2”."""
        parts = {Segment.AT_RISK: self.tr("of them at risk"), Segment.LOST: self.tr("lost")}
        return parts.get(segment) or wording.segment_name(segment)

    def _meaning(self, segment: Segment) -> str:
        settings = self._desk.settings
        threshold = formats.number(settings.whole("reengagement.inactivity_threshold"))
        gone = settings.whole("reengagement.too_long_gone_days")
        meanings = {
            Segment.ACTIVE: self.tr("Last order less than {days} days ago"),
            Segment.INACTIVE: self.tr("Last order {days} days ago or longer: at risk and lost together"),
            Segment.AT_RISK: self.tr("Last order {days} to {gone} days ago: can be won back"),
            Segment.LOST: self.tr("Last order more than {gone} days ago: nobody writes to them by itself"),
            Segment.NEW: self.tr("First order in the last 30 days"),
            Segment.ONE_TIME: self.tr("Exactly one order"),
            Segment.VIP: self.tr("The tenth of all who spent most"),
            Segment.NO_CONSENT: self.tr("Agreed to no channel"),
            Segment.OPTED_OUT: self.tr("Said no to at least one channel"),
            Segment.UNREACHABLE: self.tr("No address that works"),
        }
        text = meanings.get(segment, "")
        if segment is Segment.AT_RISK and not gone:
            text = self.tr("Last order {days} days ago or longer")
        if segment is Segment.LOST and not gone:
            text = self.tr("Nobody: your rules have no limit after which somebody counts as lost")
        return text.replace("{days}", threshold).replace("{gone}", formats.number(gone))


def _say(made: QPushButton, text: str) -> None:
    made.setText(text.replace("&", "&&"))
    made.setAccessibleName(text)
    made.updateGeometry()
