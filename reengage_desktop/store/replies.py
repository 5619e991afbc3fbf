"""Answers that the owner must read herself: words that seem to say no, and words that seem to say yes again."""

from dataclasses import dataclass
from datetime import datetime

from reengage_desktop.domain.moments import from_stamp
from reengage_desktop.domain.vocabulary import ChannelName, NoticeKind
from reengage_desktop.store.database import Database
from reengage_desktop.store.matching import CALLED


@dataclass(frozen=True)
class Answer:
    """One answer that waits for the owner. `key` names its notice; `customer_id` None: nobody of the shop's.

    `quote` is empty where the words were not kept (a stranger's, a forgotten person's). `message_id`: what it answers.
    """

    key: str
    kind: NoticeKind
    channel: ChannelName
    customer_id: int | None
    customer: str
    quote: str
    at: datetime
    message_id: int | None
    subject: str


# A call's words are kept beside the fact that ended it, under a name of their own.
_ROWS = f"""
SELECT notices.key, notices.kind, json_extract(figures, '$.channel'), customers.id,
    coalesce({CALLED}, ''),
    coalesce((SELECT quoted.detail FROM delivery_events AS quoted WHERE quoted.provider = told.provider
        AND quoted.outbox_id = told.outbox_id AND quoted.provider_event_id LIKE '%:quote'), told.detail, ''),
    coalesce(told.at, notices.at), told.outbox_id,
    coalesce(json_extract(outbox.content, '$.subject'), json_extract(outbox.content, '$.text'), '')
FROM notices
LEFT JOIN customers ON customers.id = json_extract(figures, '$.customer_id') AND erased_at IS NULL
LEFT JOIN delivery_events AS told ON notices.key = 'reply:' || told.provider || ':' || told.provider_event_id
LEFT JOIN outbox ON outbox.id = told.outbox_id
WHERE dismissed_at IS NULL AND notices.kind IN ('reply_may_be_opt_out', 'reply_wants_back')
ORDER BY notices.at, notices.id
"""


def list_open(db: Database) -> list[Answer]:
    """The answers that nobody has read yet, the oldest first."""
    return [
        Answer(key, NoticeKind(kind), ChannelName(channel), who, name, quote, from_stamp(at), message_id, subject)
        for key, kind, channel, who, name, quote, at, message_id, subject in db.rows(_ROWS)
    ]
