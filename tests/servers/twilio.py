"""Twilio on this PC, after its published API: sends, lists with pages, replies, delivery and errors by code."""

import re
from base64 import b64decode
from collections.abc import Callable
from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.servers.http import Asked, FakeProvider, Reply, as_json
from tests.servers.process import run_server

ACCOUNT_SID = "AC" + "a1" * 16
AUTH_TOKEN = "twilio-canary-token"
OWN_NUMBER = "+12025550100"


class FakeTwilio(FakeProvider):
    """One account with one number. `moment` is its clock (the machine's where none is given)."""

    def __init__(
        self, *, port: int = 0, log: Path | None = None, moment: Callable[[], datetime] | None = None, tls: Any = None
    ) -> None:
        super().__init__(port=port, log=log, tls=tls)
        self.moment = moment or self.moment
        self.messages: list[dict[str, Any]] = []
        self.contents: list[dict[str, Any]] = []
        self.account_status, self.account_type = "active", "Full"
        self.page_size_limit = 1000

    def is_message(self, asked: Asked) -> bool:
        return asked.method == "POST" and asked.path.endswith("/Messages.json")

    def refuse(self, asked: Asked) -> Reply | None:
        if asked.headers.get("Authorization", "").partition(" ")[2] != "":
            user, _, word = b64decode(asked.headers["Authorization"].split()[1]).decode().partition(":")
            if (user, word) == (ACCOUNT_SID, AUTH_TOKEN):
                return self._refuse_message(asked) if self.is_message(asked) else None
        return self.answer_error("20003")

    def _refuse_message(self, asked: Asked) -> Reply | None:
        form = asked.form
        if not asked.path.startswith(f"/2010-04-01/Accounts/{ACCOUNT_SID}/"):
            return self.answer_error("20404")
        if not re.fullmatch(r"(whatsapp:)?\+[1-9]\d{6,14}", form.get("To", "")):
            return self.answer_error("21211")
        if not form.get("From") and not form.get("MessagingServiceSid"):
            return self.answer_error("21603")
        if not form.get("Body") and not form.get("ContentSid"):
            return self.answer_error("21602")
        return None

    def accept(self, asked: Asked) -> dict[str, Any]:
        form = asked.form
        body = form.get("Body") or f"template {form.get('ContentSid')} {form.get('ContentVariables', '')}".strip()
        message = self._keep(form.get("From"), form["To"], body, "outbound-api", "queued")
        return {"sid": message["sid"], "to": form["To"], "from": form.get("From"), "body": body, "form": form}

    def answer_accepted(self, entry: dict[str, Any], *, with_id: bool) -> Reply:
        message = next(message for message in self.messages if message["sid"] == entry["sid"])
        return as_json(201, message if with_id else {**message, "sid": None})

    def answer_error(self, mode: str) -> Reply:
        code = {"429": "20429", "401": "20003"}.get(mode, mode.removeprefix("error:"))
        if code == "500":
            return as_json(500, {"code": 20500, "message": "Internal Server Error", "status": 500})
        status = {"20003": 401, "20404": 404, "20429": 429}.get(code, 400)
        body = {"code": int(code), "message": f"Error {code} for +12025550123", "more_info": "", "status": status}
        return as_json(status, body, **({"Retry_After": "7"} if status == 429 else {}))

    def answer(self, asked: Asked) -> Reply:
        home = f"/2010-04-01/Accounts/{ACCOUNT_SID}"
        if asked.path == f"{home}.json":
            known = {"sid": ACCOUNT_SID, "friendly_name": "Shop"}
            return as_json(200, {**known, "status": self.account_status, "type": self.account_type})
        if asked.path == f"{home}/Balance.json":
            return as_json(200, {"account_sid": ACCOUNT_SID, "balance": "12.30", "currency": "USD"})
        if asked.path == f"{home}/IncomingPhoneNumbers.json":
            owned = [OWN_NUMBER] if asked.query.get("PhoneNumber") in (None, OWN_NUMBER) else []
            return as_json(200, {"incoming_phone_numbers": [{"phone_number": number} for number in owned]})
        if asked.path == f"{home}/Messages.json":
            return self._list(asked)
        if asked.path == "/v1/ContentAndApprovals":
            return self._list_contents(asked)
        found = [message for message in self.messages if asked.path == f"{home}/Messages/{message['sid']}.json"]
        return as_json(200, found[0]) if found else self.answer_error("20404")

    def _list_contents(self, asked: Asked) -> Reply:
        start = int(asked.query.get("Page", "0")) * 2
        url = f"https://content.twilio.com{asked.path}?PageSize=100&Page={start // 2 + 1}&PageToken=x"
        meta = {"next_page_url": url if self.contents[start + 2 :] else None, "key": "contents"}
        return as_json(200, {"contents": self.contents[start : start + 2], "meta": meta})

    def add_reply(self, sender: str, body: str, *, to: str = OWN_NUMBER) -> str:
        """Somebody writes to the shop's number; the message's sid."""
        return str(self._keep(sender, to, body, "inbound", "received")["sid"])

    def set_status(self, sid: str, status: str, error_code: int | None = None) -> None:
        """What became of a message."""
        message = next(message for message in self.messages if message["sid"] == sid)
        message |= {"status": status, "error_code": error_code, "date_updated": format_datetime(self.moment())}

    def control(self, order: dict[str, Any]) -> object:
        if "reply" in order:
            self.add_reply(order["reply"]["from"], order["reply"]["body"])
        if "status" in order:
            self.set_status(**order["status"])
        if "all_status" in order:
            for message in self.messages:
                if message["direction"] != "inbound":
                    self.set_status(message["sid"], order["all_status"])
        return super().control(order)

    def _keep(self, sender: str | None, to: str, body: str, direction: str, status: str) -> dict[str, Any]:
        sid = f"SM{len(self.messages) + 1:032x}"
        at = format_datetime(self.moment())
        dates = {"date_created": at, "date_sent": at, "date_updated": at}
        said = {"from": sender, "to": to, "body": body, "direction": direction, "status": status}
        empty = {"error_code": None, "error_message": None, "price": None, "messaging_service_sid": None}
        message = {"sid": sid, "account_sid": ACCOUNT_SID, "num_segments": "1", **said, **dates, **empty}
        self.messages.append(message)
        return message

    def _list(self, asked: Asked) -> Reply:
        query = asked.query
        size = int(query.get("PageSize", "50"))
        if not 1 <= size <= 1000:
            return self.answer_error("20001")
        size = min(size, self.page_size_limit)
        since = datetime.fromisoformat(query["DateSent>"]) if "DateSent>" in query else None
        kept = [message for message in reversed(self.messages) if self._matches(message, query, since)]
        page = int(query.get("Page", "0"))
        shown, left = kept[page * size : (page + 1) * size], len(kept) > (page + 1) * size
        following = {**query, "Page": str(page + 1), "PageToken": "PA1"}
        uri = f"{asked.path}?{urlencode(following)}" if left else None
        return as_json(200, {"messages": shown, "next_page_uri": uri, "page": page, "page_size": size})

    def _matches(self, message: dict[str, Any], query: dict[str, str], since: datetime | None) -> bool:
        sent_at = parsedate_to_datetime(message["date_sent"])
        recent = since is None or sent_at >= since
        return recent and all(query.get(key.title(), message[key]) == message[key] for key in ("to", "from"))


if __name__ == "__main__":
    run_server("twilio", lambda port, log: FakeTwilio(port=port, log=log))
