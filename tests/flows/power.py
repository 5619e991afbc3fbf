"""A disk that loses at a power cut what was not synced, below SQLite, and a shop's `Database` that lives on it.

It is a VFS of apsw over the machine's own files. Each file is kept twice: as its readers see it, and as the platter
holds it, which only a sync brings up to date. At the cut every write since then has arrived or not as chance will have
it, in any order, torn at any byte; so has every deletion. The store itself, whole and with its own settings, runs on it
through Peewee's connection for apsw; the SQLite is apsw's own build, of the same line as the program's.
"""

import random
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw
from playhouse.apsw_ext import APSWDatabase

from reengage_desktop.store.connection import Database, Params, sentences

_DELETED = None


@dataclass
class Platter:
    """One file: what is surely there, and what was written since (None: deleted; an int: cut to so many bytes)."""

    content: bytes | None = None
    loose: list[tuple[int, bytes] | int | None] = field(default_factory=list)

    def sync(self) -> None:
        """Everything that was written has arrived."""
        for each in self.loose:
            self.content = _applied(self.content, each)
        self.loose.clear()

    def after_cut(self, chance: random.Random, luck: float | None) -> bytes | None:
        """What is found when the power is back; `luck`: the part of the loose writes that has arrived (None: all)."""
        content = self.content
        for each in self.loose:
            if luck is None:
                content = _applied(content, each)
            elif chance.random() < luck:
                content = _applied(content, _torn(each, chance))
        return content


class Disk:
    """The files of one folder. From the tick `cut_at` on nothing that is done to them matters any more."""

    def __init__(self, folder: Path, chance: random.Random, cut_at: int | None = None, *, loses: bool = True) -> None:
        """`loses`: as at a power cut; without it as at a kill, which the system's own memory survives."""
        self._loses = loses
        self.folder = folder
        self.ticks = 0
        self.cut_at = cut_at
        self.found: dict[str, bytes] | None = None
        self._chance = chance
        self._platters = {file.name: Platter(file.read_bytes()) for file in folder.iterdir() if file.is_file()}

    @property
    def is_cut(self) -> bool:
        """Whether the power has gone."""
        return self.found is not None

    def tick(self) -> None:
        """One thing that happens; at the one that was drawn the power goes."""
        self.ticks += 1
        if self.ticks == self.cut_at:
            self.cut()

    def cut(self) -> None:
        """The power goes now."""
        luck = self._chance.choice([0.0, 0.5, 0.9]) if self._loses else None
        found = {name: each.after_cut(self._chance, luck) for name, each in self._platters.items()}
        self.found = {name: content for name, content in found.items() if content is not None}

    def write(self, name: str, change: tuple[int, bytes] | int | None) -> None:
        """Something was done to a file and is not synced yet."""
        self.tick()
        self._platters.setdefault(name, Platter()).loose.append(change)

    def sync(self, name: str) -> None:
        """A file was synced; the power may go just before or just after."""
        self.tick()
        self._platters.setdefault(name, Platter(b"")).sync()
        self.tick()

    def put_back(self, folder: Path) -> None:
        """Lays what the cut has left into an empty folder."""
        assert self.found is not None
        folder.mkdir()
        for name, content in self.found.items():
            (folder / name).write_bytes(content)


class _Files(apsw.VFS):
    """The machine's own files, told of to a disk."""

    def __init__(self, name: str, disk: Disk) -> None:
        self._disk = disk
        super().__init__(name, base="")

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802 - apsw's name
        super().xDelete(filename, syncdir)
        self._disk.write(Path(filename).name, _DELETED)
        if syncdir:
            self._disk.sync(Path(filename).name)

    def xOpen(self, name: "str | apsw.URIFilename | None", flags: list[int]) -> "_File":  # noqa: N802 - apsw's name
        return _File(name, flags, self._disk)


class _File(apsw.VFSFile):
    def __init__(self, name: "str | apsw.URIFilename | None", flags: list[int], disk: Disk) -> None:
        super().__init__("", name, flags)
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        self._name = Path(path).name if path else None
        self._disk = disk

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - apsw's name
        super().xWrite(data, offset)
        if self._name is not None:
            self._disk.write(self._name, (offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802 - apsw's name
        super().xTruncate(newsize)
        if self._name is not None:
            self._disk.write(self._name, newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802 - apsw's name
        if self._name is not None:
            self._disk.sync(self._name)


class DatabaseOnDisk(Database):
    """The shop's database on such a disk; its settings are the program's, but for what is handed in."""

    def __init__(self, path: Path, vfs: str, **pragmas: int | str) -> None:
        super().__init__(path)
        settings = {**dict(self._peewee._pragmas), **pragmas}
        self._peewee = APSWDatabase(str(path), pragmas=settings, timeout=1, vfs=vfs)

    def _ask(self, sql: str, params: Params) -> Any:
        return self._peewee.execute_sql(sql, params)  # apsw's faults become SQLite's there

    def run(self, sql: str, params: Params = ()) -> int:
        """As the program's; apsw tells of changes elsewhere."""
        list(self._execute(sql, params) or ())
        return int(self._peewee.connection().changes())

    def insert(self, sql: str, params: Params = ()) -> int:
        """As the program's; apsw tells of new ids elsewhere."""
        self.run(sql, params)
        return int(self._peewee.connection().last_insert_rowid())

    def run_many(self, sql: str, rows: Iterable[Params]) -> None:
        """As the program's, by apsw's cursor."""
        with sentences():
            self._peewee.connection().executemany(sql, list(rows))


@contextmanager
def powered(disk: Disk, **pragmas: int | str) -> Iterator[DatabaseOnDisk]:
    """The shop of the disk's folder, until it is closed; `pragmas` are set besides the program's own."""
    name = f"disk-{id(disk)}"
    files = _Files(name, disk)
    db = DatabaseOnDisk(disk.folder / "shop.db", name, **pragmas)
    try:
        yield db
    finally:
        db.close()
        files.unregister()


def _applied(content: bytes | None, change: tuple[int, bytes] | int | None) -> bytes | None:
    if change is None:
        return None
    before = content or b""
    if isinstance(change, int):
        return before[:change]
    offset, data = change
    return before[:offset].ljust(offset, b"\0") + data + before[offset + len(data) :]


def _torn(change: tuple[int, bytes] | int | None, chance: random.Random) -> tuple[int, bytes] | int | None:
    """A write of which perhaps only the beginning has arrived."""
    if not isinstance(change, tuple) or chance.random() < 0.8:
        return change
    offset, data = change
    return offset, data[: chance.randrange(len(data) + 1)]
