"""Words of a consent column that mean neither yes nor no to us: counted, for only the owner knows what they mean."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reengage_desktop.connectors.blanks import is_blank
from reengage_desktop.connectors.fields import ValueType
from reengage_desktop.connectors.headings import normal
from reengage_desktop.connectors.meanings import FLAGS, GONE_WORDS
from reengage_desktop.connectors.plan import Plan, Question
from reengage_desktop.connectors.profiles import Profile, is_date
from reengage_desktop.connectors.rules import RuleMaker
from reengage_desktop.domain.sentences import Sentence

MOST_WORDS = 12
"""So many different words can be answered; a column of more is a remark, not an agreement."""

_ONE_OR_NONE = re.compile(r"([01])\.0+")
_LONGEST = 40
_MOST_CELLS = 2000
"""Moments of agreeing differ in every row; so many different cells are looked at."""


def meaning_of(cell: str, told: Mapping[str, str]) -> bool | None:
    """Whether a filled cell is a yes, a no, or neither. `told`: the owner's word, `yes`, `no` or nothing.

    What is a no by itself stays one, whatever anybody says; a day is that of an agreement.
    """
    word = normal(cell)
    known = FLAGS.get(word)
    if known is False or word in GONE_WORDS:
        return False
    if word in told:
        return {"yes": True, "no": False}.get(told[word])
    if word in FLAGS:
        return known
    if found := _ONE_OR_NONE.fullmatch(cell.strip()):
        return found[1] == "1"
    return True if is_date(cell.strip()) else None


def is_understood(cell: str, told: Mapping[str, str]) -> bool:
    """Whether a cell's meaning is known, also where it is known to say nothing."""
    text = cell.strip()
    word = normal(text)
    is_known = is_blank(text) or word in FLAGS or word in GONE_WORDS or word in told
    return is_known or bool(_ONE_OR_NONE.fullmatch(text)) or is_date(text)


def may_be_answers(profile: Profile) -> bool:
    """Whether a column's values are a few words that come again, such as somebody's own words for yes and no."""
    is_short = all(len(value) <= _LONGEST and "@" not in value for value in profile.values)
    return profile.distinct <= MOST_WORDS and is_short


def consent_questions(plan: Plan, rules: RuleMaker) -> Iterator[Question]:
    """What means yes? One question for each column with words that nobody has told the meaning of."""
    asked = [
        (source.field, column)
        for source in plan.sources
        if source.type is ValueType.CONSENT
        for at, column in enumerate(source.columns)
        if not source.meanings or source.meanings[at] is None
    ]
    places = [rules.table.header.index(column) for _, column in asked]
    rows = rules.sample if rules.is_whole else (row for chunk in rules.table.chunks() for row in chunk.rows)
    counts = _count(rows, places)
    for (field, column), cells in zip(asked, counts, strict=True):
        words: Counter[str] = Counter()
        shown: dict[str, str] = {}
        for cell, count in cells.items():
            if not is_understood(cell, rules.told):
                word = normal(cell)
                words[word] += count
                shown.setdefault(word, cell.strip())
        if words:
            common = words.most_common(MOST_WORDS)
            yield _question(field, column, tuple(shown[word] for word, _ in common), tuple(n for _, n in common))


def _count(rows: Iterable[Sequence[str]], places: Sequence[int]) -> list[Counter[str]]:
    counts: list[Counter[str]] = [Counter() for _ in places]
    if places:
        for row in rows:
            for place, count in zip(places, counts, strict=True):
                if place < len(row) and (len(count) < _MOST_CELLS or row[place] in count):
                    count[row[place]] += 1
    return counts


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
