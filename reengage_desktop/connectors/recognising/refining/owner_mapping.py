"""What the owner says about a file's columns, over what was recognised of them."""

import difflib
from collections.abc import Mapping, Sequence

from reengage_desktop.connectors.recognising.headings.leaving import only_refusals
from reengage_desktop.connectors.recognising.headings.naming import is_secret
from reengage_desktop.connectors.recognising.kinds.matching import Feeds
from reengage_desktop.connectors.vocabulary.fields import FIELDS, is_consent
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.presets import Feed
from reengage_desktop.connectors.vocabulary.refusals import WrongKind
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.vocabulary import ImportKind

Said = Mapping[str, Mapping[str, str] | None]
"""What the words of a column of consent mean, where they are not taken for what they say."""


def apply_mapping(kind: ImportKind, feeds: Feeds, mapping: Mapping[str, str | None], header: Sequence[str]) -> Feeds:
    """The feeds with the owner's own words in place; an empty column name leaves the field out. Raises WrongKind.

    A column that is named for a consent is heard beside those that only tell a no, and one that was heard anyway
    changes nothing; a list of columns is all there are.
    """
    said = {
        column: told
        for name, feed in feeds.items()
        if is_consent(name)
        for column, told in zip(feed.columns, feed.meanings, strict=False)
    }
    named = {name: _columns(kind, name, wanted or "", header) for name, wanted in mapping.items()}
    mapped = {column for columns in named.values() for column in columns}
    others = {column for name, columns in named.items() if not is_consent(name) for column in columns}
    result = dict(feeds)
    for name, columns in named.items():
        feed = feeds.get(name, Feed(()))
        if is_consent(name) and columns and not _is_list(mapping[name], header):
            is_heard = {*columns} <= {*feed.columns}
            beside = [each for each in feed.columns if (is_heard or said.get(each)) and each not in others]
            columns = tuple(dict.fromkeys((*beside, *columns)))  # noqa: PLW2901 - the whole of what was meant
        is_part = len(columns) > 1 and {*columns} <= {*feed.columns}
        result[name] = feed.only(columns) if is_part else _feed(name, columns, said)
    refusing = {column for column in mapped - others if said.get(column)}
    # A column that the owner gave another meaning is no longer guessed to be something else; a no is one for every way.
    for name in feeds.keys() - mapping.keys():
        result[name] = feeds[name].without(mapped - refusing if is_consent(name) else mapped)
    return {name: feed for name, feed in result.items() if feed.columns}


def _feed(name: str, columns: Sequence[str], said: Said) -> Feed:
    """Columns that were not recognised so: the first filled one counts; of a consent the last's yes, and any no."""
    if not is_consent(name) or not columns:
        return Feed(tuple(columns))
    *others, last = sorted(columns, key=lambda column: said.get(column) is None)
    return Feed((*others, last), meanings=(*(only_refusals(said.get(each)) for each in others), said.get(last)))


def _is_list(wanted: str | None, header: Sequence[str]) -> bool:
    return wanted is not None and wanted.endswith("\n") and wanted not in header  # some headings are of several lines


def _columns(kind: ImportKind, name: str, wanted: str, header: Sequence[str]) -> tuple[str, ...]:
    """The columns that are named for a field, in comparable form; none leaves it out."""
    if name not in FIELDS[kind]:
        raise WrongKind(_unknown_field(kind, name))
    names = wanted.splitlines() if _is_list(wanted, header) else [wanted] if wanted else []
    return tuple(dict.fromkeys(_column(name, each, header) for each in names))


def _column(name: str, wanted: str, header: Sequence[str]) -> str:
    by_normal = {normal(column): column for column in reversed(header)}
    column = wanted if wanted in header else by_normal.get(normal(wanted))
    if column is None:
        raise WrongKind(_unknown_column(name, wanted, header))
    if is_secret(column):
        text = f"“{column}” holds passwords, card or bank data. These are never stored; leave it out."
        raise WrongKind(Sentence("secret_mapped", text, column=column))
    return normal(column)


def _unknown_field(kind: ImportKind, name: str) -> Sentence:
    near = difflib.get_close_matches(name, FIELDS[kind], n=1, cutoff=0.0)[0]
    text = f"The mapping names “{name}”, which {kind} don't have. Did you mean “{near}”?"
    return Sentence("mapping_field", text, name=name, wanted=str(kind), near=near)


def _unknown_column(name: str, wanted: str, header: Sequence[str]) -> Sentence:
    near = difflib.get_close_matches(normal(wanted), [normal(column) for column in header], n=1, cutoff=0.0)
    nearest = next((column for column in header if near and normal(column) == near[0]), header[0])
    text = f"The mapping takes “{name}” from “{wanted}”, but the file has no such column. Did you mean “{nearest}”?"
    return Sentence("mapping_column", text, name=name, column=wanted, near=nearest)
