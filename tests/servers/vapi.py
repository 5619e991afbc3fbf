"""Vapi on this PC, after its published description: calls with a name, an end and what was said."""

import re
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.servers.http import Asked, FakeProvider, Reply, as_json
from tests.servers.process import run_server

API_KEY = "vapi-canary-key"
ASSISTANT = "3fa85f64-5717-4562-b3fc-2c963f66afa6"
NUMBER = "7c9e6679-7425-40de-944b-e07fc1f90ae7"


class FakeVapi(FakeProvider):
    """One assistant and one number; `end` ends a call as a customer or a fault would."""

    def __init__(self, *, port: int = 0, log: Path | None = None, tls: Any = None) -> None:
        super().__init__(port=port, log=log, tls=tls)
        self.calls: dict[str, dict[str, Any]] = {}

    def end(self, identity: str, reason: str, at: datetime, result: str | None = None, **said: Any) -> None:
        """A call is over; `result` is what the voice understood, None: not worked out yet."""
        call = self.calls[identity]
        moment = at.isoformat().replace("+00:00", "Z")
        call |= {"status": "ended", "endedReason": reason, "endedAt": moment, "cost": said.get("cost", 0.12)}
        if said.get("was_answered", True):
            call["startedAt"] = moment
        if result is not None:
            call["analysis"] = {"summary": said.get("summary", "A talk."), "structuredData": {"result": result}}
        transcript = said.get("transcript", "AI: Hello.\nUser: Hm.\n")
        call["artifact"] = {"transcript": transcript, "recordingUrl": "https://storage.example.com/call.wav"}

    def is_message(self, asked: Asked) -> bool:
        return asked.method == "POST" and asked.path == "/call"

    def refuse(self, asked: Asked) -> Reply | None:
        if asked.headers.get("Authorization") != f"Bearer {API_KEY}":
            return self.answer_error("401")
        if self.is_message(asked):
            body = asked.json
            if not re.fullmatch(r"\+[1-9]\d{6,14}", body["customer"]["number"]):
                return self.answer_error("error:customer.number must be a valid phone number in the E.164 format")
            if len(body["name"]) > 40 or len(body["customer"].get("name", "")) > 40:
                return self.answer_error("error:name must be shorter than or equal to 40 characters")
        return None

    def accept(self, asked: Asked) -> dict[str, Any]:
        body = asked.json
        identity = f"00000000-0000-4000-8000-{len(self.journal) + 1:012d}"
        created = self.moment().isoformat().replace("+00:00", "Z")
        self.calls[identity] = {"id": identity, "name": body["name"], "status": "queued", "createdAt": created}
        return {"id": identity, "to": body["customer"]["number"], "body": body}

    def answer_accepted(self, entry: dict[str, Any], *, with_id: bool) -> Reply:
        limits = {"concurrencyBlocked": False, "concurrencyLimit": 10, "remainingConcurrentCalls": 9}
        known = {"id": entry["id"]} if with_id else {}
        return as_json(201, {**known, "status": "queued", "subscriptionLimits": limits})

    def answer_error(self, mode: str) -> Reply:
        words = mode.removeprefix("error:") if mode.startswith("error:") else "Something about +12025550123, Ann Lee"
        status = int(mode) if mode.isdigit() else 400
        headers = {"Retry_After": "7"} if status == 429 else {}
        return as_json(status, {"statusCode": status, "message": [words], "error": "Error"}, **headers)

    def answer(self, asked: Asked) -> Reply:
        if asked.path == "/call":
            since = datetime.fromisoformat(asked.query["createdAtGe"])
            found = [call for call in self.calls.values() if datetime.fromisoformat(call["createdAt"]) >= since]
            return as_json(200, found[: int(asked.query.get("limit", 100))])
        if asked.path.removeprefix("/call/") in self.calls:
            return as_json(200, self.calls[asked.path.removeprefix("/call/")])
        known = {
            f"/assistant/{ASSISTANT}": {"id": ASSISTANT, "name": "Winback"},
            f"/phone-number/{NUMBER}": {"id": NUMBER, "number": "+12025550100"},
        }
        if asked.path == "/phone-number":
            return as_json(200, [{"id": NUMBER}])
        return as_json(200, known[asked.path]) if asked.path in known else as_json(404, {"message": "Not found"})


if __name__ == "__main__":
    run_server("vapi", lambda port, log: FakeVapi(port=port, log=log))
