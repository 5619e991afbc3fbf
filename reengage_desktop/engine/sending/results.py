"""What a run of the sender came to."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from reengage_desktop.domain.vocabulary import Reason


@dataclass
class SendResult:
    """The figures of `run send` (cli.md).

    `sent` counts accepted messages, `failed` rejected ones, `deferred` those that still wait because they may not go
    now, `uncertain` those of which nobody knows, `skipped` by reason what will not go any more.
    """

    sent: int = 0
    failed: int = 0
    deferred: int = 0
    uncertain: int = 0
    skipped: Counter[Reason] = field(default_factory=Counter)

    def as_json(self) -> dict[str, Any]:
        """The command line's document."""
        return {
            "sent": self.sent,
            "failed": self.failed,
            "deferred": self.deferred,
            "uncertain": self.uncertain,
            "skipped": {reason.value: count for reason, count in sorted(self.skipped.items())},
        }
