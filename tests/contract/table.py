"""The table of docs/providers.md, made of what the contract suite runs: `python -m tests.contract.table` writes it."""

from contextlib import ExitStack
from pathlib import Path

from reengage_desktop.channels.errors import SMTP_RULES
from reengage_desktop.channels.protocol import Channel
from reengage_desktop.channels.registry import PROVIDERS
from reengage_desktop.domain.vocabulary import ChannelName
from tests.channels.test_errors import CHECKED
from tests.contract.test_every_channel import FAULTS, RIGS
from tests.contract.test_prism import CASES
from tests.contract.test_published import SERVICES

FILE = Path(__file__).resolve().parents[2] / "docs" / "providers.md"
PUBLISHED = {*SERVICES, "twilio-sms", "twilio-whatsapp", "whatsapp_cloud", "sns"}
_HEAD = """# The providers and what is checked of each

Made by `python -m tests.contract.table`; a test fails where this page is out of date. Every mark stands for tests that
run with the suite: `tests/contract/test_every_channel.py` (sending one by one, ids, asking without sending, silence of
the log, nobody there, bad certificates, throttling, any row of faults), `tests/contract/test_published.py` (requests
against the provider's own description), `tests/channels/test_errors.py` (the collected error answers) and a file of
its own for each provider.

- **faults**: ways in which the provider's server fails in the suite, each with the outcome that promises.md asks for.
- **repeat**: for so many hours the same message may be handed over again without a second one.
- **look-up**: after a doubtful attempt the provider can be asked whether it has the message.
- **answers**: collected error answers of the provider, each judged by its code. SMTP: the rules by which the codes of a
  mail server are judged (RFC 5321 and 3463). Vapi gives no codes: the more than 600 reasons for which its calls end are
  judged in `tests/channels/test_vapi.py`.
- **published**: requests fit the provider's own description, key by key (needs the shared contracts; SNS's comes with
  botocore).
- **peer**: tried against something that we did not write. *prism*: npm's Prism serves the published description and
  refuses what does not fit it. *moto*: Amazon's services as moto builds them. *postfix, dovecot*: Debian's own.
  *google-auth*: Google's library verifies what is exchanged for a token.
- **mailbox**: comes by mail, and is read in the owner's own mailbox (IMAP), whoever carries the e-mail.

A cell with a dash is a thing that the provider does not have, not one that is missing here:

- repeat: only Resend and OneSignal know a key of ours. With the others a message in doubt is looked up, or the owner
  is asked; it is never sent again by itself.
- look-up: mail servers, SendGrid, SES, SNS, FCM and Meta have no list in which our reference could be found (SendGrid's
  and SES's logs are extras of larger accounts). Resend and OneSignal need none: a repeat with the same key tells.
- deliveries: SNS and FCM tell nobody who asks. On a wallet pass a message stands or does not: that is its look-up.
- opt-outs: Meta tells them to a public address only; its error 131050 at the next message is heeded. Push and passes
  are switched off on the phone: a dead token, an empty id or `hasUsers` says so at the next message, and nothing goes.
- replies: Meta tells them to a public address only (Twilio's WhatsApp fetches them); SNS has none; an answer in a call
  stands in its transcript; push and passes can't be answered.
- template: only WhatsApp wants approved wordings. Within 24 hours after she wrote, any words go.
- published: for SMTP the standards are the description, and postfix holds us to them.

"""
_COLUMNS = (
    "provider carries faults repeat look-up deliveries opt-outs replies template answers published peer"
).split()
_ANSWERS = {
    "twilio-sms": ("twilio",),
    "twilio-whatsapp": ("twilio",),
    "whatsapp_cloud": ("whatsapp",),
    "vonage": ("vonage_sms", "vonage_dlr"),
}
_PEERS = {"smtp": "postfix, dovecot", "ses": "moto", "sns": "moto", **dict.fromkeys(CASES, "prism")}
_PEERS |= {"fcm": "prism, google-auth", "google_wallet": "prism, google-auth"}
_TAIL = """
## How the real peers were tried

- **postfix 3.7 and dovecot 2.3** (Debian 12): `tests/flows/test_real_mail.py` starts both on loopback with a set-up of
  its own (`tests/servers/postoffice.py`). A campaign of seven: taken, refused at once (550 5.1.1), returned later by a
  genuine report (RFC 3464), unsubscribed by the mail that a mail program's button writes, answered by a robot, answered
  by a person, asked not to be written to. Each ends in its state, nothing in the mailbox is changed. Runs with the
  suite where both are installed (`.ci/setup.py --test` does that in a container); left out elsewhere.
- **moto 5.2**: `tests/channels/test_aws_moto.py`, with the suite. A sender that is not verified yet, mails, the contact
  list, events through SNS into SQS and out of it, texts and numbers that said stop. moto checks no signature and has
  neither SES's account nor its suppression list: for those see the published description and `test_aws.py`.
- **Prism 5.14**: `pytest -m soak tests/contract/test_prism.py` with `REENGAGE_PRISM` set to its program; 11
  adapters, all that each asks. Not with the suite: it brings 185 packages of npm's, and `test_published.py` checks the
  same.
- **Live**: none of the providers was asked with a real account.
"""


def table() -> str:
    """The page as it should be."""
    rows = []
    for name in RIGS:
        with ExitStack() as stack:
            rig = RIGS[name](stack)
            stack.callback(rig.channel.close)
            rows.append(_row(name, rig.carries, rig.channel))
    head = [f"| {' | '.join(_COLUMNS)} |", "|---" * len(_COLUMNS) + "|"]
    return f"{_HEAD}{chr(10).join([*head, *rows])}\n{_TAIL}"


def _row(name: str, carries: str, channel: Channel) -> str:
    can = channel.capabilities
    hours = can.idempotency_window_s // 3600
    marks = (can.can_look_up, can.pulls_status, can.pulls_opt_outs, can.pulls_replies, can.needs_template)
    cells = [PROVIDERS[channel.name].title, carries, str(len(FAULTS[name])), f"{hours} h" if hours else "–"]
    own, replies = ("mailbox" if yes else "–" for yes in (name == "smtp", carries == ChannelName.EMAIL))
    others = ["–", own, own, replies, "–"]
    cells += ["✓" if mark else other for mark, other in zip(marks, others, strict=True)]
    answers = len(SMTP_RULES) if name == "smtp" else sum(CHECKED.get(each, 0) for each in _ANSWERS.get(name, (name,)))
    cells += [str(answers or "–"), "✓" if name in PUBLISHED else "–", _PEERS.get(name, "–")]
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    FILE.write_text(table(), encoding="utf-8")
