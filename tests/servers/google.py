"""Google on this PC: tokens for a service account whose statement is checked, Firebase's push, and Wallet's passes."""

import base64
import json
from functools import cache
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from tests.servers.http import Asked, FakeProvider, Reply, as_json
from tests.servers.process import run_server

PROJECT = "shop-project"
ISSUER = "3388000000012345678"
TOKEN = "ya29.canary-token"
_CLIENT = "shop@shop-project.example.com"
_STATUSES = {
    "429": (429, "RESOURCE_EXHAUSTED"),
    "401": (401, "UNAUTHENTICATED"),
    "500": (500, "INTERNAL"),
    "error:UNREGISTERED": (404, "NOT_FOUND"),
    "error:NOT_FOUND": (404, "NOT_FOUND"),
}


@cache
def _key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@cache
def key_file() -> str:
    """A service account's key file, made for this run."""
    pem = _key().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    said = {"type": "service_account", "client_email": _CLIENT, "private_key_id": "k1", "private_key": pem.decode()}
    return json.dumps(said)


def public_key() -> bytes:
    """What Google knows of that account: the public half of its key."""
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    return _key().public_key().public_bytes(serialization.Encoding.PEM, form)


def _error(status: int, name: str, code: str | None = None) -> Reply:
    error: dict[str, Any] = {"code": status, "message": "Something about ann-token", "status": name}
    if code:
        kind = "type.googleapis.com/google.firebase.fcm.v1.FcmError"
        error["details"] = [{"@type": kind, "errorCode": code}]
    return as_json(status, {"error": error}, **({"Retry_After": "7"} if status == 429 else {}))


class _Google(FakeProvider):
    """Gives tokens, and asks for one at every other door."""

    def __init__(self, *, port: int = 0, log: Path | None = None, tls: Any = None) -> None:
        super().__init__(port=port, log=log, tls=tls)
        self.tokens_given = 0

    def refuse(self, asked: Asked) -> Reply | None:
        if asked.path == "/token":
            return None
        return None if asked.headers.get("Authorization") == f"Bearer {TOKEN}" else _error(401, "UNAUTHENTICATED")

    def answer(self, asked: Asked) -> Reply:
        if asked.path != "/token":
            return _error(404, "NOT_FOUND")
        if not _is_signed(asked.form.get("assertion", "")):
            return as_json(400, {"error": "invalid_grant", "error_description": "Invalid JWT Signature."})
        self.tokens_given += 1
        return as_json(200, {"access_token": TOKEN, "expires_in": 3599, "token_type": "Bearer"})

    def answer_error(self, mode: str) -> Reply:
        status, name = _STATUSES.get(mode) or (400, mode.removeprefix("error:"))
        return _error(status, name, mode.removeprefix("error:") if mode.startswith("error:") else None)


def _decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _is_signed(statement: str) -> bool:
    head, _, signature = statement.rpartition(".")
    try:
        _key().public_key().verify(_decoded(signature), head.encode(), padding.PKCS1v15(), hashes.SHA256())
        claims = json.loads(_decoded(head.partition(".")[2]))
    except (InvalidSignature, ValueError):
        return False
    return bool(claims["iss"] == _CLIENT and claims["aud"].endswith("/token") and claims["exp"] > claims["iat"])


class FakeFcm(_Google):
    """One Firebase project; `dead` are tokens that no device has."""

    def __init__(self, *, port: int = 0, log: Path | None = None, tls: Any = None) -> None:
        super().__init__(port=port, log=log, tls=tls)
        self.dead: set[str] = set()

    def is_message(self, asked: Asked) -> bool:
        is_send = asked.method == "POST" and asked.path == f"/v1/projects/{PROJECT}/messages:send"
        return is_send and not asked.json.get("validateOnly")

    def refuse(self, asked: Asked) -> Reply | None:
        refusal = super().refuse(asked)
        if refusal is None and self.is_message(asked) and asked.json["message"]["token"] in self.dead:
            return self.answer_error("error:UNREGISTERED")
        return refusal

    def accept(self, asked: Asked) -> dict[str, Any]:
        said = asked.json["message"]
        name = f"projects/{PROJECT}/messages/{len(self.journal) + 1:06d}"
        return {"id": name, "to": said["token"], "text": said["notification"]["body"], "data": said["data"]}

    def answer_accepted(self, entry: dict[str, Any], *, with_id: bool) -> Reply:
        return as_json(200, {"name": entry["id"]} if with_id else {"message": "ok"})

    def answer(self, asked: Asked) -> Reply:
        if asked.path.endswith(":send"):
            return _error(400, "INVALID_ARGUMENT", "INVALID_ARGUMENT")  # a trial: all is well but the token
        return super().answer(asked)


_CAP_WORDS = "Quota exceeded for issuer 1 when adding TEXT_AND_NOTIFY message to object 1.cust-42."
CAPS: list[dict[str, Any]] = [
    # As a user of it was answered (edutap.wallet_google, issue 3), and by the name in Google's own guide.
    {
        "code": 403,
        "message": _CAP_WORDS,
        "errors": [{"message": _CAP_WORDS, "domain": "walletobjects", "reason": "quotaExceeded"}],
    },
    {"code": 429, "message": "QuotaExceededException", "status": "RESOURCE_EXHAUSTED"},
]


class FakeWallet(_Google):
    """One issuer's loyalty passes; `unsaved` are passes that nobody has on her phone.

    `sounding`: how many messages may sound, `cap` how a further one is refused.
    """

    def __init__(self, *, port: int = 0, log: Path | None = None, tls: Any = None) -> None:
        super().__init__(port=port, log=log, tls=tls)
        self.unsaved: set[str] = set()
        self.sounding = 1_000_000
        self.cap: dict[str, Any] = CAPS[0]

    def is_message(self, asked: Asked) -> bool:
        return asked.method == "POST" and asked.path.endswith("/addMessage")

    def refuse(self, asked: Asked) -> Reply | None:
        refusal = super().refuse(asked)
        if refusal is None and self.is_message(asked):
            kind = asked.json["message"]["messageType"]
            if kind == "TEXT_AND_NOTIFY" and sum(entry["kind"] == kind for entry in self.accepted) >= self.sounding:
                return as_json(self.cap["code"], {"error": self.cap})
        return refusal

    def accept(self, asked: Asked) -> dict[str, Any]:
        said, pass_id = asked.json["message"], asked.path.split("/")[-2]
        return {"id": said["id"], "to": pass_id, "text": said["body"], "kind": said["messageType"]}

    def answer_accepted(self, entry: dict[str, Any], *, with_id: bool) -> Reply:
        return as_json(200, {"resource": {"id": entry["to"]}})

    def answer(self, asked: Asked) -> Reply:
        if asked.path == "/walletobjects/v1/loyaltyClass":
            return as_json(200, {"resources": [{"id": f"{ISSUER}.card"}]})
        pass_id = asked.path.removeprefix("/walletobjects/v1/loyaltyObject/")
        if pass_id.startswith(f"{ISSUER}."):
            shown = [{"id": entry["id"], "body": entry["text"]} for entry in self.accepted if entry["to"] == pass_id]
            return as_json(200, {"id": pass_id, "hasUsers": pass_id not in self.unsaved, "messages": shown})
        return super().answer(asked)


if __name__ == "__main__":
    run_server("google", lambda port, log: FakeFcm(port=port, log=log))
