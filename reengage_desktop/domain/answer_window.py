"""WhatsApp's window: free words may go for 24 hours after she last wrote; at any other time an approved template.

Source: Meta's error 131047 and Twilio's 63016 (“outside of the allowed window”).
"""

from datetime import datetime, timedelta

WINDOW = timedelta(hours=24)
# The provider counts by its own clock, and the message is still on its way when we look at ours.
_MARGIN = timedelta(minutes=5)


def closes_at(written_at: datetime) -> datetime:
    """Until when free words are handed over to somebody who wrote at that moment."""
    return written_at + WINDOW - _MARGIN


def is_open(written_at: datetime | None, now: datetime) -> bool:
    """Whether free words may go now; `written_at`: when she last wrote, None where nothing is known of it."""
    return written_at is not None and now < closes_at(written_at)
