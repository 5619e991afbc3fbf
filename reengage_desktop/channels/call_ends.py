"""How a call ended, by the reason that Vapi gives: one table, first row that fits."""

import re
from enum import StrEnum


class Ended(StrEnum):
    """What the end of a call means for its customer."""

    CONNECTED = "connected"
    NOT_REACHED = "not_reached"
    WRONG_NUMBER = "wrong_number"
    ACCOUNT = "account"
    LIMIT = "limit"
    FAULT = "fault"

    @property
    def sentence(self) -> str | None:
        """What the owner reads beside it."""
        return _SENTENCES.get(self)


_SENTENCES = {
    Ended.NOT_REACHED: "Nobody answered.",
    Ended.WRONG_NUMBER: "The number can't be called.",
    Ended.ACCOUNT: "Vapi did not call: its account or number does not allow it.",
    Ended.LIMIT: "Vapi did not call: too many calls at once or today. You may try again.",
    Ended.FAULT: "Something broke on the way, not at the customer's. You may try again.",
}

_TABLE = (
    (r"customer-busy|customer-did-not-answer|voicemail|vonage-rejected|.*failed-to-connect(-call)?", Ended.NOT_REACHED),
    (r"call\.in-progress\.error-providerfault-outbound-sip-(408|480)-.*", Ended.NOT_REACHED),
    (r"twilio-reported-customer-misdialed", Ended.WRONG_NUMBER),
    (r"call\.start\.error-.*(concurrency-limit-reached|daily-limit)", Ended.LIMIT),
    (r"call\.start\.error-(subscription|vapi-number|fraud-check|enterprise).*", Ended.ACCOUNT),
    (r"assistant-not-(valid|found)|call\.start\.error-get-(assistant|phone-number|resources).*", Ended.ACCOUNT),
    (r".*(vapifault|providerfault|pipeline-error|\.error-|assistant-request|call-start-error).*", Ended.FAULT),
    (r"customer-(ended|did-not-give).*|silence-timed-out|exceeded-max-duration", Ended.CONNECTED),
    (r"assistant-(ended|said|forwarded).*|call\.(forwarding|ending|ringing)\..*", Ended.CONNECTED),
    (r"call\.in-progress\.(twilio|sip)-completed-call|vonage-(completed|disconnected)", Ended.CONNECTED),
)


def how_it_ended(reason: str) -> Ended:
    """The meaning of a reason; one that is not known says only that the call did not go as it should."""
    for pattern, ended in _TABLE:
        if re.fullmatch(pattern, reason):
            return ended
    return Ended.FAULT
