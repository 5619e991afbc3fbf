"""Where the program starts: a command goes to the command line, none opens the window."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reengage_desktop.jobs.shop import Shop

_WINDOW_OPTIONS = {"--background"}


def main(words: Sequence[str] | None = None) -> int:
    """Runs a command, or the window, and gives the exit code."""
    if getattr(sys, "frozen", False):
        import multiprocessing  # noqa: PLC0415 - only a packed program starts itself again to read workbooks

        multiprocessing.freeze_support()
    words = list(sys.argv[1:] if words is None else words)
    folder = _window_folder(words)
    if folder is None:
        from reengage_desktop.cli.answers import Stage  # noqa: PLC0415 - the window needs no parser
        from reengage_desktop.cli.main import main as run_command  # noqa: PLC0415

        return run_command(words, Stage(open_window=open_window))
    return open_window(folder[0], background="--background" in words)


def open_window(folder: Path | None, *, background: bool = False) -> int:
    """The window on a shop's folder (None: the usual one); one sentence and exit code 1 where there is no screen."""
    chosen = make_ready(folder)
    if chosen is None:
        return 1
    from reengage_desktop.ui import application  # noqa: PLC0415 - Qt is imported for the window alone

    return application.run(chosen, _opener(chosen), in_background=background)


def make_ready(folder: Path | None) -> Path | None:
    """Which folder the window opens, before Qt is loaded; None, and one sentence on stderr, where there is none.

    From here on Python searches for no cycles by itself: while Qt and the program load it would four times, in vain.
    The application takes the search over (`ui.collecting`).
    """
    gc.disable()
    from reengage_desktop.preflight import window_fault  # noqa: PLC0415 - commands need none of it

    fault = window_fault()
    if fault is not None:
        print(fault, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return None
    from reengage_desktop.app.folders import choose_folder  # noqa: PLC0415 - only after the look at the screen

    try:
        return choose_folder(folder, os.environ)
    except OSError as lacking:
        from reengage_desktop.jobs.refusals import sentence_of  # noqa: PLC0415 - only when something went wrong

        print(sentence_of(lacking), file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return None


def _opener(folder: Path) -> "Callable[[], Shop]":
    def open_it() -> "Shop":
        from reengage_desktop.app.opening import Wishes, open_shop  # noqa: PLC0415 - after the first paint

        return open_shop(Wishes(folder=folder))

    return open_it


def _window_folder(words: Sequence[str]) -> tuple[Path | None] | None:
    """The folder for the window when the words ask for it, as a tuple of one; None when they are a command's."""
    folder: Path | None = None
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word in _WINDOW_OPTIONS:
            continue
        name, equals, value = word.partition("=")
        if name != "--data-dir" or not (equals or rest):
            return None
        named = value if equals else rest.pop(0)
        if not named.strip():
            return None  # the parser says that it is empty: it must not mean wherever the program was started
        folder = Path(named)
    return (folder,)


if __name__ == "__main__":
    sys.exit(main())
