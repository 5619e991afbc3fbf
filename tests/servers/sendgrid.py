"""SendGrid on this PC, after its published description: mails whose id is in a header, scopes, suppression lists."""

from pathlib import Path
from typing import Any

from tests.servers.http import Asked, FakeProvider, Reply, as_json
from tests.servers.process import run_server

API_KEY = "SG.canary.key"
LISTS = ("unsubscribes", "spam_reports", "bounces", "invalid_emails", "blocks")


class FakeSendGrid(FakeProvider):
    """One account; `suppressed` holds its lists by name, `may_read_lists` whether the key may see them."""

    def __init__(self, *, port: int = 0, log: Path | None = None, tls: Any = None) -> None:
        super().__init__(port=port, log=log, tls=tls)
        self.suppressed: dict[str, list[dict[str, Any]]] = {name: [] for name in LISTS}
        self.scopes = ["mail.send", "suppression.read", "user.credits.read"]
        self.may_read_lists = True

    def is_message(self, asked: Asked) -> bool:
        return asked.method == "POST" and asked.path == "/v3/mail/send"

    def refuse(self, asked: Asked) -> Reply | None:
        if asked.headers.get("Authorization") != f"Bearer {API_KEY}":
            return self.answer_error("401")
        if self.is_message(asked):
            body = asked.json
            types = [part["type"] for part in body["content"]]
            if not body["personalizations"] or types != sorted(types, reverse=True):
                return self.answer_error("error:content")
        return None

    def accept(self, asked: Asked) -> dict[str, Any]:
        body = asked.json
        person = body["personalizations"][0]
        texts = {part["type"]: part["value"] for part in body["content"]}
        said = {"to": person["to"], "text": texts["text/plain"], "rid": person["custom_args"]["rid"]}
        return {"id": f"sg-{len(self.journal) + 1:06d}", **said, "tracking": body["tracking_settings"]}

    def answer_accepted(self, entry: dict[str, Any], *, with_id: bool) -> Reply:
        return 202, {"X-Message-Id": entry["id"]} if with_id else {}, b""

    def answer_error(self, mode: str) -> Reply:
        field = mode.removeprefix("error:") if mode.startswith("error:") else None
        status = int(mode) if mode.isdigit() else 400
        body = {"errors": [{"field": field, "message": "Something about ann@example.com"}]}
        return as_json(status, body, **({"Retry_After": "7"} if status == 429 else {}))

    def answer(self, asked: Asked) -> Reply:
        if asked.path == "/v3/scopes":
            return as_json(200, {"scopes": self.scopes})
        if asked.path == "/v3/user/credits":
            return as_json(200, {"remain": 880, "total": 1000, "used": 120})
        name = asked.path.removeprefix("/v3/suppression/")
        if name not in self.suppressed:
            return as_json(404, {"errors": [{"field": None, "message": "not found"}]})
        if not self.may_read_lists:
            return as_json(403, {"errors": [{"field": None, "message": "access forbidden"}]})
        start, size = int(asked.query.get("offset", 0)), int(asked.query["limit"])
        since = int(asked.query.get("start_time", 0))
        listed = [entry for entry in self.suppressed[name] if not since or _second(entry) >= since]
        return as_json(200, listed[start : start + size])

    def suppress(self, name: str, email: str, created: int) -> None:
        """An address came onto one of the lists, at a unix second."""
        self.suppressed[name].append({"email": email, "created": created})


def _second(entry: dict[str, Any]) -> int:
    created = entry["created"]
    return created if isinstance(created, int) else 2**62


if __name__ == "__main__":
    run_server("sendgrid", lambda port, log: FakeSendGrid(port=port, log=log))
