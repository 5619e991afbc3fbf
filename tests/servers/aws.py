"""Amazon on this PC, after its service models: SES with its lists and a queue of events, and SNS in XML."""

import json
import uuid
from pathlib import Path
from typing import Any

from tests.servers.http import Asked, FakeProvider, Reply, as_json
from tests.servers.process import run_server

ACCESS_KEY_ID = "AKIACANARY0000000000"
SECRET_ACCESS_KEY = "aws-canary-secret"
REGION = "eu-west-1"
QUEUE = "/123456789012/ses-events"
CONTACTS = "customers"
_NAMES = {
    "429": "TooManyRequestsException",
    "401": "UnrecognizedClientException",
    "500": "InternalServiceErrorException",
}


def _is_signed(asked: Asked) -> bool:
    return f"Credential={ACCESS_KEY_ID}/" in asked.headers.get("Authorization", "")


class FakeSes(FakeProvider):
    """One account in one region with a contact list and a queue."""

    def __init__(self, *, port: int = 0, log: Path | None = None, tls: Any = None) -> None:
        super().__init__(port=port, log=log, tls=tls)
        quota = {"Max24HourSend": 50_000.0, "MaxSendRate": 14.0, "SentLast24Hours": 120.0}
        self.account: dict[str, Any] = {"SendingEnabled": True, "ProductionAccessEnabled": True, "SendQuota": quota}
        self.verified = {"example.com"}
        self.dkim_tokens = ["tok1", "tok2", "tok3"]
        self.opted_out: list[dict[str, Any]] = []
        self.suppressed: list[dict[str, Any]] = []
        self.queue: dict[str, str] = {}
        self.may_list = True

    def is_message(self, asked: Asked) -> bool:
        return asked.method == "POST" and asked.path == "/v2/email/outbound-emails"

    def refuse(self, asked: Asked) -> Reply | None:
        return None if _is_signed(asked) else self.answer_error("401")

    def accept(self, asked: Asked) -> dict[str, Any]:
        body = asked.json
        simple = body["Content"]["Simple"]
        said = {"to": body["Destination"]["ToAddresses"], "text": simple["Body"]["Text"]["Data"]}
        return {"id": f"0102-{len(self.journal) + 1:06d}", **said, "tags": body["EmailTags"]}

    def answer_accepted(self, entry: dict[str, Any], *, with_id: bool) -> Reply:
        return as_json(200, {"MessageId": entry["id"]} if with_id else {"Ok": True})

    def answer_error(self, mode: str) -> Reply:
        name = _NAMES.get(mode, mode.removeprefix("error:"))
        status = {"429": 429, "401": 403, "500": 500}.get(mode, 400)
        headers = {"x_amzn_ErrorType": name} | ({"Retry_After": "7"} if status == 429 else {})
        return as_json(status, {"message": "Something about ann@example.com"}, **headers)

    def answer(self, asked: Asked) -> Reply:
        if asked.path == QUEUE:
            return self._answer_queue(asked)
        return self._answer_question(asked) or self._answer_list(asked)

    def _answer_question(self, asked: Asked) -> Reply | None:
        if asked.path == "/v2/email/account":
            return as_json(200, self.account)
        if asked.path.startswith("/v2/email/identities/"):
            known = asked.path.rpartition("/")[2].replace("%40", "@") in self.verified
            said = {"VerifiedForSendingStatus": True, "DkimAttributes": {"Tokens": self.dkim_tokens}}
            return as_json(200, said) if known else as_json(404, {"message": "unknown"})
        return None

    def _answer_list(self, asked: Asked) -> Reply:
        if not self.may_list:
            return as_json(403, {"message": "not authorized"}, x_amzn_ErrorType="AccessDeniedException")
        if asked.path == f"/v2/email/contact-lists/{CONTACTS}/contacts/list":
            return self._page("Contacts", self.opted_out, asked.json.get("NextToken"))
        if asked.path == "/v2/email/suppression/addresses":
            return self._page("SuppressedDestinationSummaries", self.suppressed, asked.query.get("NextToken"))
        return as_json(404, {"message": "unknown"}, x_amzn_ErrorType="NotFoundException")

    def tell(self, identity: str, kind: str, *, in_envelope: bool = True, **detail: object) -> None:
        """An event comes into the queue, as SNS puts it there."""
        at = "2026-11-21T12:05:00.000Z"
        event = {"eventType": kind, "mail": {"messageId": identity, "timestamp": at}, kind.lower(): detail}
        text = json.dumps(event)
        self.queue[uuid.uuid4().hex] = json.dumps({"Type": "Notification", "Message": text}) if in_envelope else text

    @staticmethod
    def _page(name: str, entries: list[dict[str, Any]], token: str | None) -> Reply:
        start = int(token or 0)
        more = {"NextToken": str(start + 2)} if start + 2 < len(entries) else {}
        return as_json(200, {name: entries[start : start + 2], **more})

    def _answer_queue(self, asked: Asked) -> Reply:
        if asked.headers["X-Amz-Target"] == "AmazonSQS.DeleteMessage":
            self.queue.pop(asked.json["ReceiptHandle"], None)
            return as_json(200, {})
        found = list(self.queue.items())[: asked.json["MaxNumberOfMessages"]]
        return as_json(
            200, {"Messages": [{"ReceiptHandle": key, "Body": body} for key, body in found]} if found else {}
        )


class FakeSns(FakeProvider):
    """One account's texts, in XML; `opted_out` are numbers that said stop."""

    def __init__(self, *, port: int = 0, log: Path | None = None, tls: Any = None) -> None:
        super().__init__(port=port, log=log, tls=tls)
        self.opted_out: list[str] = []

    def is_message(self, asked: Asked) -> bool:
        return asked.method == "POST" and asked.form.get("Action") == "Publish"

    def refuse(self, asked: Asked) -> Reply | None:
        if not _is_signed(asked):
            return self.answer_error("401")
        if self.is_message(asked) and asked.form["PhoneNumber"] in self.opted_out:
            return self.answer_error("error:OptedOut")
        return None

    def accept(self, asked: Asked) -> dict[str, Any]:
        form = asked.form
        identity = str(uuid.uuid5(uuid.NAMESPACE_OID, str(len(self.journal))))
        return {"id": identity, "to": form["PhoneNumber"], "text": form["Message"]}

    def answer_accepted(self, entry: dict[str, Any], *, with_id: bool) -> Reply:
        inner = f"<MessageId>{entry['id']}</MessageId>" if with_id else "<Other/>"
        return _xml(200, f"<PublishResponse><PublishResult>{inner}</PublishResult></PublishResponse>")

    def answer_error(self, mode: str) -> Reply:
        code = {"429": "Throttled", "401": "InvalidClientTokenId", "500": "InternalError"}.get(mode)
        status = {"429": 429, "401": 403, "500": 500}.get(mode, 400)
        name = code or mode.removeprefix("error:")
        body = f"<Error><Type>Sender</Type><Code>{name}</Code><Message>About +12025550123</Message></Error>"
        status, headers, text = _xml(status, f"<ErrorResponse>{body}</ErrorResponse>")
        return status, headers | ({"Retry-After": "7"} if status == 429 else {}), text

    def answer(self, asked: Asked) -> Reply:
        if asked.form.get("Action") == "GetSMSAttributes":
            entry = "<entry><key>MonthlySpendLimit</key><value>50</value></entry>"
            inner = f"<GetSMSAttributesResult><attributes>{entry}</attributes></GetSMSAttributesResult>"
            return _xml(200, f"<GetSMSAttributesResponse>{inner}</GetSMSAttributesResponse>")
        if asked.form.get("Action") == "ListPhoneNumbersOptedOut":
            start = int(asked.form.get("nextToken", 0))
            members = "".join(f"<member>{number}</member>" for number in self.opted_out[start : start + 2])
            more = f"<nextToken>{start + 2}</nextToken>" if start + 2 < len(self.opted_out) else ""
            name, space = "ListPhoneNumbersOptedOut", "http://sns.amazonaws.com/doc/2010-03-31/"
            inner = f"<{name}Result><phoneNumbers>{members}</phoneNumbers>{more}</{name}Result>"
            return _xml(200, f'<{name}Response xmlns="{space}">{inner}</{name}Response>')
        return self.answer_error("error:InvalidAction")


def _xml(status: int, body: str) -> Reply:
    return status, {"Content-Type": "text/xml"}, body.encode()


if __name__ == "__main__":
    run_server("aws", lambda port, log: FakeSes(port=port, log=log))
