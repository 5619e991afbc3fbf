"""Columns and words by which tools say that somebody must not be written to; each tool keeps them elsewhere."""

from collections.abc import Iterable, Mapping

from reengage_desktop.connectors.consent_words import MOST_WORDS
from reengage_desktop.connectors.headings import normal
from reengage_desktop.connectors.meanings import FLAGS, GONE_WORDS, STAYED_WORDS
from reengage_desktop.connectors.presets import Feed, load_words
from reengage_desktop.connectors.profiles import Profile

_OTHER_STATES = frozenset("marital family order payment financial sms phone whatsapp account tax employment".split())
_STATES = frozenset("state estado statut etat stato stan situacao situacion zustand ステータス 状態".split())
_CHANNELS = (
    ("consent_sms", frozenset("sms text texts texting".split())),
    ("consent_whatsapp", frozenset(["whatsapp"])),
    ("consent_call", frozenset("call calls phone telephone telefon anruf telefono".split())),
    ("consent_push", frozenset(["push"])),
)
_SHORTEST_TIME = 6
"""Digits: fewer are a count or a flag, more are a moment."""

_SAID_NO = {
    "*": "no",
    **{word: "" for word, flag in FLAGS.items() if not flag and word not in GONE_WORDS},
    **dict.fromkeys(STAYED_WORDS, ""),
}
"""A filled cell is an opt-out; words for "no" and for having stayed say nothing."""

ONLY_NO = {word: "no" for word, flag in FLAGS.items() if flag is False} | dict.fromkeys(GONE_WORDS, "no")
"""Of a column's words only those that refuse."""


def add_refusals(feeds: dict[str, Feed], profiles: Mapping[str, Profile], taken: set[str]) -> None:
    """Columns that say "no": `Unsubscribed`, `Opted Out`, a time of leaving. They speak before any yes."""
    exact = load_words()["refusals"]
    told = {normal(column): _told_by(column, profile) for column, profile in profiles.items()}
    for name in dict.fromkeys((*exact, *filter(None, told.values()))):
        columns = [heading for heading, said in told.items() if heading in exact.get(name, ()) or said == name]
        if not columns:
            continue
        taken.update(column for column in profiles if normal(column) in columns)
        feed = feeds.get(name, Feed(()))
        kept = [at for at, column in enumerate(feed.columns) if column not in columns]
        feeds[name] = Feed(
            (*columns, *(feed.columns[at] for at in kept)),
            meanings=(*([_SAID_NO] * len(columns)), *(feed.meanings[at] for at in kept)),
        )


def _told_by(column: str, profile: Profile) -> str:
    """The consent that a column takes back by the parts of its name; empty for other columns and for mere counts."""
    heading = normal(column)
    is_exact = any(heading in headings for headings in load_words()["refusals"].values())
    if is_exact or not _is_refusal(heading) or _is_count(profile):
        return ""
    return next((name for name, channel in _CHANNELS if channel & set(heading.split())), "consent_email")


def _is_refusal(heading: str) -> bool:
    words = load_words()["leaving"]
    return any(f" {part}" in f" {heading}" for part in words["parts"]) and not set(heading.split()) & set(
        words["never"]
    )


def _is_count(profile: Profile) -> bool:
    numbers = [value for value in profile.values if value.isdigit() and len(value) < _SHORTEST_TIME]
    return bool(numbers) and len(numbers) == len(profile.values) and not set(numbers) <= {"0", "1"}


def add_states(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """A contact's state may be "unsubscribed" or "bounced"; any other word of it says nothing about consent."""
    columns = [
        column
        for column, profile in profiles.items()
        if (is_state(column) and _may_say_gone(profile)) or _says_gone(column, profile)
    ]
    if not columns:
        return
    feed = feeds.get("consent_email", Feed(()))
    mine = [column for column in map(normal, columns) if column not in feed.columns]
    said = dict.fromkeys(GONE_WORDS, "no")
    if any(normal(value) in GONE_WORDS for column in columns for value in profiles[column].values):
        said |= dict.fromkeys(
            ("cancelled", "canceled"), "no"
        )  # beside such words it is the letters that were cancelled
    feeds["consent_email"] = Feed((*mine, *feed.columns), meanings=(*([said] * len(mine)), *feed.meanings))


def _may_say_gone(profile: Profile) -> bool:
    """Whether such a word was seen, or can still come in the rows that the sample left out."""
    return profile.filled > len(profile.values) or any(normal(value) in GONE_WORDS for value in profile.values)


def _says_gone(column: str, profile: Profile) -> bool:
    """Whether a column of a few words holds one for having left, whatever it is called."""
    tokens = set(normal(column).split())
    may_be = profile.distinct <= MOST_WORDS or bool(tokens & _STATES)
    is_other = bool(tokens & (_OTHER_STATES | {name for _, names in _CHANNELS for name in names}))
    return may_be and not is_other and any(normal(value) in GONE_WORDS for value in profile.values)


def is_state(column: str) -> bool:
    """Whether a column's name says that it holds the state of a contact."""
    tokens = normal(column).split()
    return bool(tokens) and tokens[-1] == "status" and not set(tokens) & _OTHER_STATES


def refusal_columns(columns: Iterable[str]) -> list[str]:
    """The columns that say by yes or no that someone does not want to be written to."""
    words = {word for heading in load_words()["refusals"].values() for word in heading}
    return [column for column in columns if normal(column) in words or _is_refusal(normal(column))]
