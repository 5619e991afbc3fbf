"""Numbers the people and products that rows mention, so that a thousand orders of one person stage her once."""

from collections.abc import Mapping, Sequence
from typing import Any

from reengage_desktop.engine.importing.values import name_key, name_keys
from reengage_desktop.store import staged
from reengage_desktop.store.scratch import Scratch

_MOST_REMEMBERED = 120_000
"""Bounds the memory; whoever is forgotten and met again is staged twice and united when people are resolved."""

_GIVEN = staged.PERSON.index("first_name")
_PERSON_COLUMNS = ("pid", "line", "email_key", "name_key", *staged.PERSON)
_WARE_COLUMNS = ("gid", "line", *staged.WARE)


class People:
    """The different mentions of people, each with her number `pid`."""

    def __init__(self, scratch: Scratch) -> None:
        self._scratch = scratch
        self._known: dict[tuple[Any, ...], int] = {}
        self._rows: list[tuple[Any, ...]] = []
        self._next = 1

    def number(self, mention: tuple[Any, ...], line: int) -> int:
        """The number of a mention: values in the order of PERSON, shorter where the rest is empty."""
        pid = self._known.get(mention)
        if pid is None:
            pid = self._add(mention, line)
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            self._known[mention] = pid
        return pid

    def find(self, mentions: Sequence[tuple[Any, ...]]) -> list[int | None]:
        """The numbers of mentions that were met before; None for the others."""
        return list(map(self._known.get, mentions))

    def add_all(self, columns: Mapping[str, Sequence[Any]], lines: Sequence[int]) -> None:
        """Mentions that are surely new, such as every row of a customer file: columns by their names in PERSON."""
        pids = range(self._next, self._next + len(lines))
        self._next += len(lines)
        names: Sequence[str | None] = columns["name"]
        parts = columns["first_name"], columns["last_name"]
        if any(map(any, parts)):
            names = [
                name or " ".join(filter(None, both)) for name, both in zip(names, zip(*parts, strict=True), strict=True)
            ]
        staged.stage_columns(
            self._scratch,
            "people",
            {"pid": pids, "line": lines, **columns, "email_key": columns["email"], "name_key": name_keys(names)},
        )

    def _add(self, mention: Sequence[Any], line: int) -> int:
        pid = self._next
        self._next += 1
        rest = (None,) * (len(staged.PERSON) - len(mention))
        name = mention[3] or " ".join(part for part in (*mention, *rest)[_GIVEN : _GIVEN + 2] if part)
        self._rows.append((pid, line, mention[1], name_key(name), *mention, *rest))
        return pid

    def flush(self) -> None:
        """Writes what was collected, inside the caller's batch."""
        staged.stage(self._scratch, "people", _PERSON_COLUMNS, self._rows)
        self._rows.clear()


class Goods:
    """The different mentions of products, each with its number `gid`."""

    def __init__(self, scratch: Scratch) -> None:
        self._scratch = scratch
        self._known: dict[tuple[Any, ...], int] = {}
        self._rows: list[tuple[Any, ...]] = []
        self._next = 1

    def number(self, mention: tuple[Any, ...], line: int) -> int | None:
        """The number of a mention (id, SKU, name, category); None where a row names no product."""
        gid = self._known.get(mention)
        if gid is None:
            if not (mention[0] or mention[1] or mention[2]):
                return None
            gid = self.add(mention, line)
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            self._known[mention] = gid
        return gid

    def find(self, mentions: Sequence[tuple[Any, ...]]) -> list[int | None]:
        """The numbers of mentions that were met before; None for the others."""
        return list(map(self._known.get, mentions))

    def add(self, mention: Sequence[Any], line: int) -> int:
        """A mention that is surely new, such as every row of a product file."""
        gid = self._next
        self._next += 1
        self._rows.append((gid, line, *mention, *((None,) * (len(staged.WARE) - len(mention)))))
        return gid

    def flush(self) -> None:
        """Writes what was collected, inside the caller's batch."""
        staged.stage(self._scratch, "goods", _WARE_COLUMNS, self._rows)
        self._rows.clear()
