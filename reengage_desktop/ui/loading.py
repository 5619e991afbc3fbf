"""Loads modules before they are needed, in a thread as far as that is safe.

PySide keeps tables of Qt's classes, which the window's thread reads at nearly every event without asking anybody. A
module of the window that is loaded in another thread writes new classes into them: one start in some hundred ended the
program so. The other thread therefore loads only what lies beneath the window, and looks up in what order the window's
own modules have to come; the window's thread loads them, in turns of some milliseconds.
"""

import importlib
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.machinery import ModuleSpec
from types import CodeType
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, QTimer

from reengage_desktop.ui.background import right_of_way

if TYPE_CHECKING:
    from reengage_desktop.ui.desk import Desk

_OURS = "reengage_desktop."
_OF_THE_WINDOW = "reengage_desktop.ui"
_TURN_S = 0.01
"""Each turn costs a wait for the interpreter beside other threads; a module alone takes 1 to 5 ms."""


@runtime_checkable
class _GivesCode(Protocol):
    """What Python's loaders have in common with those of a packaged program."""

    def get_code(self, fullname: str) -> CodeType | None: ...


def load_beneath(names: Iterable[str]) -> list[str]:
    """Loads what these modules need beneath the window; gives what of the window's own is left to load, in its order.

    For any thread. What it overlooks is loaded with the module that needs it.
    """
    left: list[str] = []
    seen: set[str] = set()

    def look_at(name: str) -> None:
        if name in seen or name in sys.modules:
            return
        seen.add(name)
        if not f"{name}.".startswith(f"{_OF_THE_WINDOW}."):
            importlib.import_module(name)
            return
        for each in _named_in(name):
            look_at(each)
        left.append(name)

    for each in names:
        look_at(each)
    return left


def load_in_turns(names: Iterable[str], parent: QObject, on_done: Callable[[], object]) -> None:
    """Loads modules in the window's thread, a few in each turn, and tells; neither once `parent` has gone."""
    waiting = iter(names)

    def go_on() -> None:
        until = time.monotonic() + _TURN_S
        right_of_way().take()
        for name in waiting:
            importlib.import_module(name)
            if time.monotonic() > until:
                QTimer.singleShot(0, parent, go_on)
                return
        on_done()

    go_on()


def load_unseen(desk: "Desk", name: str, parent: QObject, on_done: Callable[[], object]) -> None:
    """Loads a module while the owner works on, and tells."""
    desk.read(lambda: load_beneath([name]), parent, lambda left: load_in_turns(left, parent, on_done))


def _named_in(name: str) -> Iterator[str]:
    """The program's modules that a module's imports name, and the packages in which it lies; nothing is loaded."""
    parent = name.rpartition(".")[0]
    if parent:
        yield parent
    code = _code(name)
    if code is None:
        return
    taken = {each for const in code.co_consts if isinstance(const, tuple) for each in const if isinstance(each, str)}
    for each in code.co_names:
        if each.startswith(_OURS):
            yield each
            spec = _spec(each)
            if spec is not None and spec.submodule_search_locations is not None:
                yield from (f"{each}.{part}" for part in sorted(taken) if _spec(f"{each}.{part}") is not None)


def _code(name: str) -> CodeType | None:
    spec = _spec(name)
    return spec.loader.get_code(name) if spec is not None and isinstance(spec.loader, _GivesCode) else None


@cache
def _spec(name: str) -> ModuleSpec | None:
    """Where a module comes from. Python's own `find_spec` would load the packages in which it lies."""
    parent = name.rpartition(".")[0]
    outer = _spec(parent) if parent else None
    if parent and (outer is None or outer.submodule_search_locations is None):
        return None
    path = None if outer is None else outer.submodule_search_locations
    found = (finder.find_spec(name, path) for finder in sys.meta_path)
    return next((spec for spec in found if spec is not None), None)
