"""What the runs of the automatic campaigns give back."""

from dataclasses import dataclass, field
from typing import Any

from reengage_desktop.domain.vocabulary import CampaignType, Reason


@dataclass
class RunResult:
    """The daily run in numbers (B3). `total_notified` counts messages queued, `decisions` people by type of message."""

    total_processed: int = 0
    total_notified: int = 0
    total_failed: int = 0
    decisions: dict[str, int] = field(default_factory=dict)
    skipped: dict[str, int] = field(default_factory=dict)

    def chose(self, campaign_type: CampaignType, messages: int) -> None:
        """Counts a customer whose message, on one or several channels, was queued."""
        self.total_notified += messages
        self.decisions[campaign_type.value] = self.decisions.get(campaign_type.value, 0) + 1

    def skip(self, reason: Reason) -> None:
        """Counts a customer who was passed over."""
        self.skipped[reason.value] = self.skipped.get(reason.value, 0) + 1

    def as_json(self) -> dict[str, Any]:
        """The command line's `run process-campaigns`."""
        return {
            "total_processed": self.total_processed,
            "total_notified": self.total_notified,
            "total_failed": self.total_failed,
            "decisions": dict(self.decisions),
            "skipped": dict(self.skipped),
        }


@dataclass
class CheckResult:
    """An hourly check in numbers: messages queued, and who was passed over why."""

    queued: int = 0
    skipped: dict[str, int] = field(default_factory=dict)

    def skip(self, reason: Reason, count: int = 1) -> None:
        """Counts people who were passed over."""
        if count:
            self.skipped[reason.value] = self.skipped.get(reason.value, 0) + count

    def as_json(self) -> dict[str, Any]:
        """The command line's `run check-back-in-stock` and `run check-price-drops`."""
        return {"queued": self.queued, "skipped": dict(self.skipped)}
