"""Requests to Amazon, signed with the owner's key (Signature Version 4), without the large kit that Amazon ships.

Source of the procedure: Amazon's “Create a signed AWS API request”; the tests hold it against botocore's own signer.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urlencode, urlsplit

from reengage_desktop.channels.errors import Silence, ask
from reengage_desktop.transport import Answer, HttpClient, Request, machine_moment

_ALGORITHM = "AWS4-HMAC-SHA256"


@dataclass(frozen=True)
class AwsKey:
    """One key of the owner's, for one region."""

    access_key_id: str
    secret_access_key: str
    region: str


class AwsClient:
    """One of Amazon's services at one address."""

    def __init__(self, key: AwsKey, service: str, base_url: str) -> None:
        self._key = key
        self._service = service
        self._host = urlsplit(base_url).netloc
        self._client = HttpClient(base_url, {})

    def ask_json(
        self, method: str, path: str, deadline: float, said: object = None, query: Mapping[str, str] | None = None
    ) -> Answer | Silence:
        """The answer to a request whose body, if any, is JSON."""
        body = b"" if said is None else json.dumps(said, ensure_ascii=False).encode()
        headers = {} if said is None else {"Content-Type": "application/json"}
        return self._ask(method, path, body, headers, deadline, query)

    def ask_target(self, target: str, path: str, said: object, deadline: float) -> Answer | Silence:
        """The answer of a service that takes the operation's name in a header (SQS)."""
        headers = {"Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": target}
        return self._ask("POST", path, json.dumps(said, ensure_ascii=False).encode(), headers, deadline, None)

    def ask_form(self, form: Mapping[str, str], deadline: float) -> Answer | Silence:
        """The answer to a form (SNS)."""
        headers = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}
        return self._ask("POST", "/", urlencode(form).encode(), headers, deadline, None)

    def close(self) -> None:
        """Let go of connections."""
        self._client.close()

    def _ask(
        self,
        method: str,
        path: str,
        body: bytes,
        headers: Mapping[str, str],
        deadline: float,
        query: Mapping[str, str] | None,
    ) -> Answer | Silence:
        text = canonical_query(query or {})
        signed = sign(
            self._key, self._service, Signable(method, self._host, path, text, headers, body), machine_moment()
        )
        target = f"{path}?{text}" if text else path
        return ask(self._client, Request(method, target, headers=signed, body=body), deadline)


@dataclass(frozen=True)
class Signable:
    """What a signature covers. `path` and `query` are encoded as they go over the wire; the query is sorted."""

    method: str
    host: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes


def canonical_query(query: Mapping[str, str]) -> str:
    """The query as it goes over the wire and is signed: sorted by what its names look like once encoded."""
    encoded = sorted((quote(name, safe="-_.~"), quote(value, safe="-_.~")) for name, value in query.items())
    return "&".join(f"{name}={value}" for name, value in encoded)


def sign(key: AwsKey, service: str, what: Signable, at: datetime) -> dict[str, str]:
    """The request's headers with its date and signature."""
    moment, day = at.strftime("%Y%m%dT%H%M%SZ"), at.strftime("%Y%m%d")
    headers = {**what.headers, "X-Amz-Date": moment}
    covered = {name.lower(): " ".join(value.split()) for name, value in {**headers, "Host": what.host}.items()}
    names = ";".join(sorted(covered))
    canonical = "\n".join(
        (
            what.method,
            quote(what.path, safe="/-_.~"),
            what.query,
            *(f"{name}:{covered[name]}" for name in sorted(covered)),
            "",
            names,
            hashlib.sha256(what.body).hexdigest(),
        )
    )
    scope = f"{day}/{key.region}/{service}/aws4_request"
    text = "\n".join((_ALGORITHM, moment, scope, hashlib.sha256(canonical.encode()).hexdigest()))
    secret = f"AWS4{key.secret_access_key}".encode()
    for part in (day, key.region, service, "aws4_request"):
        secret = hmac.digest(secret, part.encode(), "sha256")
    signature = hmac.new(secret, text.encode(), "sha256").hexdigest()
    credential = f"Credential={key.access_key_id}/{scope}"
    return {**headers, "Authorization": f"{_ALGORITHM} {credential}, SignedHeaders={names}, Signature={signature}"}
