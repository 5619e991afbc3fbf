"""The wordings for WhatsApp that Twilio keeps, with what became of their approval (its Content API)."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from reengage_desktop.channels.answers import fields_of, listed
from reengage_desktop.channels.errors import ask, without_personal_data
from reengage_desktop.channels.protocol import ApprovedTemplate, PullFailed
from reengage_desktop.channels.trials import text_of
from reengage_desktop.transport import Answer, HttpClient, Request

_PATH = "/v1/ContentAndApprovals"
_MOST_PAGES = 10


def list_contents(client: HttpClient, deadline: float) -> list[ApprovedTemplate] | PullFailed:
    """All of them, approved or not, page by page."""
    path, found = f"{_PATH}?PageSize=100", list[ApprovedTemplate]()
    for _ in range(_MOST_PAGES):
        answer = ask(client, Request("GET", path), deadline)
        if not isinstance(answer, Answer):
            return PullFailed(answer.detail)
        fields = fields_of(answer)
        if not answer.is_success or not isinstance(fields.get("contents"), list):
            words = without_personal_data(fields.get("message"))
            return PullFailed(words or f"Twilio answered with HTTP status {answer.status}.")
        found += [_template(each) for each in listed(fields, "contents") if isinstance(each.get("sid"), str)]
        following = _following(fields)
        if not following:
            break
        path = f"{_PATH}?{following}"
    return found


def _template(entry: Mapping[str, Any]) -> ApprovedTemplate:
    """A content of Twilio's: its text is what can be sent from here."""
    types, approval = entry.get("types"), entry.get("approval_requests")
    kinds = types.values() if isinstance(types, dict) else ()
    texts = [text for each in kinds if isinstance(each, dict) and (text := text_of(each.get("body")))]
    state = approval.get("status") if isinstance(approval, dict) else None
    return ApprovedTemplate(
        str(entry["sid"]),
        text_of(entry.get("friendly_name")),
        text_of(entry.get("language")),
        texts[0] if texts else "",
        is_approved=state == "approved",
        is_plain=bool(texts),
    )


def _following(fields: Mapping[str, Any]) -> str:
    """The query of the page that follows; empty at the end."""
    meta = fields.get("meta")
    return urlsplit(text_of(meta.get("next_page_url"))).query if isinstance(meta, dict) else ""
