"""The provider that only pretends: for the sample shop and for test mode. Nothing leaves the PC."""

import zlib
from collections.abc import Sequence
from datetime import datetime, timedelta

from reengage_desktop.channels.protocol import Capabilities, Pending, Pulled, Report
from reengage_desktop.channels.trials import TestResult, works
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import Accepted, Outcome
from reengage_desktop.domain.vocabulary import ChannelName, EventKind

_ALWAYS_S = 10 * 365 * 86_400


class PretendChannel:
    """Takes every message and forgets it at once; the same message always gets the same id and the same fate."""

    name = "pretend"
    capabilities = Capabilities(idempotency_window_s=_ALWAYS_S, can_look_up=True, pulls_status=True)

    def __init__(self, channel: ChannelName) -> None:
        self._channel = channel

    def send(self, message: Outgoing, deadline: float) -> Outcome:  # noqa: ARG002 - nothing takes time here
        """Accepted, with an id made from the message's reference."""
        return Accepted(f"pretend-{message.reference}")

    def find(self, message: Outgoing, attempted_ago: timedelta, deadline: float) -> Outcome | None:  # noqa: ARG002 - see send
        """Accepted: what was pretended once can be pretended again without harm."""
        return Accepted(f"pretend-{message.reference}")

    def pull(
        self,
        cursor: str | None,  # noqa: ARG002 - every answer is complete
        now: datetime,
        pending: Sequence[Pending],
        deadline: float,  # noqa: ARG002
    ) -> Pulled:
        """Every message arrives within minutes, and some e-mails are opened: always the same ones."""
        reports = [report for message in pending for report in self._fate(message) if report.at <= now]
        return Pulled(reports=tuple(reports))

    def test(self) -> TestResult:
        """Always works."""
        return works("Works: messages are only pretended, nothing leaves this PC.")

    def close(self) -> None:
        """Nothing is held."""

    def _fate(self, message: Pending) -> list[Report]:
        chance = zlib.crc32(message.reference.encode())
        arrives_at = message.accepted_at + timedelta(seconds=20 + chance % 240)
        identity = message.provider_id
        reports = [Report(f"{identity}:delivered", identity, EventKind.DELIVERED, arrives_at)]
        if self._channel in (ChannelName.EMAIL, ChannelName.WHATSAPP) and chance % 100 < 42:
            opens_at = arrives_at + timedelta(minutes=chance % 600)
            reports.append(Report(f"{identity}:opened", identity, EventKind.OPENED, opens_at))
        return reports
