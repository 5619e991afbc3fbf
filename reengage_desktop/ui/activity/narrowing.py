"""What narrows the list of messages: a span of days, one campaign, one problem; and how many are left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reengage_desktop.store import campaigns
from reengage_desktop.store.activity import Kind, Wanted
from reengage_desktop.store.problems import Problem
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.activity.problems import told
from reengage_desktop.ui.activity.span import SpanChooser
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.flow import FlowLayout, flowing
from reengage_desktop.ui.widgets.text import label

_LONGEST = 48


class Narrowing(QWidget):
    """`changed` when the list has to be read again."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._campaign_id: int | None = None
        self.problem: Problem | None = None
        flow = FlowLayout(self, spacing=10)
        flowing(self)
        self.span = SpanChooser(desk)
        self.span.changed.connect(self.changed)
        self.campaign = button("", self._forget_campaign, picture="x")
        self.cause = button("", self._forget_cause, picture="x")
        self.summary = label("", "muted")
        for each in (self.span, self.campaign, self.cause, self.summary):
            flow.addWidget(each)
        self.campaign.hide()
        self.cause.hide()

    def wanted(self, kind: Kind) -> Wanted:
        """What the list is asked for."""
        return Wanted(kind, *self.span.days(), self._campaign_id)

    def is_narrow(self) -> bool:
        """Whether something else than all days, campaigns and causes is asked for."""
        return self.span.days() != (None, None) or self._campaign_id is not None or self.problem is not None

    def narrow(self, days: object, campaign_id: object) -> None:
        """Takes what another page asked for; what it did not name is no longer narrowed."""
        self.span.choose(days if isinstance(days, int) else None)
        self.forget_problem()
        self._campaign_id = campaign_id if isinstance(campaign_id, int) else None
        self.campaign.hide()
        if self._campaign_id is not None:
            wanted, db = self._campaign_id, self._desk.shop.db
            self._desk.read(lambda: _name_of(campaigns.list_rows(db), wanted), self, self._show_campaign)

    def narrow_to(self, problem: Problem) -> None:
        """Shows the messages of one cause only."""
        self.problem = problem
        text = told(problem)
        short = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
        self.cause.setText(short)
        self.cause.setAccessibleName(self.tr("Show all causes again, not only: {cause}").replace("{cause}", text))
        self.cause.setToolTip(self.cause.accessibleName())
        self.cause.show()

    def forget_problem(self) -> None:
        """Shows the messages of every cause again."""
        self.problem = None
        self.cause.hide()

    def say(self, count: int, money: dict[str, int]) -> None:
        """Tells how many messages the list holds, and what they brought back."""
        parts = [self.tr("%Ln messages", "", count)]
        if money:
            sums = " + ".join(formats.amount(minor, currency) for currency, minor in sorted(money.items()))
            parts.append(self.tr("brought back {money}").replace("{money}", sums))
        self.summary.setText(" · ".join(parts))

    def _show_campaign(self, name: str) -> None:
        if self._campaign_id is None:
            return
        self.campaign.setText(self.tr("Only “{campaign}”").replace("{campaign}", name))
        self.campaign.setAccessibleName(
            self.tr("Show all campaigns again, not only “{campaign}”").replace("{campaign}", name)
        )
        self.campaign.show()

    def _forget_campaign(self) -> None:
        self._campaign_id = None
        self.campaign.hide()
        self.changed.emit()

    def _forget_cause(self) -> None:
        self.forget_problem()
        self.changed.emit()


def _name_of(rows: list[dict[str, object]], campaign_id: int) -> str:
    for row in rows:
        if row["id"] == campaign_id:
            return wording.campaign_title(str(row["campaign_type"]), str(row["name"]))
    return f"#{campaign_id}"
