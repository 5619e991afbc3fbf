"""Numbers the people and products that rows mention, so that a thousand orders of one person stage her once."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from reengage_desktop.connectors.checking.mentioned import Mentions
from reengage_desktop.store.importing import staged
from reengage_desktop.store.scratch import Scratch

_MOST_REMEMBERED = 120_000
"""Bounds the memory; whoever is forgotten and met again is staged twice and united when people are resolved."""

_MOST_PLAIN = 400_000
"""The same where one short text stands for a mention: some 35 MB."""

_BY_HERSELF: Mapping[str, staged.Column] = {
    "label": staged.As("pid"),
    "f": staged.As("pid"),
    "phone_key": staged.As("phone"),
}
_WARE_COLUMNS = ("gid", "line", *staged.WARE)


class People:
    """The different mentions of people, each with her number `pid`.

    `told`: what a mention says, in its order; a shorter one says no more.
    """

    def __init__(self, scratch: Scratch, told: Sequence[str] = staged.PERSON) -> None:
        self._scratch = scratch
        self._columns = ("pid", "line", "email_key", *told)
        self._known: dict[Any, int] = {}
        self._rows: list[tuple[Any, ...]] = []
        self._next = 1

    def numbers(self, columns: Sequence[Sequence[Any]], lines: Sequence[int]) -> list[int]:
        """The numbers of rows of mentions: columns in the order of `told`, as many as a file of the kind has."""
        return _numbers(self._known, columns, lines, self.add)

    def add_all(self, columns: Mapping[str, Sequence[Any]], lines: Sequence[int]) -> None:
        """Mentions that are surely new, such as every row of a customer file: columns by their names in PERSON."""
        pids = range(self._next, self._next + len(lines))
        self._next += len(lines)
        staged.stage_columns(
            self._scratch,
            "people",
            {**columns, "pid": pids, "line": lines, "email_key": staged.As("email"), **_BY_HERSELF},
        )

    def add(self, mention: Sequence[Any], line: int) -> int:
        """A mention that is surely new; all of one file are as long."""
        pid = self._next
        self._next += 1
        self._rows.append((pid, line, mention[1], *mention))
        return pid

    def forget(self) -> None:
        """Lets go of who was met: the file is read."""
        self._known.clear()

    def flush(self) -> None:
        """Writes what was collected, inside the caller's batch."""
        if self._rows:
            columns = dict(zip(self._columns, zip(*self._rows, strict=True), strict=False))
            staged.stage_columns(self._scratch, "people", {**columns, **_BY_HERSELF})
            self._rows.clear()


class Goods:
    """The different mentions of products, each with its number `gid`."""

    def __init__(self, scratch: Scratch) -> None:
        self._scratch = scratch
        self._known: dict[Any, int] = {}
        self._rows: list[tuple[Any, ...]] = []
        self._next = 1

    def numbers(self, columns: Sequence[Sequence[Any]], lines: Sequence[int]) -> list[int | None]:
        """The numbers of rows of mentions (id, SKU, name, category); None where a row names no product."""
        named = columns[0] if len(columns) == 1 else list(map(any, zip(*columns, strict=True)))
        if all(named):
            return list(_numbers(self._known, columns, lines, self.add))
        some = [at for at, name in enumerate(named) if name]
        found: list[int | None] = [None] * len(lines)
        given = [[column[at] for at in some] for column in columns]
        for at, gid in zip(some, _numbers(self._known, given, [lines[at] for at in some], self.add), strict=True):
            found[at] = gid
        return found

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


def _numbers(
    known: dict[Any, int],
    columns: Sequence[Sequence[Any]],
    lines: Sequence[int],
    add: Callable[[Sequence[Any], int], int],
) -> list[int]:
    """The numbers of mentions by `known`; `add` numbers those that have not been met.

    Where the columns after the first hold nothing, the first one's value stands for the mention.
    """
    is_plain = not any(map(any, columns[1:]))
    keys = columns[0] if is_plain else list(zip(*columns, strict=True))
    found = list(map(known.get, keys))
    if None in found:
        if len(known) >= (_MOST_PLAIN if is_plain else _MOST_REMEMBERED):
            known.clear()
        nothing = (None,) * (len(columns) - 1)
        for at in (at for at, number in enumerate(found) if number is None):
            key = keys[at]
            if key not in known:
                known[key] = add((key, *nothing) if is_plain else key, lines[at])
            found[at] = known[key]
    return cast("list[int]", found)


_UNMET = -1


class Met:
    """What the reader has numbered, and the numbers under which it is staged: those of rows that are kept."""

    def __init__(self, add: Callable[[tuple[Any, ...], int], int | None]) -> None:
        """`add` stages a mention of a line and gives its number; None where it names nobody or nothing."""
        self._add = add
        self._values: list[tuple[Any, ...]] = []
        self._staged: list[int | None] = []
        self.blank: set[int] = set()
        """The reader's numbers of those that say nothing at all."""

    def learn(self, mentions: Mentions) -> None:
        """Takes up what a batch met first."""
        if mentions.first == 0:
            self.forget()
        self.blank.update(mentions.first + at for at, values in enumerate(mentions.new) if not any(values))
        self._values += mentions.new
        self._staged += [_UNMET] * len(mentions.new)

    def forget(self) -> None:
        """Lets go of who and what was met: what follows needs the memory."""
        self._values, self._staged, self.blank = [], [], set()

    def values(self, number: int) -> tuple[Any, ...]:
        """What a mention says."""
        return self._values[number]

    def column(self, numbers: Sequence[int]) -> list[tuple[Any, ...]]:
        """What mentions say."""
        return list(map(self._values.__getitem__, numbers))

    def number(self, number: int, line: int) -> int | None:
        """The number under which the reader's is staged."""
        found = self._staged[number]
        if found == _UNMET:
            found = self._staged[number] = self._add(self._values[number], line)
        return found

    def numbers(self, numbers: Sequence[int], lines: Sequence[int]) -> list[int | None]:
        """The same for a column of them."""
        found = list(map(self._staged.__getitem__, numbers))
        if _UNMET in found:
            for at, number in enumerate(found):
                if number == _UNMET:
                    found[at] = self.number(numbers[at], lines[at])
        return found
