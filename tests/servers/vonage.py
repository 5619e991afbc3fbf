"""Vonage on this PC, after its published descriptions: texts answered with 200 whatever happened, balance, reports."""

from pathlib import Path
from typing import Any

from tests.servers.http import Asked, FakeProvider, Reply, as_json
from tests.servers.process import run_server

API_KEY = "abcd1234"
API_SECRET = "VonageCanary01"
_STATUSES = {"429": "1", "401": "4", "500": "5"}
_TIME = "%Y-%m-%dT%H:%M:%SZ"


class FakeVonage(FakeProvider):
    """One account; `records` are its reports of texts, `replies` what people wrote."""

    def __init__(self, *, port: int = 0, log: Path | None = None, tls: Any = None) -> None:
        super().__init__(port=port, log=log, tls=tls)
        self.records: dict[str, dict[str, Any]] = {}
        self.replies: list[dict[str, Any]] = []
        self.offers_reports = True
        self.balance = 10.28

    def is_message(self, asked: Asked) -> bool:
        return asked.method == "POST" and asked.path == "/sms/json"

    def refuse(self, asked: Asked) -> Reply | None:
        said = asked.form if self.is_message(asked) else asked.query
        if asked.path.startswith("/v2/reports"):
            return None if asked.headers.get("Authorization", "").startswith("Basic ") else as_json(401, {})
        if said.get("api_key") != API_KEY or said.get("api_secret") != API_SECRET:
            return self.answer_error("401") if self.is_message(asked) else as_json(401, {"error-code": "401"})
        if self.is_message(asked) and not all(said.get(key) for key in ("from", "to", "text")):
            return self.answer_error("error:2")
        if self.is_message(asked) and not said["to"].isdigit():
            return self.answer_error("error:3")
        return None

    def accept(self, asked: Asked) -> dict[str, Any]:
        form = asked.form
        identity = f"{len(self.journal) + 1:016X}"
        self.records[identity] = {
            "message_id": identity,
            "client_ref": form.get("client-ref"),
            "status": "accepted",
            "to": form["to"],
            "date_received": self.moment().strftime(_TIME),
        }
        return {"id": identity, "to": form["to"], "text": form["text"], "type": form.get("type")}

    def answer_accepted(self, entry: dict[str, Any], *, with_id: bool) -> Reply:
        part = {"to": entry["to"], "status": "0", "message-price": "0.0333", "remaining-balance": "10.2"}
        return as_json(
            200, {"message-count": "1", "messages": [part | ({"message-id": entry["id"]} if with_id else {})]}
        )

    def answer_error(self, mode: str) -> Reply:
        if mode == "429":
            return as_json(429, {"title": "Rate Limit Hit"}, Retry_After="7")
        status = _STATUSES.get(mode, mode.removeprefix("error:"))
        part = {"status": status, "error-text": "Something about 12025550123"}
        return as_json(200, {"message-count": "1", "messages": [part]})

    def answer(self, asked: Asked) -> Reply:
        if asked.path == "/account/get-balance":
            return as_json(200, {"value": self.balance, "autoReload": False})
        if asked.path == "/v2/reports/records" and self.offers_reports:
            return self._report(asked.query)
        return as_json(403 if "reports" in asked.path else 404, {"title": "Forbidden"})

    def set_status(self, identity: str, status: str, code: str = "0") -> None:
        """What became of a text."""
        at = self.moment().strftime(_TIME)
        self.records[identity] |= {"status": status, "error_code": code, "date_finalized": at}

    def reply(self, sender: str, text: str) -> None:
        """Somebody writes to the shop's number."""
        number = f"IN{len(self.replies) + 1:014X}"
        at = self.moment().strftime(_TIME)
        self.replies.append({"message_id": number, "from": sender, "message_body": text, "date_received": at})

    def _report(self, query: dict[str, str]) -> Reply:
        records = self.replies if query["direction"] == "inbound" else list(self.records.values())
        if "id" in query:
            records = [record for record in records if record["message_id"] in query["id"].split(",")]
        else:
            start, end = query["date_start"], query["date_end"]
            records = [record for record in records if start <= record["date_received"] <= end]
        return as_json(200, {"request_status": "SUCCESS", "items_count": len(records), "records": records})


if __name__ == "__main__":
    run_server("vonage", lambda port, log: FakeVonage(port=port, log=log))
