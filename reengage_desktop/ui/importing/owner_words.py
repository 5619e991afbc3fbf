"""What the owner changes in the table of columns, as the check has to be told it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Understood:
    """How a file's columns were read.

    `columns`: each of our fields with the first of the file's columns that feeds it; `groups`: of fields that several
    feed, all of them. `is_sure`: recognition finds that by itself; else everything has to be said.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    is_sure: bool = False

    def only(self, fields: Collection[str]) -> "Understood":
        """The same of these fields."""
        columns = {name: column for name, column in self.columns.items() if name in fields}
        return Understood(columns, {name: self.groups[name] for name in self.groups if name in fields}, self.is_sure)

    @property
    def shown(self) -> dict[str, str]:
        """The one field that each column is shown to feed; a column may feed others unseen."""
        joint = {column: name for name, columns in self.groups.items() for column in columns}
        return {**joint, **{column: name for name, column in self.columns.items()}}

    def chosen(self, shown: dict[str, str]) -> dict[str, str]:
        """The column of each field that is shown now; of several the one that was recognised first of all."""
        named = {name: column for column, name in reversed(shown.items())}
        return named | {name: column for name, column in self.columns.items() if shown.get(column) == name}

    def touched(self, shown: Mapping[str, str]) -> set[str]:
        """The fields that lost or won a column, seen or unseen, by what is shown now."""
        changed = self._changed(shown)
        seen = {feeds[column] for feeds in (shown, self.shown) for column in changed if column in feeds}
        return seen | {name for name, columns in self.groups.items() if not changed.isdisjoint(columns)}

    def words(self, shown: dict[str, str]) -> dict[str, str]:
        """What has to be said: our field to the file's column, empty for what the owner leaves out.

        What was recognised anyway is not said again. A column that is named for one field feeds no other one any more:
        so every field that it goes on feeding is named with it.
        """
        chosen, changed, touched = self.chosen(shown), self._changed(shown), self.touched(shown)
        unseen = {name: column for name, column in self.columns.items() if name not in chosen}
        kept = chosen | {name: column for name, column in unseen.items() if column not in changed}
        said = {name: column for name, column in kept.items() if name in touched or not self.is_sure}
        named = set(said.values())
        said |= {name: column for name, column in kept.items() if column in named or shown.get(column) in said}
        return said | dict.fromkeys(unseen.keys() - kept.keys(), "")

    def _changed(self, shown: Mapping[str, str]) -> set[str]:
        before = self.shown
        return {column for column in before.keys() | shown.keys() if before.get(column) != shown.get(column)}
