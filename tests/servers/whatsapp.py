"""Meta's WhatsApp Cloud API on this PC, after its published description: templates, history and errors by code."""

from pathlib import Path
from typing import Any

from tests.servers.http import Asked, FakeProvider, Reply, as_json
from tests.servers.process import run_server

PHONE_NUMBER_ID = "106540352242922"
BUSINESS_ACCOUNT_ID = "102290129340398"
ACCESS_TOKEN = "whatsapp-canary-token"
VERSION = "v23.0"


class FakeWhatsApp(FakeProvider):
    """One number; `templates` are the approved ones (None: every name), `offers_history` whether history is told."""

    def __init__(self, *, port: int = 0, log: Path | None = None, tls: Any = None) -> None:
        super().__init__(port=port, log=log, tls=tls)
        self.templates: set[str] | None = None
        self.wordings: dict[str, dict[str, Any]] = {}
        self.offers_history = True
        self.events: dict[str, list[dict[str, Any]]] = {}

    def is_message(self, asked: Asked) -> bool:
        return asked.method == "POST" and asked.path == f"/{VERSION}/{PHONE_NUMBER_ID}/messages"

    def refuse(self, asked: Asked) -> Reply | None:
        if asked.headers.get("Authorization") != f"Bearer {ACCESS_TOKEN}":
            return self.answer_error("190")
        return self._refuse_message(asked.json) if self.is_message(asked) else None

    def _refuse_message(self, body: Any) -> Reply | None:
        template = body.get("template", {})
        needed = ("messaging_product", "recipient_type", "to", "type")
        if any(not body.get(key) for key in needed) or body["type"] not in ("template", "text"):
            return self.answer_error("131008")
        if body["type"] == "text":
            return None if body.get("text", {}).get("body") else self.answer_error("131008")
        if not template.get("name") or not isinstance(template.get("language"), dict):
            return self.answer_error("131008")
        if self.templates is not None and template["name"] not in self.templates:
            return self.answer_error("132001")
        for component in template.get("components", ()):
            for field in component["parameters"]:
                if not field["text"] or "\n" in field["text"] or "    " in field["text"]:
                    return self.answer_error("132012")
        return None

    def accept(self, asked: Asked) -> dict[str, Any]:
        body = asked.json
        template = body.get("template") or {"name": None, "language": {"code": None}}
        fields = [field["text"] for part in template.get("components", ()) for field in part["parameters"]]
        identity = f"wamid.{len(self.journal) + 1:06d}"
        self.events[identity] = [{"delivery_status": "SENT", "timestamp": 1_790_000_000}]
        said = {"to": body["to"], "template": template["name"], "language": template["language"]["code"]}
        return {"id": identity, **said, "parameters": fields, "reference": body.get("biz_opaque_callback_data")}

    def answer_accepted(self, entry: dict[str, Any], *, with_id: bool) -> Reply:
        sent = [{"id": entry["id"], "message_status": "accepted"}] if with_id else []
        contacts = [{"input": entry["to"], "wa_id": entry["to"]}]
        return as_json(200, {"messaging_product": "whatsapp", "contacts": contacts, "messages": sent})

    def answer_error(self, mode: str) -> Reply:
        code = {"429": "130429", "401": "190", "500": "131000"}.get(mode, mode.removeprefix("error:"))
        status = {"190": 401, "130429": 429, "4": 429, "131000": 500}.get(code, 400)
        words = f"(#{code}) Something about 447700900123"
        error = {"message": words, "type": "OAuthException", "code": int(code), "fbtrace_id": "A1"}
        return as_json(status, {"error": error}, **({"Retry_After": "7"} if status == 429 else {}))

    def answer(self, asked: Asked) -> Reply:
        if asked.path == f"/{VERSION}/{PHONE_NUMBER_ID}":
            return as_json(
                200,
                {
                    "id": PHONE_NUMBER_ID,
                    "verified_name": "Shop",
                    "quality_rating": "GREEN",
                    "display_phone_number": "+1 202-555-0100",
                },
            )
        if asked.path == f"/{VERSION}/{BUSINESS_ACCOUNT_ID}/message_templates":
            names = ["we_miss_you"] if self.templates is None else sorted(self.templates)
            data = [self.wordings.get(name, {"name": name, "status": "APPROVED"}) for name in names]
            start = int(asked.query.get("after", "0"))
            following = {"cursors": {"after": str(start + 2)}, "next": "https://graph.facebook.com/next"}
            return as_json(200, {"data": data[start : start + 2], "paging": following if data[start + 2 :] else {}})
        if asked.path == f"/{VERSION}/{PHONE_NUMBER_ID}/message_history" and self.offers_history:
            return self._history(asked.query.get("message_id"))
        return self.answer_error("100")

    def set_status(self, identity: str, status: str, at: int, words: str | None = None) -> None:
        """What became of a message, at a unix second."""
        event = {"delivery_status": status, "timestamp": at}
        self.events[identity].append(event | ({"error_description": words} if words else {}))

    def control(self, order: dict[str, Any]) -> object:
        if "status" in order:
            self.set_status(**order["status"])
        if "all_status" in order:
            for identity in self.events:
                self.set_status(identity, order["all_status"], order["at"])
        return super().control(order)

    def _history(self, wanted: str | None) -> Reply:
        data = []
        for identity, events in self.events.items():
            if wanted in (None, identity):
                numbered = [{"id": str(number), **event} for number, event in enumerate(events, 1)]
                data.append({"id": "1", "message_id": identity, "events": {"data": numbered}})
        return as_json(200, {"data": data, "paging": {}})


if __name__ == "__main__":
    run_server("whatsapp", lambda port, log: FakeWhatsApp(port=port, log=log))
