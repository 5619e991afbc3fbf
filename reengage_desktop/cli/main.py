"""The command line's outermost part: words in, one answer out, and never a traceback."""

import logging
import os
import re
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from importlib import import_module
from types import FrameType
from typing import TYPE_CHECKING, Any, cast

from reengage_desktop.cli.answers import Answer, Stage, let_go
from reengage_desktop.cli.parser import Usage, read_words
from reengage_desktop.cli.tables import as_document, harmless

if TYPE_CHECKING:
    from reengage_desktop.jobs.shop import Shop

DONE, FAILED, WRONG_USAGE = 0, 1, 2

_log = logging.getLogger(__name__)
# Promise 31: whoever has not stopped by then is marked by the next start.
_GRACE_S = 3.5

_STOPPING = "Stopping: what is not whole yet is taken back, what is on its way is waited for."
_LEFT = (
    "Stopped while something had not answered yet. Nothing stays half done: an import is taken back, and a message "
    "that was on its way is listed as uncertain the next time, not sent twice."
)
_LEFT_BEHIND = {
    "imports:import_file": (
        "Stopped. What the import had written by then is taken back when the program next starts, before anything "
        "else happens: not a row of it counts, and nobody is written to until then."
    ),
    "imports:undo": (
        "Stopped. The rest of the import is taken back when the program next starts, before anything else happens."
    ),
}
"""What is left to the next start, by the command that had not ended in time."""

_BEYOND = {
    OverflowError: "A number or a day in the command is farther away than any there is. Nothing was changed; check it.",
    UnicodeEncodeError: (
        "A word of the command holds bytes that are no letters in UTF-8. Nothing was changed; write it in UTF-8."
    ),
}
"""What only the words of a command can cause, by what it makes of Python."""

Handler = Callable[["Shop", Any, Stage], Answer]


def main(words: Sequence[str] | None = None, stage: Stage | None = None) -> int:
    """Runs one command and gives its exit code."""
    words = sys.argv[1:] if words is None else words
    stage = stage or Stage()
    as_json = "--json" in words
    try:
        arguments = read_words(words)
    except Usage as usage:
        if usage.code == DONE:
            return _show(Answer(usage.data, usage.text), stage, as_json=as_json)
        return _stop(stage, usage.code, usage.text, usage.hint, as_json=as_json)
    try:
        answer = _answer(arguments, stage)
    except KeyboardInterrupt:
        sentence = "Stopped. What had been done by then stays; run the command again to go on."
        return _stop(stage, FAILED, sentence, "", as_json=as_json)
    except Exception as fault:  # noqa: BLE001 - the command line's boundary: a sentence, and the trace in the log
        return _stop(stage, FAILED, _say(fault), "", as_json=as_json)
    code = _show(answer, stage, as_json=as_json)
    return code if answer.then is None else answer.then()


def _answer(arguments: Any, stage: Stage) -> Answer:
    module_name, _, name = arguments.handler.partition(":")
    handler = getattr(import_module(f"reengage_desktop.cli.commands.{module_name}"), name)
    if arguments.without_shop:
        event = threading.Event()
        with _stopping(event.set, arguments, stage):
            return cast("Callable[[Any, Stage], Answer]", handler)(arguments, replace(stage, stop=event.is_set))
    from reengage_desktop.cli.opening import open_for  # noqa: PLC0415 - usage faults need no shop

    shop = open_for(arguments, stage)
    with _stopping(shop.lanes.stopping.cancel, arguments, stage):
        try:
            return cast("Handler", handler)(shop, arguments, stage)
        except Exception as fault:
            _keep_trace(fault)
            raise
        finally:
            shop.close()


@contextmanager
def _stopping(ask: Callable[[], None], arguments: Any, stage: Stage) -> Iterator[None]:
    """Lets SIGTERM and Ctrl+C end long work at a safe place, and anything within five seconds."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    timers = list[threading.Timer]()

    def stop(_number: int, _frame: FrameType | None) -> None:
        if not arguments.is_long:
            raise KeyboardInterrupt
        ask()
        stage.say(_STOPPING)
        timer = threading.Timer(_GRACE_S, _leave, (stage, arguments))
        timer.daemon = True
        timer.start()
        timers.append(timer)

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for timer in timers:
            timer.cancel()


def _leave(stage: Stage, arguments: Any) -> None:
    """Ends the process although something still hangs; the next start marks what that was."""
    sentence = _LEFT_BEHIND.get(arguments.handler, _LEFT)
    _stop(stage, FAILED, sentence, "", as_json=arguments.json)
    os._exit(FAILED)


def _say(fault: Exception) -> str:
    from reengage_desktop.jobs.refusals import sentence_of  # noqa: PLC0415 - only when something went wrong

    return _BEYOND.get(type(fault)) or sentence_of(fault)


def _keep_trace(fault: Exception) -> None:
    from reengage_desktop.jobs.refusals import find_sentence  # noqa: PLC0415 - only when something went wrong

    if find_sentence(fault) is None:
        _log.error("command.failed", exc_info=fault)
    else:
        # What is quoted was typed or stands in a file: it may be anybody's name.
        sentence = re.sub("“[^”]*”", "“…”", str(fault))
        _log.info("command.refused", extra={"facts": {"kind": type(fault).__name__, "sentence": sentence}})


def _show(answer: Answer, stage: Stage, *, as_json: bool) -> int:
    text = as_document(answer.data, indent=2) if as_json else harmless(answer.text)
    return _write(stage, text, answer.exit_code)


def _stop(stage: Stage, code: int, sentence: str, hint: str, *, as_json: bool) -> int:
    stage.say("\n".join(filter(None, (sentence, hint))))
    return _write(stage, as_document({"error": sentence}), code) if as_json else code


def _write(stage: Stage, text: str, code: int) -> int:
    reconfigure = getattr(stage.stdout, "reconfigure", None)
    if reconfigure is not None:
        with suppress(ValueError, OSError):
            reconfigure(encoding="utf-8", errors="replace")
    try:
        print(text, file=stage.stdout)
        stage.stdout.flush()
    except OSError as fault:
        let_go(sys.stdout)
        if not isinstance(fault, BrokenPipeError):  # else whoever read us has heard enough
            stage.say(f"The answer can't be written ({fault.strerror}). What was asked for is done.")
            return FAILED
    return code
