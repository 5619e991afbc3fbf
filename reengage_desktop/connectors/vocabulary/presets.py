"""The exports we know by their headers: data files, one per system, in `resources/presets`."""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from reengage_desktop.connectors.vocabulary.fields import FIELDS
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.meanings import GONE_WORDS, REFUSALS
from reengage_desktop.connectors.vocabulary.sales import Terms
from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.resources import resource_path


@dataclass(frozen=True)
class Feed:
    """What a preset says about one field: columns in comparable form, and how to take them together.

    `is_mixed`: the column holds e-mail addresses and phone numbers, and feeds both. `has_calling_code`: the first of
    the joined columns is the calling code of a country, and not an area's. `terms`: when the first column counts.
    """

    columns: tuple[str, ...]
    is_joined: bool = False
    suffix: str = ""
    zone: str = ""
    meanings: tuple[Mapping[str, str] | None, ...] = ()
    is_mixed: bool = False
    has_calling_code: bool = False
    terms: Terms | None = None

    def only(self, columns: Collection[str]) -> "Feed":
        """The same from these of its columns."""
        left = [at for at, column in enumerate(self.columns) if column in columns]
        if len(left) == len(self.columns):
            return self
        meanings = tuple(self.meanings[at] for at in left if at < len(self.meanings))
        terms = self.terms if 0 in left else None
        return replace(self, columns=tuple(self.columns[at] for at in left), meanings=meanings, terms=terms)

    def without(self, columns: Collection[str]) -> "Feed":
        """The same from its other columns; of some that only together make a value, from none."""
        left = {*self.columns} - {*columns}
        return self.only(() if self.is_joined and len(left) < len({*self.columns}) else left)


@dataclass(frozen=True)
class Preset:
    """One system's export: recognised by any of its `signatures` (sets of comparable headings).

    `fill`: columns that are blank on the rows after the first with the same `by` column. `constants`: fields that the
    export leaves unsaid. `ignored`: columns that look like something of ours and are not. `in_cents`: columns of whole
    cents whose names don't say so. The rest is explained where `plan.Plan` has it.
    """

    name: str
    title: str
    source: str
    holds: ImportKind | None
    signatures: tuple[frozenset[str], ...]
    feeds: Mapping[ImportKind, Mapping[str, Feed]]
    refusal: str | None
    notes: Mapping[ImportKind, tuple[str, ...]]
    date_order: str | None
    heads_are_unique: bool
    head_columns: tuple[str, ...]
    only: Mapping[ImportKind, tuple[tuple[str, tuple[str, ...]], ...]]
    refunds: tuple[str, tuple[str, ...]] | None
    fill: tuple[tuple[str, ...], tuple[str, ...]] | None
    constants: Mapping[ImportKind, Mapping[str, str]]
    ignored: Mapping[ImportKind, frozenset[str]]
    in_cents: frozenset[str]


_SIGNATURES = re.compile(r"^signatures = (.*?\]\])[ \t]*(?:#[^\n]*)?$", re.MULTILINE | re.DOTALL)
"""A list of lists of plain strings is written the same in JSON, which is read many times sooner."""

_NOT_FIELDS = frozenset({"notes", "only", "constants", "ignore"})


@cache
def load_presets() -> tuple[Preset, ...]:
    """All presets; a mistake in their files is ours and raises."""
    return tuple(preset for system in _systems() for preset in _load(system))


def presets_like(names: frozenset[str]) -> Iterator[Preset]:
    """Those presets, in their order, of systems that have an export whose signature is among a header's names."""
    for system in _systems():
        if any(signature <= names for signature in system.signatures):
            yield from _load(system)


@cache
def heading_weights() -> Mapping[str, float]:
    """How much a heading tells, by comparable form: the fewer exports are told by it, the more."""
    counts = Counter(name for system in _systems() for name in frozenset[str]().union(*system.signatures))
    return {name: 0.1 + 1 / count for name, count in counts.items()}


@dataclass(frozen=True)
class _System:
    """The text of one system's file and the signatures of all its exports."""

    stem: str
    text: str
    signatures: tuple[frozenset[str], ...]


@cache
def _systems() -> tuple[_System, ...]:
    """All files, of which only the signatures are read: the whole of one costs more than recognising a file."""
    found = []
    for path in sorted(resource_path("presets").glob("*.toml")):
        if path.stem != "words":
            text = path.read_text("utf-8")
            lists = [json.loads(told) for told in _SIGNATURES.findall(text)]
            signatures = tuple(frozenset(map(normal, signature)) for each in lists for signature in each)
            found.append(_System(path.stem, text, signatures))
    return tuple(found)


@cache
def _load(system: _System) -> tuple[Preset, ...]:
    told = tomllib.loads(system.text)
    return tuple(_preset(told, system.stem, export) for export in told["export"])


@cache
def load_words() -> dict[str, Any]:
    """The vocabulary of plain headers."""
    words: dict[str, Any] = tomllib.loads((resource_path("presets") / "words.toml").read_text("utf-8"))
    for field in words["someone_else"]["fields"]:
        entry = words["fields"][field]
        entry["never"] = [*entry.get("never", ()), *words["someone_else"]["words"]]
    return words


def _preset(system: Mapping[str, Any], stem: str, export: Mapping[str, Any]) -> Preset:
    kinds = [kind for kind in ImportKind if kind in export]
    holds, fill = export.get("holds"), export.get("fill")
    return Preset(
        name=f"{stem}-{export['name']}",
        title=export["title"],
        source=system.get("source", ""),
        holds=ImportKind(holds) if holds else None,
        signatures=tuple(frozenset(map(normal, signature)) for signature in export["signatures"]),
        feeds={kind: _feeds(kind, export[kind]) for kind in kinds},
        refusal=export.get("refusal"),
        notes={kind: tuple(export[kind].get("notes", ())) for kind in kinds},
        date_order=export.get("date_order"),
        heads_are_unique=export.get("heads_are_unique", False),
        head_columns=tuple(map(normal, export.get("head_columns", ()))),
        only={
            kind: tuple(_rows(column, words) for column, words in export[kind].get("only", {}).items())
            for kind in kinds
        },
        refunds=next((_rows(column, words) for column, words in export.get("refunds", {}).items()), None),
        fill=(tuple(map(normal, fill["by"])), tuple(map(normal, fill["columns"]))) if fill else None,
        constants={kind: export[kind].get("constants", {}) for kind in kinds},
        ignored={kind: frozenset(map(normal, export[kind].get("ignore", ()))) for kind in kinds},
        in_cents=frozenset(map(normal, export.get("in_cents", ()))),
    )


def _rows(column: str, words: list[str]) -> tuple[str, tuple[str, ...]]:
    return normal(column), tuple(word if word[:1] == "/" else normal(word) for word in words)


def _feeds(kind: ImportKind, table: Mapping[str, Any]) -> dict[str, Feed]:
    feeds = {name: _feed(value) for name, value in table.items() if name not in _NOT_FIELDS}
    feeds |= {name: _with_leaving(feed) for name, feed in feeds.items() if name.startswith("consent_")}
    unknown = feeds.keys() - FIELDS[kind].keys()
    if unknown:
        raise ValueError(f"a preset names unknown fields of {kind}: {', '.join(sorted(unknown))}")
    return feeds


def _with_leaving(feed: Feed) -> Feed:
    """The feed of a consent, in which a refusal is a no also where the preset does not name its word.

    Every word for having left is one; a plain "no" only in a column in which some word is a yes: in one that says who
    left it is none.
    """
    return replace(feed, meanings=tuple(map(_with_refusals, feed.meanings)))


def _with_refusals(said: Mapping[str, str] | None) -> Mapping[str, str] | None:
    if said is None or said.get("*", "yes") != "yes":
        return said
    gone = dict.fromkeys(GONE_WORDS, "no")
    return {**gone, **(REFUSALS if "yes" in said.values() and "*" not in said else {}), **said}


def _feed(value: Any) -> Feed:
    """A column, a list of columns (the first filled one counts), or columns with what their words mean."""
    if isinstance(value, str):
        return Feed((normal(value),), meanings=(None,))
    if isinstance(value, dict):
        if "join" in value:
            columns_joined = tuple(map(normal, value["join"]))
            zone = normal(value.get("zone", ""))
            return Feed(columns_joined, is_joined=True, suffix=value.get("suffix", ""), zone=zone)
        value = [value]
    columns: list[str] = []
    meanings: list[Mapping[str, str] | None] = []
    for entry in value:
        if isinstance(entry, str):
            columns.append(normal(entry))
            meanings.append(None)
        else:
            columns.append(normal(entry["column"]))
            words = entry.get("means", {})
            said = {word if word == "*" else normal(word): meaning for word, meaning in words.items()}
            meanings.append(said or None)
    return Feed(tuple(columns), meanings=tuple(meanings))
