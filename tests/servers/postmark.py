"""Postmark on this PC, after its published description: mails, single mails with their events, suppressions."""

from pathlib import Path
from typing import Any

from tests.servers.http import Asked, FakeProvider, Reply, as_json
from tests.servers.process import run_server

SERVER_TOKEN = "postmark-canary-token"
STREAM = "broadcast"
_CODES = {"429": (429, 429), "401": (401, 10), "500": (500, 100)}


class FakePostmark(FakeProvider):
    """One server with a broadcast stream; `events` are told by mail, `suppressions` by the stream."""

    def __init__(self, *, port: int = 0, log: Path | None = None, tls: Any = None) -> None:
        super().__init__(port=port, log=log, tls=tls)
        self.events: dict[str, list[dict[str, Any]]] = {}
        self.suppressions: list[dict[str, Any]] = []

    def is_message(self, asked: Asked) -> bool:
        return asked.method == "POST" and asked.path == "/email"

    def refuse(self, asked: Asked) -> Reply | None:
        if asked.headers.get("X-Postmark-Server-Token") != SERVER_TOKEN:
            return self.answer_error("401")
        if self.is_message(asked) and not all(asked.json.get(key) for key in ("From", "To", "TextBody")):
            return self.answer_error("error:300")
        return None

    def accept(self, asked: Asked) -> dict[str, Any]:
        body = asked.json
        identity = f"pm-{len(self.journal) + 1:06d}"
        self.events[identity] = []
        return {
            "id": identity,
            "to": body["To"],
            "text": body["TextBody"],
            "subject": body["Subject"],
            "metadata": body.get("Metadata"),
            "stream": body.get("MessageStream"),
        }

    def answer_accepted(self, entry: dict[str, Any], *, with_id: bool) -> Reply:
        body = {"ErrorCode": 0, "Message": "OK", "To": entry["to"], "SubmittedAt": "2026-11-21T12:00:00Z"}
        return as_json(200, body | ({"MessageID": entry["id"]} if with_id else {}))

    def answer_error(self, mode: str) -> Reply:
        status, code = _CODES.get(mode) or (422, int(mode.removeprefix("error:")))
        body = {"ErrorCode": code, "Message": "Something about ann@example.com"}
        return as_json(status, body, **({"Retry_After": "7"} if status == 429 else {}))

    def answer(self, asked: Asked) -> Reply:
        if asked.path == "/server":
            return as_json(200, {"ID": 1, "Name": "Shop"})
        if asked.path == "/messages/outbound":
            return self._outbound(asked.query["recipient"])
        if asked.path == f"/message-streams/{STREAM}/suppressions/dump":
            return as_json(200, {"Suppressions": self.suppressions})
        identity = asked.path.removeprefix("/messages/outbound/").removesuffix("/details")
        if identity in self.events:
            return as_json(200, {"MessageID": identity, "MessageEvents": self.events[identity]})
        return as_json(422, {"ErrorCode": 701, "Message": "This message was not found."})

    def tell(self, identity: str, kind: str, at: str = "2026-11-21T12:05:00Z") -> None:
        """Something happened to a mail."""
        self.events[identity].append({"Recipient": "ann@example.com", "Type": kind, "ReceivedAt": at})

    def suppress(self, email: str, reason: str) -> None:
        """The stream keeps an address from mail."""
        entry = {"EmailAddress": email, "SuppressionReason": reason, "Origin": "Recipient"}
        self.suppressions.append({**entry, "CreatedAt": "2026-11-20T10:00:00-05:00"})

    def _outbound(self, recipient: str) -> Reply:
        found = [
            {"MessageID": entry["id"], "Subject": entry["subject"], "Metadata": entry["metadata"]}
            for entry in self.accepted
            if recipient in entry["to"]
        ]
        return as_json(200, {"TotalCount": len(found), "Messages": found[::-1][:50]})


if __name__ == "__main__":
    run_server("postmark", lambda port, log: FakePostmark(port=port, log=log))
