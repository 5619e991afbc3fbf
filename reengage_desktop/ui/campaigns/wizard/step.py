"""What every page of the wizard does: show the plan, and give back what the owner made of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reengage_desktop.domain.campaign_plans import CampaignPlan


class WizardStep(QWidget):
    """One question. `changed`: something was answered; `problem()` says what keeps one from going on."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.layout_box = QVBoxLayout(self)
        self.layout_box.setContentsMargins(0, 0, 0, 0)
        self.layout_box.setSpacing(12)

    def show_plan(self, plan: CampaignPlan, campaign_id: int | None) -> None:
        """Shows the plan as it stands when the page is entered."""

    def taken(self, plan: CampaignPlan) -> CampaignPlan:
        """The plan with this page's answers."""
        return plan

    def problem(self) -> str:
        """Why one can't go on from here, or nothing."""
        return ""
