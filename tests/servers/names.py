"""A name server on loopback that answers TXT questions from a table; what is not in it does not exist."""

import socketserver
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import dns.flags
import dns.message
import dns.rcode
import dns.rdataclass
import dns.rdatatype
import dns.rrset


@dataclass
class Names:
    """The table: texts and aliases by name; `asked` keeps every question, `is_silent` answers with a failure."""

    texts: Mapping[str, Sequence[str]]
    aliases: Mapping[str, str] = field(default_factory=dict)
    is_silent: bool = False
    asked: list[str] = field(default_factory=list)
    port: int = 0

    def answer(self, wire: bytes) -> bytes:
        """The answer to one question."""
        question = dns.message.from_wire(wire)
        name = question.question[0].name
        text = name.to_text(omit_final_dot=True)
        self.asked.append(text)
        reply = dns.message.make_response(question)
        reply.flags |= dns.flags.RA
        if self.is_silent:
            reply.set_rcode(dns.rcode.SERVFAIL)
            return reply.to_wire()
        if text in self.aliases:
            target = f"{self.aliases[text]}."
            reply.answer.append(dns.rrset.from_text(name, 60, dns.rdataclass.IN, dns.rdatatype.CNAME, target))
            text = self.aliases[text]
        if text in self.texts:
            records = [_quoted(each) for each in self.texts[text]]
            reply.answer.append(dns.rrset.from_text(f"{text}.", 60, dns.rdataclass.IN, dns.rdatatype.TXT, *records))
        else:
            reply.set_rcode(dns.rcode.NXDOMAIN)
        return reply.to_wire()


@contextmanager
def serve_names(
    texts: Mapping[str, Sequence[str]], aliases: Mapping[str, str] | None = None, *, is_silent: bool = False
) -> Iterator[Names]:
    """Serves the table as long as the block lasts."""
    names = Names(texts, aliases or {}, is_silent)

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            wire, sock = self.request
            sock.sendto(names.answer(wire), self.client_address)

    with socketserver.UDPServer(("127.0.0.1", 0), Handler) as server:
        names.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield names
        finally:
            server.shutdown()
            thread.join()


def _quoted(text: str) -> Any:
    """A TXT record in parts of 255 signs, as the wire wants it."""
    return " ".join(f'"{text[at : at + 255]}"' for at in range(0, len(text), 255))
