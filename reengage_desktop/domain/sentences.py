"""Sentences that can also be told in another language: the English text, and beside it what it tells."""

from collections.abc import Mapping
from typing import Any, Self

Figure = str | int | tuple[str, ...]


class Sentence(str):
    """An English sentence that knows its `kind` and the `figures` in it, so that a window can word it anew.

    Two are equal when their texts are. It keeps kind and figures when it travels to another process.
    """

    __slots__ = ("figures", "kind")
    kind: str
    figures: Mapping[str, Figure]

    def __new__(cls, kind: str, text: str, **figures: Figure) -> Self:
        """The sentence; `kind` is stable, names of the file come as figures just as they stand in it."""
        made = super().__new__(cls, text)
        made.kind = kind
        made.figures = figures
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        """How it is packed for the way to another process."""
        return _rebuilt, (self.kind, str(self), dict(self.figures))

    def as_record(self) -> dict[str, Any]:
        """The sentence as the database keeps it."""
        return {"kind": self.kind, "text": str(self), "figures": dict(self.figures)}


def spoken(fault: BaseException) -> str:
    """What a fault says; a `Sentence` still, where it was raised with one."""
    first = fault.args[0] if fault.args else None
    return first if isinstance(first, Sentence) else str(fault)


def sentence_from(record: Mapping[str, Any]) -> Sentence:
    """The sentence that `as_record` had put away."""
    return _rebuilt(record["kind"], record["text"], record["figures"])


def _rebuilt(kind: str, text: str, figures: Mapping[str, Any]) -> Sentence:
    exact = {name: tuple(value) if isinstance(value, list) else value for name, value in figures.items()}
    return Sentence(kind, text, **exact)
