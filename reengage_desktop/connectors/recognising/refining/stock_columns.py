"""What a list of goods says of their stock: pieces in one column, pieces at several places, or just words."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from reengage_desktop.connectors.recognising.columns.goods_numbers import counts, has_word
from reengage_desktop.connectors.recognising.headings.naming import WELL_NAMED, name_score
from reengage_desktop.connectors.values.profiles import Profile, is_evidently
from reengage_desktop.connectors.vocabulary.fields import ValueType
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.meanings import FLAGS
from reengage_desktop.connectors.vocabulary.presets import Feed, load_words
from reengage_desktop.domain.vocabulary import ImportKind

_AT_PLACES = ("current quantity ", "inventory ", "in stock ")
"""How exports that are known begin the name of a column of pieces; what follows is the place where they are."""
_MOSTLY = 0.5


def settle_stock(feeds: dict[str, Feed], profiles: Mapping[str, Profile], *, is_known: bool) -> None:
    """Takes the pieces that may be sold, at all places together, or the words that say whether there are any.

    `is_known`: a preset named the columns.
    """
    if is_known:
        _gather_places(feeds, profiles)
    else:
        _find_stock(feeds, profiles)
    _hear_endless(feeds, profiles)
    _hear_uncounted(feeds, profiles)


def _find_stock(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    told = feeds["in_stock"].columns[0] if "in_stock" in feeds else ""
    if any(normal(name) == told and is_evidently(each, ValueType.MOMENT) for name, each in profiles.items()):
        del feeds["in_stock"]  # since or until when there are some
    _find_places(feeds, profiles)
    _choose_stock(feeds, profiles)
    _hear_words(feeds, profiles)


def _gather_places(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """The pieces at all places of the shop, where an export names the place in the heading."""
    told = feeds["stock"].columns[0] if "stock" in feeds else ""
    for begins in _AT_PLACES:
        places = [
            name for name in _numbers(profiles) if name.startswith(begins) and _is_place(name.removeprefix(begins))
        ]
        if told.startswith(begins) or not told:
            _add_up(feeds, places)


def _find_places(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """`Stock Berlin` beside `Stock Köln`: neither is the stock, unless a column of all of them is there."""
    told = feeds["stock"].columns[0] if "stock" in feeds else ""
    if told and name_score("stock", told, ImportKind.PRODUCTS) >= WELL_NAMED:
        return
    found: dict[tuple[str, bool], list[str]] = {}
    for name in _numbers(profiles):
        for stem in _stems():
            is_first = name.startswith(f"{stem} ")
            if is_first or name.endswith(f" {stem}"):
                if _is_place(name.removeprefix(stem) if is_first else name.removesuffix(stem)):
                    found.setdefault((stem, is_first), []).append(name)
                break
    _add_up(feeds, next((names for names in found.values() if told in {*names, ""} and len(names) > 1), []))


def _add_up(feeds: dict[str, Feed], names: list[str]) -> None:
    if names:
        feeds["stock"] = Feed(tuple(names), is_joined=len(names) > 1, meanings=(None,) * len(names))


def _numbers(profiles: Mapping[str, Profile]) -> Iterator[str]:
    """The headings, in comparable form, of columns that hold numbers only."""
    for column, profile in profiles.items():
        if not profile.is_empty and is_evidently(profile, ValueType.QUANTITY):
            yield normal(column)


def _is_place(name: str) -> bool:
    """Whether nothing in a name says that the pieces are others than those that lie somewhere."""
    return {*name.split()}.isdisjoint(load_words()["stock"]["other"])


@cache
def _stems() -> tuple[str, ...]:
    """What a column of pieces is called, the longest first; a bare quantity may be in a box."""
    stock = load_words()["fields"]["stock"]
    words = {*stock["words"], *stock["more"], *load_words()["stock"]["stems"]} - {*load_words()["stock"]["quantities"]}
    return tuple(sorted(words, key=len, reverse=True))


def _choose_stock(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """Beside all the pieces that lie there, those that are not promised to somebody already."""
    available = sorted(
        normal(column)
        for column, profile in profiles.items()
        if has_word(normal(column), load_words()["prices"]["available"]) and counts(profile)
    )
    if available and "stock" in feeds:
        feeds["stock"] = Feed((available[0],), meanings=(None,))
        if feeds.get("in_stock", Feed(())).columns == (available[0],):
            del feeds["in_stock"]


def _hear_words(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """`auf Lager`, `Épuisé`, `在庫あり`: whether there are any, where no pieces are told."""
    words = load_words()["stock"]
    told = feeds["in_stock"].columns if "in_stock" in feeds else ()
    meant = {normal(word): said for said in ("yes", "no") for word in words[said]}
    for column, profile in profiles.items():
        heading = normal(column)
        if "stock" in feeds or told not in {(), (heading,)} or heading not in words["headings"]:
            continue
        if profile.share(lambda cell: normal(cell) in meant) >= _MOSTLY:
            feeds["in_stock"] = Feed((heading,), meanings=(meant,))
            return


def _hear_uncounted(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """What is sold without end, or whose pieces nobody counts, is in stock whatever its count says."""
    words = load_words()["stock"]
    for column, profile in profiles.items():
        heading, is_counted = normal(column), normal(column) in words["counted"]
        if not profile.is_empty and (is_counted or heading in words["endless"]):
            _hear_first(feeds, heading, [word for word, flag in FLAGS.items() if flag is not is_counted])


def _hear_endless(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """`Unlimited` among the numbers of pieces: in stock."""
    told = feeds["stock"].columns if "stock" in feeds else ()
    words = {normal(word) for word in load_words()["stock"]["endless"]}
    for column, profile in profiles.items():
        if told == (normal(column),) and profile.says(lambda cell: normal(cell) in words):
            _hear_first(feeds, told[0], words)


def _hear_first(feeds: dict[str, Feed], heading: str, words: Iterable[str]) -> None:
    """These words of a column say that something is in stock, before what other columns say."""
    told = feeds.get("in_stock", Feed(()))
    meanings = told.meanings or (None,) * len(told.columns)
    if heading not in told.columns:
        feeds["in_stock"] = Feed((heading, *told.columns), meanings=(dict.fromkeys(words, "yes"), *meanings))
