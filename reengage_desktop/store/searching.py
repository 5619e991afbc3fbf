"""Finding customers while somebody types: an index of letter triples, and the plain walk where it can't help.

Both find the same people: the index only proposes whom to look at. It is filled a batch at a time (`refresh`), so that
no import waits for it; whoever it does not cover yet is looked at one by one.

Of a shop's own numbers nearly all have the same triples (7000000123): there the index also holds every six digits in a
row, as a triple of letters that each stand for two of them.
"""

import json
import re
from dataclasses import dataclass

from reengage_desktop.store.customers import LIVING
from reengage_desktop.store.database import Database

MOST_PROPOSED = 2_000
"""More proposals than this are not worth sorting: walking the table in its order finds the first ones sooner."""

_MOST_UNCOVERED = 5_000
_BATCH = 2_000
_TRIPLES = 12
_LETTERS = 3

_WORDS = """coalesce(name, '') || char(10) || coalesce(first_name || ' ' || last_name, '') || char(10)
    || coalesce(email, '') || char(10) || coalesce(phone, '') || char(10) || coalesce((SELECT
    group_concat(external_id, char(10)) FROM external_ids WHERE customer_id = customers.id), '') || char(10, 10)"""
"""Two more letters follow every one of them: whatever begins with it is a triple of the index."""

_INDEXED = f"with_sixes({_WORDS})"
_SIX = 6
_LONG_NUMBER = re.compile(f"[0-9]{{{_SIX},}}")
_PAIRS = {f"{number:02}": chr(0xE000 + number) for number in range(100)}
"""A letter of Unicode's private area for every two digits."""


@dataclass(frozen=True)
class Search:
    """What somebody typed, as a condition on a customer; `is_empty` finds everybody.

    `proposal`: its letter triples, as a query of the index; `beginning`: a text too short to have any.
    """

    condition: str = "1"
    params: tuple[str, ...] = ()
    proposal: str = ""
    beginning: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not self.params


@dataclass(frozen=True)
class Narrowing:
    """A condition that leaves few customers to look at; a wide one leaves too many to sort: walk, and ask it first."""

    condition: str
    params: tuple[str | int, ...]
    is_wide: bool = False


_BY_TRIPLES = "SELECT rowid FROM customer_search WHERE customer_search MATCH ?"
_BY_BEGINNING = "SELECT doc FROM search_triples WHERE term >= ? AND term <= ?"
_UNCOVERED = "UNION ALL SELECT customer_id FROM search_stale UNION ALL SELECT id FROM customers WHERE id > ?"
_TRIPLES_TABLE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_triples USING fts5vocab (main, customer_search, instance)"
)
_LAST_LETTER = chr(0x10FFFF)


def read(text: str) -> Search:
    """The search for a part of the name, the e-mail or the shop's own id, or for digits of the phone."""
    wanted = text.strip()
    if not wanted:
        return Search()
    parts, words = [], []
    for spelling in spellings(wanted):
        like = "%" + spelling.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        for words_of in ("name", "first_name || ' ' || last_name", "email"):
            parts.append(f"{words_of} LIKE ? ESCAPE '\\'")
            words.append(like)
        parts.append(
            "EXISTS (SELECT 1 FROM external_ids WHERE customer_id = customers.id AND external_id LIKE ? ESCAPE '\\')"
        )
        words.append(like)
    proposals = [_triples(wanted)]
    digits = _digits(wanted)
    if digits:
        parts.append("phone LIKE ?")
        words.append(f"%{digits}%")
        proposals.append(_triples(digits))
    proposal = " OR ".join(f"({each})" for each in proposals) if all(proposals) else ""
    beginning = wanted.lower() if len(wanted) < _LETTERS and wanted.isascii() else ""
    return Search(f"({' OR '.join(parts)})", tuple(words), proposal, beginning)


def narrow(db: Database, search: Search) -> Narrowing | None:
    """Among whom everybody who is meant must be; None where only the walk can tell."""
    if not (search.proposal or search.beginning):
        return None
    through, newest = db.row("SELECT through, coalesce((SELECT max(id) FROM customers), 0) FROM search_state") or (0, 0)
    if newest - through > _MOST_UNCOVERED or db.value("SELECT count(*) FROM search_stale") > _MOST_UNCOVERED:
        return None
    proposed, params = f"{_BY_TRIPLES} {_UNCOVERED}", tuple[str | int, ...]((search.proposal, through))
    if not search.proposal:
        db.run(_TRIPLES_TABLE)
        proposed = f"{_BY_BEGINNING} {_UNCOVERED}"
        params = (search.beginning, search.beginning + _LAST_LETTER, through)
    found = db.rows(f"{proposed} LIMIT ?", (*params, MOST_PROPOSED + 1))
    if len(found) > MOST_PROPOSED:
        return Narrowing(f"+id IN ({proposed})", params, is_wide=True)
    return Narrowing("id IN (SELECT value FROM json_each(?))", (json.dumps([each for (each,) in found]),))


def refresh(db: Database, batch: int = _BATCH) -> bool:
    """Brings one batch of changed and new customers into the index, in one short transaction; True while more wait."""
    _teach(db)
    with db.write():
        stale = [each for (each,) in db.rows("SELECT customer_id FROM search_stale LIMIT ?", (batch,))]
        _put(db, stale)
        through = int(db.value("SELECT through FROM search_state"))
        last = db.value(
            "SELECT max(id) FROM (SELECT id FROM customers WHERE id > ? ORDER BY id LIMIT ?)", (through, batch)
        )
        if last is not None:
            db.run(
                f"INSERT INTO customer_search (rowid, words) SELECT id, {_INDEXED} FROM customers "
                f"WHERE id > ? AND id <= ? AND {LIVING}",
                (through, last),
            )
            db.run("UPDATE search_state SET through = ?", (last,))
    return is_behind(db)


def is_behind(db: Database) -> bool:
    """Whether the index lacks somebody."""
    return bool(
        db.value(
            "SELECT EXISTS (SELECT 1 FROM search_stale) OR EXISTS (SELECT 1 FROM customers, search_state "
            "WHERE customers.id > through)"
        )
    )


def put_right(db: Database, customer_id: int) -> None:
    """Makes the index say of one customer what her row says, now: nothing once she was erased."""
    if db.value("SELECT ? <= through FROM search_state", (customer_id,)):
        _teach(db)
        with db.write():
            _put(db, [customer_id])


def _put(db: Database, ids: list[int]) -> None:
    one = [(customer_id,) for customer_id in ids]
    db.run_many("DELETE FROM customer_search WHERE rowid = ?", one)
    db.run_many(
        f"INSERT INTO customer_search (rowid, words) SELECT id, {_INDEXED} FROM customers WHERE id = ? AND {LIVING}",
        one,
    )
    db.run_many("DELETE FROM search_stale WHERE customer_id = ?", one)


def spellings(wanted: str) -> list[str]:
    """A word in its usual cases, where it has other letters than A to Z: SQLite folds the case of those only."""
    if wanted.isascii():
        return [wanted]
    return list(dict.fromkeys((wanted, wanted.lower(), wanted.upper(), wanted.title())))


def _digits(wanted: str) -> str:
    """The digits of something that looks like a phone, without the zeros before it; empty for anything else."""
    digits = "".join(letter for letter in wanted if letter.isdigit())
    is_phone = len(digits) >= 3 and all(letter in "+0123456789 ()-/." for letter in wanted)
    return (digits.lstrip("0") or digits) if is_phone else ""


def _triples(wanted: str) -> str:
    """All letter triples of the text, as a query of the index; empty for a text that is too short.

    Six digits in a row say more than their triples, and stand in their place.
    """
    others = _LONG_NUMBER.split(wanted)
    triples = [text[at : at + _LETTERS] for text in others for at in range(len(text) - _LETTERS + 1)]
    chosen = _some([six for number in _LONG_NUMBER.findall(wanted) for six in _sixes_of(number)]) + _some(triples)
    return " AND ".join('"' + each.replace('"', '""') + '"' for each in chosen)


def _some(pieces: list[str]) -> list[str]:
    """Each once; of very many only every second or third."""
    different = list(dict.fromkeys(pieces))
    return different[:: max(1, len(different) // _TRIPLES)]


def _sixes_of(number: str) -> list[str]:
    """Every six digits in a row, as the index writes them."""
    return [_paired(number[at : at + _SIX]) for at in range(len(number) - _SIX + 1)]


def _paired(digits: str) -> str:
    return "".join(_PAIRS[digits[at : at + 2]] for at in range(0, len(digits) - 1, 2))


def _with_sixes(words: str) -> str:
    """Her words, and her long numbers once more in pairs: from the first digit on and from the second."""
    return words + "".join(f"{_paired(each)}\n{_paired(each[1:])}\n" for each in _LONG_NUMBER.findall(words))


def _teach(db: Database) -> None:
    """Lets SQL here write long numbers in pairs."""
    db.engine.connection().create_function("with_sixes", 1, _with_sixes, deterministic=True)
