"""What a list is by its title or by its file's name alone, where its columns would pass for customers or orders."""

import re

from reengage_desktop.connectors.opening.table import Table
from reengage_desktop.connectors.recognising.kinds.matching import refused_as
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.months import is_month
from reengage_desktop.connectors.vocabulary.presets import load_words
from reengage_desktop.connectors.vocabulary.refusals import WrongKind
from reengage_desktop.domain.vocabulary import ImportKind

_BESIDE = re.compile(r"\b(?:\d+|export|exported|import|all|list|csv|copy|final|kopie|copie|copia|alle|liste|lista)\b")
"""What stands beside the name of a list in the name of its file."""


def titled_otherwise(kind: ImportKind, table: Table) -> WrongKind | None:
    """The refusal of a list that is plainly called one of suppliers, expenses or offers; None for any other.

    The title is what stands right above the header; the file's name counts where it says nothing else.
    """
    above, name = normal(table.above), normal(table.path.stem)
    bare = " ".join(_BESIDE.sub(" ", name).split())
    for other, titles in load_words()["titles"].get(str(kind), {}).items():
        if any(title in (name, bare) or f" {above}".endswith(f" {title}") for title in titles):
            return refused_as(other, table.path)
        if any(title in bare for title in titles) and _without_months(table.path.stem) in titles:
            return refused_as(other, table.path)
    return None


def _without_months(name: str) -> str:
    """A file's name without the month that it is of: `zwroty_luty`."""
    words = (word for word in re.split(r"[\W\d_]+", name) if word and not is_month(word))
    return " ".join(_BESIDE.sub(" ", normal(" ".join(words))).split())
