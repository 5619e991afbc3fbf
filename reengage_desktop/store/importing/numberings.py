"""Whose numbers a file tells: two people, or two products, are never made one because two systems count alike.

Shops change their system, or sell through two of them, and both count from 1. A file most of whose known numbers belong
to somebody (or something) else in the shop is of a further system: each of its numbers is kept apart, with `(2)` behind
it. A customer number that many guests share, or that somebody else bears in an order, is nobody's.
"""

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from reengage_desktop.store.scratch import Scratch

FIRST = 1
"""The numbering of the shop's first system, whose numbers are kept as they are written."""

_FEWEST_STRANGERS, _FEWEST_OTHERS = 2, 3
"""So many numbers that belong to strangers, or to people with other addresses, tell that a file is another system's."""

_CALLED = "coalesce({who}.name, {who}.first_name || ' ' || {who}.last_name, {who}.last_name)"
_MENTIONED = _CALLED.format(who="p")

_KNOWN = """FROM people AS p CROSS JOIN external_ids AS e ON e.source = '' AND e.external_id = p.ext || :behind
    CROSS JOIN customers AS o ON o.id = e.customer_id CROSS JOIN customers AS c ON c.id = coalesce(o.merged_into, o.id)
    WHERE p.ext IS NOT NULL"""

_IS_HERS = """coalesce(p.email = c.email OR p.email IN
    (SELECT value FROM contact_points WHERE customer_id = c.id AND kind = 'email'), 0)
    OR coalesce(p.phone = c.phone OR p.phone IN
    (SELECT value FROM contact_points WHERE customer_id = c.id AND kind = 'phone'), 0)"""

_COMPARED = f"""SELECT p.pid, p.ext, p.email, c.email AS holder, {_IS_HERS} AS is_hers,
    p.email IS NOT NULL AND c.email IS NOT NULL AS is_mailed,
    CASE WHEN {_IS_HERS} THEN 0 ELSE are_strangers(
        coalesce({_MENTIONED}, (SELECT {_CALLED.format(who="h")} FROM customers AS h WHERE h.email = p.email LIMIT 1)),
        {_CALLED.format(who="c")}) END AS is_stranger {_KNOWN}"""
"""The names are compared only where no address is hers; whoever is known by the row's e-mail has a name, too."""

_WEIGHED = f"""SELECT count(DISTINCT ext), count(DISTINCT ext) FILTER (WHERE is_hers OR is_stranger = 0),
    count(DISTINCT ext) FILTER (WHERE NOT is_hers AND is_mailed AND is_stranger = 1),
    count(DISTINCT ext) FILTER (WHERE NOT is_hers AND (is_stranger = 1 OR is_mailed AND is_stranger IS NULL))
    FROM ({_COMPARED})"""

_PLAINLY = f"SELECT count(*), total(coalesce(p.email = c.email, 0) OR coalesce(p.phone = c.phone, 0)) {_KNOWN}"
"""As good as always the first look tells: most addresses are those of the shop, and no name needs be compared."""

_STRANGERS = f"""UPDATE people SET ext = NULL WHERE pid IN (
    SELECT pid FROM ({_COMPARED}) WHERE NOT is_hers AND is_mailed AND is_stranger = 1 {{also}})"""

_MOVED = """AND (holder IN (SELECT email FROM people WHERE email IS NOT NULL) OR email IN
    (SELECT email FROM customers WHERE email IS NOT NULL AND merged_into IS NULL AND erased_at IS NULL))"""
"""Who bears the number stands elsewhere in the file, or the row's own address is a customer's: the numbers of a list
moved on when a row was put in. Else somebody got another name and a new address."""

_MAILED = f"""SELECT p.ext, p.email, {_MENTIONED} FROM people AS p
    WHERE p.ext IN (SELECT ext FROM people WHERE ext IS NOT NULL AND email IS NOT NULL
        GROUP BY ext HAVING count(DISTINCT email) > 1)
    AND p.email IS NOT NULL AND {_MENTIONED} IS NOT NULL ORDER BY p.ext, p.pid"""


_GOODS = """SELECT count(DISTINCT ext), count(DISTINCT ext) FILTER (WHERE is_same OR is_stranger = 0),
    count(DISTINCT ext) FILTER (WHERE NOT is_same AND is_stranger = 1), 0 FROM (
    SELECT g.ext, coalesce(g.sku = p.sku OR g.price_minor = p.price_minor, 0) AS is_same,
        CASE WHEN coalesce(g.sku = p.sku OR g.price_minor = p.price_minor, 0) THEN 0
            ELSE are_strangers(g.name, p.name) END AS is_stranger
    FROM goods AS g CROSS JOIN products AS p ON p.external_id = g.ext || :behind WHERE g.ext IS NOT NULL)"""
"""A catalogue in another language has the same prices or SKUs."""


class NumbersUnclear(Exception):
    """Several systems of the shop know the file's numbers, and nothing in it tells which of them it is of."""


@dataclass(frozen=True)
class _Weight:
    """What speaks for a numbering: how many of the file's numbers it knows, and as whose."""

    known: int
    hers: int
    strangers: int
    others: int

    @property
    def is_another(self) -> bool:
        """Whether the numbers are those of other people."""
        if self.strangers >= _FEWEST_STRANGERS and self.strangers > self.hers:
            return True
        return self.others >= _FEWEST_OTHERS and self.others > 2 * self.hers


def drop_guests(scratch: Scratch) -> int:
    """A number under which orders name strangers with addresses of their own is nobody's; gives how many are dropped.

    Some systems give all guests one number.
    """
    if not _are_said(scratch, "ext", "email"):
        return 0
    shared = [
        (number,) for number, mentions in groupby(scratch.rows(_MAILED), key=itemgetter(0)) if _tell_strangers(mentions)
    ]
    scratch.run_many("UPDATE people SET ext = NULL WHERE ext = ?", shared)
    return len(shared)


def tell_apart(scratch: Scratch, *, most: int, before: Collection[int], is_list: bool) -> tuple[int, int]:
    """Finds the numbering of a file's customer numbers, and keeps those of a further system apart.

    `most`: so many numberings the shop has; `before`: those of earlier files with the same columns; `is_list`: the file
    is a list of customers, in which somebody may have got another name and a new address. Gives the numbering, and how
    many mentions bear the number of a stranger: theirs is dropped. Raises NumbersUnclear.
    """
    if not _are_said(scratch, "ext") or scratch.value("SELECT 1 FROM external_ids LIMIT 1") is None:
        return FIRST, 0
    scratch.add_function("are_strangers", 2, _are_strangers)
    weights = {number: _weigh_people(scratch, number) for number in range(FIRST, most + 1)}
    chosen = _choose(weights, before)
    if chosen != FIRST:
        scratch.run("UPDATE people SET ext = ext || ? WHERE ext IS NOT NULL", (behind(chosen),))
    weight = weights.get(chosen)
    if weight is None or weight.known == weight.hers:
        return chosen, 0
    is_fitting = is_list and weight.hers > weight.strangers
    return chosen, scratch.run(_STRANGERS.format(also=_MOVED if is_fitting else ""), {"behind": ""})


def tell_goods_apart(scratch: Scratch, *, most: int, before: Collection[int], may_begin: bool) -> int:
    """The same for the numbers of products; `may_begin`: the file may be the first of a further system.

    Names alone do not tell that: orders name a product in the language of whoever bought it.
    """
    if not _are_said(scratch, "ext", of="goods") or (most == FIRST and not may_begin):
        return FIRST
    scratch.add_function("are_strangers", 2, _are_strangers)
    weights = {number: _weigh(scratch, _GOODS, number) for number in range(FIRST, most + 1)}
    chosen = _choose(weights, before)
    if chosen > most and not may_begin:
        return FIRST
    if chosen != FIRST:
        scratch.run("UPDATE goods SET ext = ext || ? WHERE ext IS NOT NULL", (behind(chosen),))
    return chosen


def behind(numbering: int) -> str:
    """What stands behind each number of a numbering."""
    return "" if numbering == FIRST else f" ({numbering})"


def _choose(weights: dict[int, _Weight], before: Collection[int]) -> int:
    """The numbering for which most speaks; a new one where all known ones are of other people."""
    fit = {number: weight for number, weight in weights.items() if not weight.is_another}
    if not fit:
        return max(weights) + 1
    chosen = max(fit, key=lambda number: (fit[number].hers, number in before, fit[number].known, -number))
    rivals = [number for number, weight in fit.items() if number != chosen and weight.known]
    is_told = fit[chosen].hers or (chosen in before and not set(rivals).intersection(before))
    if fit[chosen].known and rivals and not is_told:
        raise NumbersUnclear
    return chosen


def _weigh_people(scratch: Scratch, numbering: int) -> _Weight:
    known, hers = scratch.rows(_PLAINLY, {"behind": behind(numbering)})[0]
    return _Weight(known, int(hers), 0, 0) if 2 * hers > known else _weigh(scratch, _WEIGHED, numbering)


def _weigh(scratch: Scratch, weighed: str, numbering: int) -> _Weight:
    return _Weight(*scratch.rows(weighed, {"behind": behind(numbering)})[0])


def _are_said(scratch: Scratch, *columns: str, of: str = "people") -> bool:
    return scratch.said.get(of, set()).issuperset(columns)


def _tell_strangers(mentions: Iterable[tuple[Any, ...]]) -> bool:
    """Whether of mentions (number, e-mail, name) two are of strangers with other addresses."""
    (_, email, name), *others = mentions
    return any(other != email and _are_strangers(name, called) for _, other, called in others)


def _are_strangers(one: str | None, other: str | None) -> int | None:
    """Whether two names share no word; None where they can't be compared."""
    mine, hers = _words(one), _words(other)
    if not mine or not hers or _is_latin(mine) != _is_latin(hers):
        return None
    return int(mine.isdisjoint(hers) and "".join(sorted(mine)) != "".join(sorted(hers)))


def _words(name: str | None) -> set[str]:
    plain = unicodedata.normalize("NFKD", (name or "").casefold())
    letters = "".join(each if each.isalnum() else " " for each in plain if not unicodedata.combining(each))
    return {word for word in letters.split() if len(word) > 1 or not word.isascii()}


def _is_latin(words: Iterable[str]) -> bool:
    return any("a" <= letter <= "z" for word in words for letter in word)
