"""The provider that is the owner herself: messages wait until she writes, calls or posts them herself."""

from reengage_desktop.channels.protocol import Capabilities
from reengage_desktop.channels.trials import TestResult, works
from reengage_desktop.domain.by_hand import HAND
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import NotSent, Outcome
from reengage_desktop.domain.vocabulary import ChannelName


class HandChannel:
    """Sends nothing by itself: no program may say that a person has done something."""

    name = HAND
    capabilities = Capabilities()

    def __init__(self, channel: ChannelName) -> None:
        self._channel = channel

    def send(self, message: Outgoing, deadline: float) -> Outcome:  # noqa: ARG002 - nothing is sent
        """Not sent: it waits for the owner."""
        return NotSent("Nothing goes by itself here: you do it yourself, from the list “For you to do”.")

    def test(self) -> TestResult:
        """Always works."""
        return works("Works: what goes this way waits for you in a list, and you do it yourself.")

    def close(self) -> None:
        """Nothing is held."""
