"""The second step of agreeing: whoever asked for letters and did not confirm it has not agreed to them yet."""

from collections.abc import Mapping
from dataclasses import replace

from reengage_desktop.connectors.recognising.headings.asking import spoken_words
from reengage_desktop.connectors.recognising.headings.leaving import ONLY_NO, says_state, without_agreement
from reengage_desktop.connectors.values.profiles import Profile, is_evidently
from reengage_desktop.connectors.vocabulary.fields import ValueType
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.meanings import FLAGS, GONE_WORDS, answer
from reengage_desktop.connectors.vocabulary.presets import Feed, load_words

_TWICE = ("doi", "double opt", "doppel", "confirmed opt in", "opt in confirm")
_CONFIRMED = ("bestatig", "confirm", "conferm", "bevestig", "potwierdz")
"""What headings say of the second step of agreeing."""
_BARE = frozenset(
    "confirmed|confirmed at|confirmed on|confirmed date|date confirmed|confirmation date|confirm time|bestatigt|"
    "bestatigt am|bestatigungsdatum|confirme|confirme le|confirmee le|date de confirmation|confirmado|confirmado el|"
    "fecha de confirmacion|confermato|confermato il|data conferma|bevestigd|bevestigd op|bevestigingsdatum|"
    "potwierdzony|potwierdzono|data potwierdzenia|confirmado em|data de confirmacao|確認日時".split("|")
)
"""Headings that say nothing of what was confirmed: beside an agreement to letters it is that."""

_OPEN = frozenset(
    map(
        normal,
        "pending|unconfirmed|not confirmed|not yet confirmed|awaiting|awaiting confirmation|pending confirmation|"
        "waiting for confirmation|ausstehend|bestatigung ausstehend|unbestatigt|nicht bestatigt|en attente|"
        "en attente de confirmation|non confirme|non confirmee|pendiente|pendiente de confirmar|"
        "pendiente de confirmacion|sin confirmar|no confirmado|no confirmada|in attesa|in attesa di conferma|"
        "non confermato|non confermata|in afwachting|niet bevestigd|onbevestigd|oczekujacy|oczekuje|"
        "oczekuje na potwierdzenie|niepotwierdzony|niepotwierdzona|pendente|nao confirmado|nao confirmada|"
        "未確認|仮登録|確認待ち|unbekraftet|afventer|implied|implicit|transactional|transactional only|"
        "never subscribed|not subscribed|non subscribed|no permissions set|no consent".split("|"),
    )
)
"""What states say of somebody who was asked to confirm and has not, or who never was asked."""

_HELD = dict.fromkeys(_OPEN, "pending")
_UNCONFIRMED = {word: "pending" for word, flag in FLAGS.items() if flag is False and word not in GONE_WORDS}
"""A plain no to whether somebody confirmed; a yes to it alone says not to what."""


def heed_confirmations(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """Where a column says who confirmed, only those have agreed; where a state says who did not, those have not."""
    for name in [field for field in feeds if field.startswith("consent_")]:
        _take_confirmed(name, feeds, profiles)
        _hold_unconfirmed(name, feeds, profiles)


def hold_unconfirmed(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """Where a state says who was asked to confirm and has not, those have not agreed, whatever else says when."""
    for name in [field for field in feeds if field.startswith("consent_")]:
        _hold_unconfirmed(name, feeds, profiles)


def _take_confirmed(name: str, feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    feed = feeds[name]
    answers = {column for column, said in zip(feed.columns, feed.meanings, strict=True) if said in (None, ONLY_NO)}
    confirming = {column for column in answers if _is_second(column) or any(stem in column for stem in _CONFIRMED)}
    if answers - confirming:
        confirming |= {normal(column) for column, profile in profiles.items() if _dates_second(name, column, profile)}
    heard = [*zip(feed.columns, feed.meanings, strict=True), *((each, None) for each in confirming - {*feed.columns})]
    if confirming and answers - confirming:
        heard = [(column, _in_two_steps(said, is_second=column in confirming)) for column, said in heard]
    if confirming:
        # Every no is heard before what is still open, and that before a yes.
        first = [pair for pair in heard if pair[0] not in confirming]
        last = [
            (column, meant)
            for column, said in heard
            if column in confirming
            for meant in ((_UNCONFIRMED, said) if said in (None, ONLY_NO) and _is_second(column) else (said,))
        ]
        columns, meanings = zip(*first, *last, strict=True)
        feeds[name] = replace(feed, columns=columns, meanings=meanings)


def _in_two_steps(said: Mapping[str, str] | None, *, is_second: bool) -> Mapping[str, str] | None:
    """Of two steps the first says only who did not take it, and a yes to the second is one to what was asked."""
    if said in (None, ONLY_NO):
        return None if is_second else ONLY_NO
    return said


def _dates_second(name: str, column: str, profile: Profile) -> bool:
    """Whether a column holds the days of the second step for a channel, or for letters where it names none."""
    heading = normal(column)
    if heading in _BARE and name == "consent_email":
        return is_evidently(profile, ValueType.MOMENT)
    if not _is_second(heading) or not is_evidently(profile, ValueType.MOMENT):
        return False
    return name in (_channels_in(heading) or {"consent_email"})


def _channels_in(heading: str) -> set[str]:
    """The consents whose channel a heading in comparable form names."""
    channels = load_words()["asking"]["channels"]
    return {channel for channel, words in channels.items() if not spoken_words(heading).isdisjoint(words)}


def _is_second(heading: str) -> bool:
    """Whether a heading in comparable form is about the second step alone, which nobody refuses by not taking it."""
    return any(f"{stem} " in f"{heading} " if stem == "doi" else stem in heading for stem in _TWICE)


def _hold_unconfirmed(name: str, feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    feed = feeds[name]
    heard = tuple(zip(feed.columns, feed.meanings, strict=True))
    agreeing = [(column, said) for column, said in heard if said is None or "yes" in said.values()]
    told = [normal(column) for column, each in profiles.items() if says_state(column) and each.says(_is_open)]
    states = {column: _HELD for column in told if name in (_channels_in(column) or {name})}
    for column, profile in profiles.items():
        is_step = normal(column) in _BARE and name == "consent_email" and is_evidently(profile, ValueType.FLAG)
        if is_step and not is_evidently(profile, ValueType.MOMENT):  # a day is one of the two steps itself
            states[normal(column)] = _UNCONFIRMED
    if agreeing and states:
        # Every no is heard before what is still open, and that before a yes.
        first = without_agreement({name: feed})[name]
        columns = (*first.columns, *states, *(column for column, _ in agreeing))
        meanings = (*first.meanings, *states.values(), *(said for _, said in agreeing))
        feeds[name] = Feed(columns, meanings=meanings)


def _is_open(value: str) -> bool:
    return answer(value) in _OPEN
