"""Resend on this PC, after its published description: mails with keys, single mails, suppressions, domains."""

from pathlib import Path
from typing import Any

from tests.servers.http import Asked, FakeProvider, Reply, as_json
from tests.servers.process import run_server

API_KEY = "re_canary_key"
DOMAIN = "example.com"
_STATUS = {"401": 401, "invalid_api_key": 403, "429": 429, "rate_limit_exceeded": 429, "500": 500}
_NAMES = {"429": "rate_limit_exceeded", "401": "missing_api_key", "500": "application_error"}


class FakeResend(FakeProvider):
    """One account; `events` is the last event by mail, `suppressions` its list, newest first."""

    def __init__(self, *, port: int = 0, log: Path | None = None, tls: Any = None) -> None:
        super().__init__(port=port, log=log, tls=tls)
        self.events: dict[str, str] = {}
        self.keys: dict[str, tuple[bytes, str]] = {}
        self.suppressions: list[dict[str, Any]] = []
        self.page_size = 100
        self.is_send_only = False

    def is_message(self, asked: Asked) -> bool:
        return asked.method == "POST" and asked.path == "/emails"

    def refuse(self, asked: Asked) -> Reply | None:
        if asked.headers.get("Authorization") != f"Bearer {API_KEY}":
            return self.answer_error("invalid_api_key")
        if not asked.headers.get("User-Agent"):
            return 403, {"Content-Type": "text/plain"}, b"error code: 1010"
        if self.is_message(asked) and not all(asked.json.get(key) for key in ("from", "to", "subject")):
            return self.answer_error("missing_required_field")
        key = asked.headers.get("Idempotency-Key")
        if self.is_message(asked) and key in self.keys:
            body, identity = self.keys[key]
            return as_json(200, {"id": identity}) if body == asked.body else self.answer_error("409")
        return None

    def accept(self, asked: Asked) -> dict[str, Any]:
        body = asked.json
        identity = f"mail-{len(self.journal) + 1:06d}"
        self.keys[asked.headers.get("Idempotency-Key", identity)] = (asked.body, identity)
        self.events[identity] = "sent"
        return {"id": identity, "to": body["to"], "text": body["text"], "tags": body.get("tags")}

    def answer_accepted(self, entry: dict[str, Any], *, with_id: bool) -> Reply:
        return as_json(200, {"id": entry["id"]} if with_id else {"object": "email"})

    def answer_error(self, mode: str) -> Reply:
        name = _NAMES.get(mode, mode.removeprefix("error:"))
        status = _STATUS.get(mode, 409 if mode == "409" else _STATUS.get(name, 422))
        name = "invalid_idempotent_request" if mode == "409" else name
        body = {"statusCode": status, "name": name, "message": "Something about ann@example.com"}
        return as_json(status, body, **({"Retry_After": "7"} if status == 429 else {}))

    def answer(self, asked: Asked) -> Reply:
        if self.is_send_only:
            return as_json(401, {"statusCode": 401, "name": "restricted_api_key", "message": "may only send"})
        if asked.path == "/domains":
            return as_json(200, {"object": "list", "data": [{"id": "d1", "name": DOMAIN, "status": "verified"}]})
        if asked.path == "/suppressions":
            return self._suppressions(asked.query.get("after"))
        identity = asked.path.removeprefix("/emails/")
        if identity in self.events:
            return as_json(200, {"object": "email", "id": identity, "last_event": self.events[identity]})
        return as_json(404, {"statusCode": 404, "name": "not_found", "message": "Not found"})

    def suppress(self, email: str, origin: str) -> None:
        """Somebody wants, or takes, no more mail."""
        number = len(self.suppressions) + 1
        entry = {"id": f"s{number}", "email": email, "origin": origin, "created_at": "2026-11-20T10:00:00.000Z"}
        self.suppressions.insert(0, entry)

    def _suppressions(self, after: str | None) -> Reply:
        ids = [entry["id"] for entry in self.suppressions]
        start = ids.index(after) + 1 if after in ids else 0
        page = self.suppressions[start : start + self.page_size]
        more = start + self.page_size < len(ids)
        return as_json(200, {"object": "list", "has_more": more, "data": page})


if __name__ == "__main__":
    run_server("resend", lambda port, log: FakeResend(port=port, log=log))
