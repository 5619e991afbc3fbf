"""Works the outbox: claim (commit), call the provider, settle (commit). Never twice, never lost (promises.md).

Reads rows that engine.queueing wrote; leaves states, attempts and caps that feedback, attribution and the screens read.
"""

from reengage_desktop.engine.sending.asking import ask_again
from reengage_desktop.engine.sending.at_once import SentNow, send_now
from reengage_desktop.engine.sending.pacing import Pace
from reengage_desktop.engine.sending.recovering import recover_interrupted
from reengage_desktop.engine.sending.results import SendResult
from reengage_desktop.engine.sending.to_owner import Ending, Sent, ToOwner, send_to_owner
from reengage_desktop.engine.sending.turns import SenderBusy
from reengage_desktop.engine.sending.working import work_queue

__all__ = [
    "Ending",
    "Pace",
    "SendResult",
    "SenderBusy",
    "Sent",
    "SentNow",
    "ToOwner",
    "ask_again",
    "recover_interrupted",
    "send_now",
    "send_to_owner",
    "work_queue",
]
