"""Looks up the TXT records of a domain; the only place that asks the DNS."""

from collections.abc import Sequence
from typing import Protocol

_LIFETIME_S = 4.0


class Unanswered(Exception):
    """No name server gave an answer: nothing is known of the name."""


class Resolver(Protocol):
    """Who is asked."""

    def list_texts(self, name: str) -> tuple[str, ...]:
        """The TXT records at a name, aliases followed, none where there are none; raises Unanswered."""
        ...


class DnsResolver:
    """Asks the PC's own name servers, or those that are given."""

    def __init__(self, servers: Sequence[str] = (), port: int = 53) -> None:
        self._servers = tuple(servers)
        self._port = port

    def list_texts(self, name: str) -> tuple[str, ...]:
        """The TXT records at a name, each put together from its parts."""
        import dns.exception  # noqa: PLC0415 - the library is large, and seldom asked
        import dns.resolver  # noqa: PLC0415

        try:
            resolver = dns.resolver.Resolver(configure=not self._servers)
            if self._servers:
                resolver.nameservers, resolver.port = list(self._servers), self._port
            resolver.lifetime = _LIFETIME_S
            answer = resolver.resolve(name, "TXT", search=False)
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer, dns.exception.SyntaxError):
            return ()
        except (dns.exception.DNSException, OSError, ValueError) as fault:
            raise Unanswered(name) from fault
        return tuple(b"".join(record.strings).decode("utf-8", "replace") for record in answer)
