"""Rows before their cells are read: as wide as the header, without those that hold nothing of the kind."""

import re
from collections.abc import Mapping, Sequence
from operator import itemgetter

from reengage_desktop.connectors.checking.forms import Form, form_of, is_shifted
from reengage_desktop.connectors.checking.plan import Plan, RowRule
from reengage_desktop.connectors.opening.records import Chunk
from reengage_desktop.connectors.vocabulary.meanings import forms
from reengage_desktop.connectors.vocabulary.refusals import Fault
from reengage_desktop.domain.vocabulary import ImportKind

Rows = tuple[Sequence[int], list[list[str]], list[Fault]]


def fit_width(chunk: Chunk, width: int, plan: Plan) -> Rows:
    """The rows at the header's width, and a fault for each whose cells can't be told apart any more."""
    if set(map(len, chunk.rows)) <= {width}:
        return chunk.lines, chunk.rows, []
    lines: list[int] = []
    rows: list[list[str]] = []
    faults: list[Fault] = []
    for line, row in zip(chunk.lines, chunk.rows, strict=True):
        count = len(row)
        if count > width and not any(cell.strip() for cell in row[width:]):
            row = row[:width]  # noqa: PLW2901 - the trimmed row takes its place
        elif count > width or (count < width and (not plan.may_be_short or is_shifted(row, plan.forms))):
            faults.append(_misfit(line, row, width))
            continue
        elif count < width:
            row = row + [""] * (width - count)  # noqa: PLW2901 - the padded row takes its place
        lines.append(line)
        rows.append(row)
    return lines, rows, faults


def _misfit(line: int, row: list[str], width: int) -> Fault:
    if len(row) > width:
        hint = "a delimiter inside a cell needs quotation marks around it"
    else:
        hint = "a cell is missing, so it is unclear which value belongs where"
    message = f"This line has {len(row)} cells where the header has {width}: {hint}."
    return Fault(line, None, " | ".join(row)[:200], message, is_rejected=True, cells=row)


_SUM_WORDS = (
    "total totals grand total sum sums summe gesamt gesamtsumme zwischensumme total general totale totaux suma somme "
    "totaal razem soma 合計 総計"
)
_SUM_CELLS = frozenset(
    variant + end
    for word in ("grand total", "total general", *_SUM_WORDS.split())
    for variant in (word, word.capitalize(), word.title(), word.upper())
    for end in ("", ":")
)


def without_sums(lines: Sequence[int], rows: list[list[str]]) -> Rows:
    """The rows without lines of sums, which reports put below their lists: one word and figures, nothing else."""
    if _SUM_CELLS.isdisjoint(map(itemgetter(0), rows)):
        return lines, rows, []
    found = [at for at, row in enumerate(rows) if row[0] in _SUM_CELLS and _is_sum(row)]
    if not found:
        return lines, rows, []
    faults = [Fault(lines[at], None, rows[at][0], _SUMS, is_rejected=True, cells=rows[at]) for at in found]
    kept = [at for at in range(len(rows)) if at not in set(found)]
    return [lines[at] for at in kept], [rows[at] for at in kept], faults


_SUMS = "This is a line of sums, not a record."


def _is_sum(row: list[str]) -> bool:
    return all(form_of(cell.strip()) is Form.NUMBER for cell in row[1:] if cell.strip())


class RowFilter:
    """Fills repeated cells down, leaves out rows that are not meant, and tells which rows continue the one above."""

    def __init__(self, plan: Plan, places: Mapping[str, int]) -> None:
        self._kind = plan.kind
        self._only = [(places[rule.column], rule) for rule in plan.only]
        self._heads = [places[column] for column in plan.head_columns]
        self._fill = [places[column] for column in plan.fill_columns]
        self._fill_by = places[plan.fill_by] if plan.fill_by else None
        self._above: tuple[str, dict[int, str]] = ("", {})
        self._words: dict[tuple[str, str], bool] = {}

    def apply(
        self, lines: Sequence[int], rows: list[list[str]]
    ) -> tuple[Sequence[int], list[list[str]], list[bool] | None]:
        """The rows that count, and for each whether it continues the order above it (None: none can)."""
        if self._fill_by is not None:
            self._fill_down(rows, self._fill_by)
        if self._only:
            kept = [at for at, row in enumerate(rows) if self._is_meant(row)]
            if len(kept) < len(rows):
                lines, rows = [lines[at] for at in kept], [rows[at] for at in kept]
        if not self._heads:
            return lines, rows, None
        if all(map(itemgetter(self._heads[0]), rows)):
            return lines, rows, [False] * len(rows)
        continues = [not any(row[place].strip() for place in self._heads) for row in rows]
        if self._kind is ImportKind.ORDERS:
            return lines, rows, continues
        kept = [at for at, continuing in enumerate(continues) if not continuing]
        return [lines[at] for at in kept], [rows[at] for at in kept], None

    def matches(self, rule: RowRule, cell: str) -> bool:
        """Whether a cell is one of a rule's words; any filled cell is where the rule has none."""
        if not rule.words:
            return bool(cell.strip())
        key = (rule.column, cell)
        if key not in self._words:
            if len(self._words) > 10_000:
                self._words.clear()
            self._words[key] = not {*forms(cell)}.isdisjoint(rule.words) or any(
                re.fullmatch(word[1:-1], cell.strip()) for word in rule.words if word[:1] == "/"
            )
        return self._words[key]

    def _is_meant(self, row: list[str]) -> bool:
        return any(self.matches(rule, row[place]) for place, rule in self._only)

    def _fill_down(self, rows: list[list[str]], by: int) -> None:
        handle, kept = self._above
        for row in rows:
            if row[by].strip() != handle:
                handle, kept = row[by].strip(), {}
            for place in self._fill:
                if row[place].strip():
                    kept.setdefault(place, row[place])
                elif handle and place in kept:
                    row[place] = kept[place]
        self._above = handle, kept
