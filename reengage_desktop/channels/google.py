"""A service account's way into Google's interfaces: a signed statement is exchanged for a token that lasts an hour."""

import json
import time
from dataclasses import dataclass

from reengage_desktop.channels.answers import fields_of
from reengage_desktop.channels.errors import ask, refused, without_personal_data
from reengage_desktop.domain.base_urls import beside
from reengage_desktop.domain.outcomes import AccountCause, BadAccount, NotSent, Outcome, Uncertain
from reengage_desktop.transport import Answer, HttpClient, Request, machine_moment

_TOKEN_HOST = "https://oauth2.googleapis.com"  # noqa: S105 - an address, no secret
_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
_LIFETIME_S = 3600
_SPARE_S = 120.0
_NO_ACCOUNT = "The service account is no complete key file of Google's; create a new JSON key and save it again."


@dataclass(frozen=True)
class ServiceAccount:
    """The owner's key file, and what it is used for; `base_url` takes every host's place where the owner sets it."""

    key_file: str
    scope: str
    public_url: str
    base_url: str

    @property
    def token_url(self) -> str:
        """Where tokens come from."""
        return beside(self.base_url, self.public_url, _TOKEN_HOST)


class GoogleClient:
    """One of Google's interfaces, asked in the name of a service account."""

    def __init__(self, account: ServiceAccount, client: HttpClient | None = None) -> None:
        self._account = account
        self._client = client or HttpClient(account.base_url, {})
        self._tokens = HttpClient(account.token_url, {})
        self._token = ""
        self._good_until = 0.0

    def ask(self, request: Request, deadline: float) -> Answer | Outcome:
        """The answer to a request with a token; an outcome where there is no token or no answer.

        A token may end before its time, because the steady clock stands while the PC sleeps: where Google does not take
        an older one, it took nothing, and is asked again with a new one.
        """
        is_older = time.monotonic() < self._good_until
        answer = self._ask(request, deadline)
        if isinstance(answer, Answer) and answer.status == 401:
            self._good_until = 0.0
            return self._ask(request, deadline) if is_older else answer
        return answer

    def close(self) -> None:
        """Let go of connections and of the token."""
        self._client.close()
        self._tokens.close()
        self._good_until = 0.0

    def _ask(self, request: Request, deadline: float) -> Answer | Outcome:
        fault = self._renew(deadline) if time.monotonic() >= self._good_until else None
        if fault is not None:
            return fault
        headers = {**(request.headers or {}), "Authorization": f"Bearer {self._token}"}
        with_token = Request(request.method, request.path, request.query, None, request.json, headers)
        return ask(self._client, with_token, deadline)

    def _renew(self, deadline: float) -> Outcome | None:
        """Fetches a token; the outcome that says why there is none. Nothing was sent then."""
        statement = self._statement()
        if statement is None:
            return BadAccount(AccountCause.CREDENTIALS, None, _NO_ACCOUNT)
        form = {"grant_type": _GRANT, "assertion": statement}
        answer = ask(self._tokens, Request("POST", "/token", form=form), deadline)
        if not isinstance(answer, Answer):
            return not_asked(answer)
        fields = fields_of(answer)
        token, said_s = fields.get("access_token"), fields.get("expires_in")
        if answer.is_success and isinstance(token, str) and token:
            self._token = token
            lasts_s = min(said_s, _LIFETIME_S) if isinstance(said_s, int | float) else _LIFETIME_S
            self._good_until = time.monotonic() + max(0.0, lasts_s - _SPARE_S)
            return None
        words = without_personal_data(fields.get("error_description") or fields.get("error"))
        if 400 <= answer.status < 500 and answer.status != 429:
            return BadAccount(AccountCause.CREDENTIALS, None, words or "Google did not accept the service account.")
        return not_asked(refused(answer, {}, None, words))

    def _statement(self) -> str | None:
        from google.auth import crypt, jwt  # noqa: PLC0415 - start-up does without it

        try:
            info = json.loads(self._account.key_file)
            signer = crypt.RSASigner.from_service_account_info(info)  # type: ignore[no-untyped-call]
            issued_at = int(machine_moment().timestamp())
            claims = {
                "iss": info["client_email"],
                "scope": self._account.scope,
                "aud": f"{_TOKEN_HOST}/token",
                "iat": issued_at,
                "exp": issued_at + _LIFETIME_S,
            }
            return str(jwt.encode(signer, claims).decode("ascii"))  # type: ignore[no-untyped-call]
        except (ValueError, TypeError, KeyError):
            return None


def not_asked(fault: Outcome) -> Outcome:
    """What a failed errand before the message proves: the message itself did not leave."""
    return NotSent(fault.detail) if isinstance(fault, Uncertain) else fault
