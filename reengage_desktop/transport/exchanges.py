"""One request's state and its deadline, and what its failure proves (promise 6)."""

import contextlib
import os
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")

_LONGEST_SLEEP_S = 60.0
_LATE = "The server did not answer in time."


class TransportFault(Exception):
    """A request without an answer. The text is a plain sentence without addresses or secrets."""


class NothingSent(TransportFault):
    """Proven: the request never left, because the server was not reached."""


class KeyUnfit(NothingSent):
    """Proven as well, and no matter of the network: what was given as the key can't be said to any server."""


class MaybeSent(TransportFault):
    """The request may have arrived: there was no answer, or none that can be read."""


class Exchange:
    """One request's state, shared by the thread that waits for it and the one that works on it.

    It is either still reaching the server or committed; once abandoned it can't become committed any more. That is
    what makes `NothingSent` a proof.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._abandoned = False
        self._committed = False

    def watch(self, sock: socket.socket) -> None:
        """Remember the socket, so that a hung read on it can be ended; raises NothingSent when it is too late."""
        with self._lock:
            self._attach(sock)

    def commit(self, sock: socket.socket) -> None:
        """From here on nobody can prove that nothing was sent; raises NothingSent when it is too late."""
        with self._lock:
            self._attach(sock)
            self._committed = True

    def abandon(self) -> None:
        """End the exchange: nothing more leaves, and whoever reads on its socket is woken."""
        with self._lock:
            self._abandoned = True
            if self._socket is not None:
                _break(self._socket)

    def _attach(self, sock: socket.socket) -> None:
        if self._abandoned:
            raise NothingSent("The server could not be reached in time.")
        self._socket = sock

    @property
    def is_committed(self) -> bool:
        """Whether something may have been sent."""
        with self._lock:
            return self._committed

    @property
    def is_abandoned(self) -> bool:
        """Whether it was ended from outside."""
        with self._lock:
            return self._abandoned

    def fault(self, sentence: str) -> TransportFault:
        """The failure that this exchange's state proves, with the sentence that tells it."""
        return MaybeSent(sentence) if self.is_committed else NothingSent(sentence)


def _break(sock: socket.socket) -> None:
    # The plain socket's own shutdown: a TLS socket's would pull the session out under the reading thread.
    with contextlib.suppress(OSError):  # not connected yet, or gone already: there is nobody to wake
        socket.socket.shutdown(sock, socket.SHUT_RDWR)


def run_by_deadline(work: Callable[[Exchange], T], deadline: float) -> T:
    """What `work` gives, at the latest at `deadline` (a moment of `time.monotonic`).

    The work runs in a thread of its own, because neither a name look-up nor a server that drips one byte a second
    can be ended from within. Raises NothingSent or MaybeSent when time is up, else what the work raises.
    """
    exchange = Exchange()
    result: Future[T] = Future()
    worker = threading.Thread(target=_work, args=(work, exchange, result), name="exchange", daemon=True)
    worker.start()
    try:
        worker.join(max(0.0, deadline - time.monotonic()))
    finally:
        is_over = result.done()
        if not is_over:
            exchange.abandon()
    if is_over:
        return result.result()
    # What the work makes of its broken connection from here on is no answer of the server's.
    raise exchange.fault(_LATE)


def _work(work: Callable[[Exchange], T], exchange: Exchange, result: "Future[T]") -> None:
    try:
        result.set_result(work(exchange))
    except BaseException as fault:  # noqa: BLE001 - handed to the waiting thread, which raises it
        result.set_exception(fault)


class _Watch:
    """One thread that ends the exchanges of all other threads whose time is up; it sleeps while none is."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._deadlines: dict[Exchange, float] = {}
        self._wakes_at = 0.0
        self._process = 0

    def begin(self, exchange: Exchange, deadline: float) -> None:
        """From now on the exchange ends at that moment at the latest."""
        with self._changed:
            if self._process != os.getpid():  # a forked child has no thread of its parent's
                self._process = os.getpid()
                self._deadlines.clear()
                self._wakes_at = deadline
                threading.Thread(target=self._work, name="deadlines", daemon=True).start()
            self._deadlines[exchange] = deadline
            if deadline < self._wakes_at:
                self._changed.notify()

    def end(self, exchange: Exchange) -> None:
        """It has ended by itself: once this returns, nobody breaks its connection any more."""
        with self._changed:
            self._deadlines.pop(exchange, None)

    def _work(self) -> None:
        with self._changed:
            while True:
                now = time.monotonic()
                for exchange in [each for each, deadline in self._deadlines.items() if deadline <= now]:
                    del self._deadlines[exchange]
                    exchange.abandon()
                self._wakes_at = min(self._deadlines.values(), default=now + _LONGEST_SLEEP_S)
                self._changed.wait(self._wakes_at - now)


_watch = _Watch()


def run_on_line(work: Callable[[Exchange], T], deadline: float) -> T:
    """The same for work on a connection that stands: in the calling thread, because breaking the connection ends it.

    The work must not look a name up nor connect: nothing could end that.
    """
    exchange = Exchange()
    _watch.begin(exchange, deadline)
    try:
        found = work(exchange)
    except TransportFault:
        if exchange.is_abandoned:
            raise exchange.fault(_LATE) from None
        raise
    finally:
        _watch.end(exchange)
    if exchange.is_abandoned:
        raise exchange.fault(_LATE)
    return found
