"""What the owner changes in the table of columns, as the check has to be told it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from reengage_desktop.connectors.vocabulary.fields import is_consent, listed


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

    def words(self, shown: dict[str, str]) -> dict[str, str]:
        """What has to be said: our field to the file's column, empty for what the owner leaves out.

        What was recognised anyway is not said again. A column that is named for one field feeds no other one any more:
        so every field that it goes on feeding is named with it.
        """
        before, now = self._feeding(self.shown), self._feeding(shown)
        said = {name for name in before.keys() | now.keys() if before.get(name) != now.get(name) or not self.is_sure}
        named = {column for name in said for column in now.get(name, ())}
        said |= {name for name, columns in now.items() if not named.isdisjoint(columns)}
        return {name: _word(name, now.get(name, ())) for name in said}

    def _feeding(self, shown: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
        """All columns of each field that has any: those that are shown to feed it, and those that do so unseen.

        What only stood in for a column that feeds it no more does not, but for a no.
        """
        before = self.shown
        changed = {column for column, name in before.items() if shown.get(column) != name}
        found: dict[str, list[str]] = {}
        for name, columns in {**{name: (column,) for name, column in self.columns.items()}, **self.groups}.items():
            is_led = is_consent(name) or self.columns.get(name) not in changed
            left = (column for column in columns if column not in changed)
            found[name] = [column for column in left if is_led or before[column] == name]
        for column, name in shown.items():
            if column not in found.setdefault(name, []):
                found[name].append(column)
        return {name: tuple(columns) for name, columns in found.items() if columns}


def _word(name: str, columns: Sequence[str]) -> str:
    """The columns of a field; those of a consent are told from the one that is heard beside a no in others."""
    return listed(columns) if is_consent(name) or len(columns) > 1 else "".join(columns)
