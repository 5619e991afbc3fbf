"""The way to a mail server: whatever stands for its name, a wrong one is somebody who can't be reached."""

import pytest

from reengage_desktop.channels.imap import ImapMailbox, ImapServer
from reengage_desktop.channels.protocol import PullFailed
from reengage_desktop.channels.smtp import SmtpChannel, SmtpServer
from reengage_desktop.channels.trials import TestKind
from reengage_desktop.domain.outcomes import NotSent
from reengage_desktop.domain.vocabulary import ChannelName
from tests.channels.letters import IDENTITY, outgoing, soon
from tests.conftest import Clock


@pytest.mark.parametrize("host", ["a..b.invalid", ".invalid", "x" * 64 + ".invalid", "nobody.invalid"])
def test_a_name_that_can_be_nobody_s_is_not_reached(host: str, clock: Clock) -> None:
    """8: nothing was sent, nothing is known, and the sentence names what was looked up."""
    channel = SmtpChannel(SmtpServer(host, 25, "none"), IDENTITY)
    sent = channel.send(outgoing(ChannelName.EMAIL), soon())
    assert isinstance(sent, NotSent)
    assert sent.detail == "The mail server's name was not found; the PC is probably offline."
    assert channel.test().kind is TestKind.UNREACHABLE
    box = ImapMailbox(ImapServer(host, 993, "tls", "shop", "hunter2"))
    pulled = box.pull(None, clock(), [], soon())
    assert isinstance(pulled, PullFailed)
    assert pulled.detail == "The mailbox's server was not found; the PC is probably offline."
