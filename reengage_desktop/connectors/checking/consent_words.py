"""Words of a consent column that mean neither yes nor no to us: counted, for only the owner knows what they mean."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reengage_desktop.connectors.checking.plan import Plan, Question, Source
from reengage_desktop.connectors.values.dates import is_only_a_date
from reengage_desktop.connectors.values.profiles import Profile, is_date
from reengage_desktop.connectors.vocabulary.blanks import is_blank
from reengage_desktop.connectors.vocabulary.fields import ValueType
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.meanings import FLAGS, GONE_WORDS, answer, without_day
from reengage_desktop.domain.sentences import Sentence

MOST_WORDS = 12
"""So many different words can be answered; a column of more is a remark, not an agreement."""

DOUBTFUL = "?"
"""Stands for the owner's word where a known one may mean its opposite: it is asked about."""

_ITS_KIND = {
    "o": frozenset(map(normal, ("n", "non", "oui"))),
    "s": frozenset(map(normal, ("n", "no", "non", "nao", "si", "sim"))),
}
"""Letters that are a yes beside these words: an `O` may be one for “out”, an `S` beside an `A` one for “stopped”."""

_CROSS = "x"
_UNSURE = frozenset("?\uff1f")

_DATED = re.compile(r"([^\W\d_]+)\s*[,;:(\s]\s*(\d[^)]*)\)?")
"""An answer and the day of it: `ja, 13.02.2025`."""

_ONE_OR_NONE = re.compile(r"([01])\.0+")
_YEAR = re.compile(r"(?:^|[-/., ])(\d{4})(?=$|[-/., T年])")
_YEARS = range(1980, 2100)
"""With others, programs say that there is no day."""

_LONGEST = 40
_MOST_CELLS = 2000
"""Moments of agreeing differ in every row; so many different cells are looked at."""


def meaning_of(cell: str, told: Mapping[str, str]) -> bool | None:
    """Whether a filled cell is a yes, a no, or neither. `told`: the owner's word, `yes`, `no` or nothing.

    What is a no by itself stays one, whatever anybody says; a day is that of an agreement.
    """
    text = cell.strip()
    word = answer(without_day(text))
    known = FLAGS.get(word)
    if known is False or word in GONE_WORDS:
        return False
    if normal(cell) in told:
        return {"yes": True, "no": False}.get(told[normal(cell)])
    if word in FLAGS:
        return None if text[-1] in _UNSURE else known
    if (dated := _DATED.fullmatch(text)) and _is_day(dated[2]) and not _is_day(text):
        return FLAGS.get(normal(dated[1]))
    if found := _ONE_OR_NONE.fullmatch(text):
        return found[1] == "1"
    return True if _is_day_of_agreeing(text) else None


def _is_day_of_agreeing(text: str) -> bool:
    """Whether a cell is a day on which somebody can have agreed: not `0000-00-00`, 1 January 1970, or the year 9999."""
    if not _is_day(text) or is_blank(text):
        return False
    year = _YEAR.search(text)
    return year is None or int(year[1]) in _YEARS


def _is_day(text: str) -> bool:
    """Whether a cell is a day or a moment alone: beside one in `13.02.2025 gesperrt` stands what became of it."""
    return is_date(text) and is_only_a_date(text)


def told_beside(cells: Iterable[str], told: Mapping[str, str]) -> Mapping[str, str]:
    """What the owner's words for a column are: in doubt are an `O` or `S` without its kind, a cross beside a yes."""
    found = {*map(answer, cells)} - {""}
    doubtful = {word for word, kind in _ITS_KIND.items() if word in found and not found & kind}
    doubtful -= {"s"} if found == {"s"} else set()
    if _CROSS in found and any(FLAGS.get(word) for word in found - {_CROSS}):
        doubtful.add(_CROSS)
    return {**dict.fromkeys(doubtful, DOUBTFUL), **told}


def is_understood(cell: str, told: Mapping[str, str]) -> bool:
    """Whether a cell's meaning is known, also where it is known to say nothing."""
    text = cell.strip()
    word = answer(without_day(text))
    if normal(text) in told:
        return told[normal(text)] != DOUBTFUL
    is_known = is_blank(text) or word in FLAGS or word in GONE_WORDS or meaning_of(text, told) is not None
    return is_known or is_only_a_date(text)


def may_be_answers(profile: Profile) -> bool:
    """Whether a column's values are a few words that come again, such as somebody's own words for yes and no."""
    is_short = all(len(value) <= _LONGEST and "@" not in value for value in profile.values)
    return profile.distinct <= MOST_WORDS and is_short


def unheard_columns(plan: Plan) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """The consent columns whose words are the file's own: field, column, and what the owner said that words mean."""
    for source in plan.sources:
        if source.type is ValueType.CONSENT:
            for at, column in enumerate(source.columns):
                if not source.meanings or source.meanings[at] is None:
                    yield source.field, column, {**_codes_of(source, column), **(source.told or {})}


def _codes_of(source: Source, column: str) -> dict[str, str]:
    """What a column's heading says of its codes, and its words that are heard before all others."""
    heard = zip(source.columns, source.meanings, strict=False)
    return {word: meant for name, said in heard if name == column and said for word, meant in said.items()}


class StrangeWords:
    """Counts in a file's consent columns, chunk by chunk, the cells that nobody has told the meaning of."""

    def __init__(self, plan: Plan, header: Sequence[str]) -> None:
        self._columns = [
            (column, header.index(column), told, dict[str, bool]()) for _, column, told in unheard_columns(plan)
        ]

    def count(self, columns: Sequence[Sequence[str]]) -> dict[str, Counter[str]]:
        """By column, how often each such cell comes in these raw columns."""
        found: dict[str, Counter[str]] = {}
        for column, place, told, known in self._columns:
            cells = columns[place]
            for cell in dict.fromkeys(cells):
                if cell not in known and len(known) < _MOST_CELLS:
                    known[cell] = is_understood(cell, told)
                if not known.get(cell, True):
                    found.setdefault(column, Counter())[cell] += cells.count(cell)
        return found


class Heard:
    """Sums up a whole file's strange words and has them asked, once."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[str]] = {}

    def add(self, counts: Mapping[str, Counter[str]]) -> None:
        """Takes up a chunk's, by `StrangeWords`."""
        for column, cells in counts.items():
            self._counts.setdefault(column, Counter()).update(cells)

    def ask(self, plan: Plan) -> None:
        """What means yes? One question and one note for each column with such words, in the plan."""
        if not plan.has_unheard:
            return
        plan.has_unheard = False
        for field, column, _ in unheard_columns(plan):
            words: Counter[str] = Counter()
            shown: dict[str, str] = {}
            for cell, count in self._counts.get(column, {}).items():
                word = normal(cell)
                words[word] += count
                shown.setdefault(word, cell.strip())
            if words:
                common = words.most_common(MOST_WORDS)
                told = _question(field, column, tuple(shown[word] for word, _ in common), tuple(n for _, n in common))
                plan.notes.append(note_on(told))
                plan.questions.append(told)


def note_on(question: Question) -> Sentence:
    """What the command line says of a question: what was made of it, and how to answer."""
    words = ", ".join(f"“{word}”" for word in question.options)
    text = (
        f"{words} in “{question.column}” says neither yes nor no; nothing was concluded from it. State what it means "
        f'with --yes-means or --no-means, such as --yes-means "{question.options[0]}".'
    )
    return Sentence("strange_answers", text, words=question.options, column=question.column)


def _question(field: str, column: str, words: tuple[str, ...], counts: tuple[int, ...]) -> Question:
    listed = ", ".join(f"“{word}” ({count:,})" for word, count in zip(words, counts, strict=True))
    text = f"What means yes in “{column}”? {listed} may mean yes or no; until you say it, nothing is concluded."
    asked = Sentence("which_consent", text, column=column, words=words, counts=tuple(map(str, counts)))
    return Question(field, column, asked, words, "")
