"""The way to a mail server, to send and to read alike: a socket that its exchange can end, and what breaks it."""

import socket
import ssl
import time

from reengage_desktop.transport import Exchange

_STEP_S = 30.0


def connect(host: str, port: int, timeout: float | None) -> socket.socket:
    """A socket to the server; raises OSError, also for what can't be a host's name."""
    try:
        return socket.create_connection((host, port), timeout)
    except UnicodeError:  # empty or endless labels
        raise socket.gaierror("there can be no host of this name") from None


def watched(sock: socket.socket, host: str, tls: ssl.SSLContext | None, exchange: Exchange) -> socket.socket:
    """The connected socket with its exchange told and, where there is `tls`, the server's certificate checked.

    It is closed where that fails.
    """
    try:
        exchange.watch(sock)
        return tls.wrap_socket(sock, server_hostname=host) if tls else sock
    except BaseException:
        sock.close()
        raise


def sentence_of(fault: OSError, who: str, its_server: str) -> str:
    """What broke the connection, in a sentence: `who` it leads to, such as “the mailbox”, and what was looked up."""
    if isinstance(fault, ssl.SSLError):
        return f"{who.capitalize()}'s certificate is not trusted by this PC, or it speaks no TLS on this port."
    if isinstance(fault, socket.gaierror):
        return f"{its_server.capitalize()} was not found; the PC is probably offline."
    if isinstance(fault, TimeoutError):
        return f"{who.capitalize()} did not answer in time."
    if isinstance(fault, ConnectionRefusedError):
        return f"Nobody answers at {who}'s address and port."
    return f"The connection to {who} broke."


def step_s(deadline: float) -> float:
    """How many seconds one step of the conversation may take."""
    return max(0.01, min(_STEP_S, deadline - time.monotonic()))
