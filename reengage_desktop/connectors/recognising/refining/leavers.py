"""Which rows of a list that is imported as opt-outs are of people who left."""

from collections.abc import Collection, Mapping, Sequence

from reengage_desktop.connectors.checking.consent_words import MOST_WORDS
from reengage_desktop.connectors.checking.plan import RowRule
from reengage_desktop.connectors.opening.table import Table
from reengage_desktop.connectors.recognising.columns.guessing import guess
from reengage_desktop.connectors.recognising.headings.leaving import is_state, refusal_columns
from reengage_desktop.connectors.recognising.kinds.file_names import says_left
from reengage_desktop.connectors.recognising.kinds.matching import Feeds, is_list_of_leavers, is_named_for_leaving
from reengage_desktop.connectors.values.profiles import Profile, is_date, profile_of
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.meanings import (
    FLAGS,
    GONE_WORDS,
    HARD_BOUNCES,
    REFUSALS,
    SOFT_BOUNCES,
    answer,
)
from reengage_desktop.connectors.vocabulary.presets import Feed
from reengage_desktop.connectors.vocabulary.refusals import WrongKind
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.vocabulary import ImportKind

_YES = tuple(word for word, flag in FLAGS.items() if flag)
_NO = tuple(REFUSALS)


def who_left(table: Table, sample: Sequence[Sequence[str]], feeds: Feeds, *, is_whole: bool) -> tuple[RowRule, ...]:
    """In a list of all contacts only those whose state, a yes or a no, or a day says so have opted out.

    The reason of leaving is no such state: whatever it says, somebody left. So did everyone in a list of those who
    left but for whom a word says that she stayed, or is still asked. `is_whole`: the sample is the whole file; where
    everybody in it agreed to be written to, raises WrongKind.
    """
    rules: list[RowRule] = []
    profiles = {name: profile_of([row[at] for row in sample]) for at, name in enumerate(table.header)}
    have_left = is_named_for_leaving(table.path, profiles) or is_list_of_leavers(profiles)
    if any(all(answer(row[place]) in GONE_WORDS for row in sample) for place in range(len(table.header)) if sample):
        return ()  # everyone is said to have left
    reasons = feeds["reason"].columns if "reason" in feeds else ()
    for place, column in enumerate(table.header):
        words = {answer(row[place]) for row in sample if row[place].strip()}
        if words & SOFT_BOUNCES and words <= SOFT_BOUNCES | HARD_BOUNCES:
            rules.append(RowRule(column, tuple(HARD_BOUNCES)))
        is_few = is_state(column) or len(words) <= MOST_WORDS
        if normal(column) in reasons:
            continue
        others = words - GONE_WORDS
        if have_left:
            others = {word for word in others if FLAGS.get(word, False) is not False}
        if is_few and words & GONE_WORDS and others:
            rules.append(RowRule(column, tuple(GONE_WORDS)))
        else:
            rules += _said_no(column, words)
            if not (have_left or reasons) and _is_day_of_leaving(column, profiles[column], len(sample)):
                rules.append(RowRule(column, ()))
    if rules or have_left or reasons or says_left(table.path):
        return tuple(rules)
    return _did_not_agree(table, profiles, is_whole=is_whole)


def said_no_beyond(table: Table, sample: Sequence[Sequence[str]], known: Collection[str]) -> tuple[RowRule, ...]:
    """The same of those columns of a known export by which other versions of it say yes to having left.

    `known`: the columns that its preset names, in comparable form.
    """
    rules: list[RowRule] = []
    for place, column in enumerate(table.header):
        if normal(column) not in known:
            rules += _said_no(column, {answer(row[place]) for row in sample if row[place].strip()})
    return tuple(rules)


def _said_no(column: str, words: Collection[str]) -> list[RowRule]:
    """The rule of a column such as `Unsubscribed` that holds nothing but yes and no."""
    is_asked = words and set(words) <= FLAGS.keys() and column in refusal_columns([column])
    return [RowRule(column, _YES)] if is_asked else []


def _is_day_of_leaving(column: str, profile: Profile, count: int) -> bool:
    """Whether a column says of some, and not of all, when they left."""
    return 0 < profile.filled < count and profile.share(is_date) == 1 and column in refusal_columns([column])


def _did_not_agree(table: Table, profiles: Mapping[str, Profile], *, is_whole: bool) -> tuple[RowRule, ...]:
    """Where columns plainly ask whether somebody agreed, those who did have not opted out; raises WrongKind.

    Whoever answered nothing about mail, where others agreed to it, did not agree.
    """
    asked = {
        column: (name, {answer(value) for value in profile.words or profile.values})
        for name, feed in guess(ImportKind.CUSTOMERS, profiles).items()
        for column, profile in profiles.items()
        if name.startswith("consent_") and _plainly_asks(feed, column) and not profile.is_empty
    }
    asked = {column: (name, words) for column, (name, words) in asked.items() if words <= FLAGS.keys()}
    count = max((profile.filled for profile in profiles.values()), default=0)
    if (
        is_whole
        and asked
        and all(words <= {*_YES} and profiles[at].filled == count for at, (_, words) in asked.items())
    ):
        column = next(iter(asked))
        text = (
            f"In “{table.path.name}” nobody opted out: in “{column}” everyone agreed. Export the list of those who "
            "unsubscribed, or import it as customers."
        )
        raise WrongKind(Sentence("all_agreed", text, file=table.path.name, column=column))
    return tuple(RowRule(column, (*_NO, "") if name == "consent_email" else _NO) for column, (name, _) in asked.items())


def _plainly_asks(feed: Feed, column: str) -> bool:
    return any(normal(column) == name and said is None for name, said in zip(feed.columns, feed.meanings, strict=True))
