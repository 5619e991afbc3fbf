"""OneSignal on this PC, after its published description: one app, keys that repeat harmlessly, counts by message."""

from pathlib import Path
from typing import Any

from tests.servers.http import Asked, FakeProvider, Reply, as_json
from tests.servers.process import run_server

APP_ID = "5eb5a37e-b458-11e3-ac11-000c2940e62c"
API_KEY = "onesignal-canary-key"


class FakeOneSignal(FakeProvider):
    """One app; `unsubscribed` and `unknown` are customers who are not reached."""

    def __init__(self, *, port: int = 0, log: Path | None = None, tls: Any = None) -> None:
        super().__init__(port=port, log=log, tls=tls)
        self.unsubscribed: set[str] = set()
        self.unknown: set[str] = set()
        self.keys: dict[str, str] = {}
        self.counts: dict[str, dict[str, int]] = {}

    def is_message(self, asked: Asked) -> bool:
        return asked.method == "POST" and asked.path == "/notifications"

    def refuse(self, asked: Asked) -> Reply | None:
        if asked.headers.get("Authorization") != f"Key {API_KEY}":
            return self.answer_error("401")
        if not self.is_message(asked):
            return None
        body = asked.json
        (who,) = body["include_aliases"]["external_id"]
        if body["idempotency_key"] in self.keys:
            return as_json(200, {"id": self.keys[body["idempotency_key"]]}, Idempotent_Replayed="true")
        if who in self.unsubscribed:
            return as_json(200, {"id": "", "errors": ["All included players are not subscribed"]})
        if who in self.unknown:
            return as_json(200, {"id": "n-0", "errors": {"invalid_aliases": {"external_id": [who]}}})
        return None

    def accept(self, asked: Asked) -> dict[str, Any]:
        body = asked.json
        identity = f"n-{len(self.journal) + 1:06d}"
        self.keys[body["idempotency_key"]] = identity
        self.counts[identity] = {}
        return {"id": identity, "to": body["include_aliases"]["external_id"], "text": body["contents"]["en"]}

    def answer_accepted(self, entry: dict[str, Any], *, with_id: bool) -> Reply:
        return as_json(200, {"id": entry["id"]} if with_id else {"external_id": None})

    def answer_error(self, mode: str) -> Reply:
        status = {"401": 403}.get(mode, int(mode) if mode.isdigit() else 400)
        body = {"errors": ["Something about cust-42"]}
        return as_json(status, body, **({"Retry_After": "7"} if status == 429 else {}))

    def answer(self, asked: Asked) -> Reply:
        if asked.path == "/notifications":
            return as_json(200, {"total_count": 0, "notifications": []})
        identity = asked.path.removeprefix("/notifications/")
        if identity in self.counts:
            return as_json(200, {"id": identity, "completed_at": 1_795_262_400, **self.counts[identity]})
        return as_json(404, {"errors": ["not found"]})


if __name__ == "__main__":
    run_server("onesignal", lambda port, log: FakeOneSignal(port=port, log=log))
