"""What the words for an order's state mean, in the languages of exports."""

import re
from functools import lru_cache

from reengage_desktop.connectors.vocabulary.blanks import is_error
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.order_state_words import STATE_WORDS
from reengage_desktop.domain.vocabulary import OrderStatus

_BY_WORD = {normal(word): status for status, words in STATE_WORDS.items() for word in words.split("|")} | {
    status.value.replace("_", " "): status for status in OrderStatus
}
STATUSES: dict[str, OrderStatus] = _BY_WORD | {f"wc {word}": status for word, status in _BY_WORD.items()}
"""The state of an order by the shop's word in comparable form."""

_ASKED_ONLY = frozenset(
    "requested pending request awaiting waiting "
    "angefragt beantragt demande demandee solicitado solicitada richiesto richiesta "
    "aangevraagd pedido reversal reversed".split()
)
_CALLED_OFF = frozenset(
    word for word, status in _BY_WORD.items() if status in {OrderStatus.CANCELLED, OrderStatus.VOIDED}
) - {"rejected", "trash", "failed"}


_STEMS = re.compile(
    r"(?:(cancel|annul|anulad|anulow|storn|geannul|abgesagt|absage|disdett|odwolan|afgezegd|desmarcad|avbok|aflyst|avlyst"
    r"|zrusen|キャンセル|取消|注文取消)"
    r"|refund|rembours|reembols|rimbors|erstatt|ruckerstatt|terugbetaal|zwroc|devolv|devuelt|返金|返品)"
)
"""How the words for what was called off or given back begin."""

_CALLED_OFF_AFTER_ALL = re.compile(r"(?:[^\W\d_]+ ){1,2}(?:cancel|annul|anulad|storn|geannul|abgesagt)[^\W\d_]*")
"""`Kurzfristig abgesagt`, `guest cancelled`: how, or by whom, stands before it."""
_CODED = re.compile(r"(?:\d+ )+(?=[^\W\d_])")
"""The shop's own number before a state: `[8.1] Storniert`."""
_CREDIT_NOTES = (
    *("credit note ", "credit memo ", "nota de credito ", "nota di credito ", "nota credito ", "gutschrift "),
    *("creditnota ", "avoir "),
)
"""With what the name of a credit note begins, whatever comes behind: `Nota de Crédito Electrónica`."""
_SERIES = re.compile(r" [a-z]$")
"""The series of a document behind its kind: `Nota de Crédito B`."""
_CALLED_OFF_IN_JAPANESE = re.compile(r"(返金|返品)|キャンセル|取消|無断|来店なし|未来店")
_NOT_YET = re.compile(
    r"待ち|申請|依頼|一部|未返金|未キャンセル|(?:キャンセル|取消|返金|返品)(?:なし|無し|不?可|拒否|却下|不要|期限)"
)
_PARTLY = re.compile(r"\b(parti|parc|parz|teil|gedeelt|czesc|一部)")
_NOT = frozenset(map(normal, "not non no nicht niet nie nao pas un".split()))
_NONE = _NOT | frozenset(
    "never without kein keine keinen nie ohne aucun aucune sans jamais sin ningun ninguna nunca nessun nessuna senza "
    "mai geen zonder nooit sem nenhum nenhuma brak bez zadnych nein nee nej false".split()
)
"""What says of an undoing that there was none: `Keine Stornierung`."""

_UNDOING = re.compile(
    r"cancel|cancell?ations?|storno|stornos|stornierung(?:en)?|absage|annulations?|annulering|cancelaci(?:on|ones)"
    r"|anulaci(?:on|ones)|cancelamento|anulacao|annullamento|cancellazione|anulowani[ae]|(refunds?|returns?|chargeback"
    r"|erstattung(?:en)?|ruckerstattung(?:en)?|retoure|remboursements?|retour|reembolsos?|devoluci(?:on|ones)|rimborso"
    r"|reso|terugbetaling|devolucao|zwrot|avoir|gutschrift)"
)
"""Words for calling off and giving back that don't say yet that it came to it."""
_NOT_DONE = re.compile(
    r"(?:reject|declin|deni|refus|recus|rechaz|rifiut|abgelehn|verweiger|geweiger|afgewez|odrzuc|odmow|fail"
    r"|fehlgeschlag|echou|fallid|mislukt|revok|withdrawn|aufgehoben|zuruckgenommen|possib|moglich|posib"
    r"|kostenlos|kostenfrei|gratui|flexib|eligib)\w*|won|free|window|deadline|can|cannot|may"
)
"""Beside such a word: that it was refused, or may be done."""
_CALLED_OFF_ITSELF = re.compile(r"(?:cancel|annul|anulad|storn|geannul|anulow)\w*")
_MAY_BE = re.compile(r"\w+(?:able|ables|abile|abili|ible|bar|baar|avel|aveis|fahig)")
"""`Refundable`, `stornierbar`."""
_ABOUT_MONEY = frozenset(
    normal(word)
    for word in (
        "paid|completed|complete|settled|invoiced|bezahlt|abgeschlossen|paye|payee|pagado|pagada|cobrado|cobrada|"
        "pagato|"
        "pagata|saldato|saldata|betaald|voldaan|pago|paga|liquidada|oplacone|oplacona|zaplacone|zaplacona|reglee|"
        "regle|"
        "soldee|beglichen"
    ).split("|")
)
"""Words for what was paid whose opposite is a purchase that is still open."""

_THEN = frozenset("and then later but und dann et puis y luego e poi en i potem".split())
_UNDONE = frozenset({OrderStatus.CANCELLED, OrderStatus.VOIDED, OrderStatus.REFUNDED})
_MAY_BECOME = {
    OrderStatus.PAID: _UNDONE | {OrderStatus.PARTLY_REFUNDED},
    OrderStatus.PENDING: _UNDONE - {OrderStatus.REFUNDED},
} | dict.fromkeys(_UNDONE, _UNDONE)
"""What an order may become after a state."""
_LONGEST = 8
"""Words of a state; a cell of more is somebody's remark."""
_ONLY_A_PART = "shipping"

_PAYMENTS = frozenset(
    "payment zahlung bezahlung paiement reglement pago cobro pagamento betaling platnosc vorkasse betalning".split()
)
"""What stands before the state of an order's payment: `Pago pendiente`."""
_BY = frozenset("by per at pelo por durch par door przez".split())
_ORDERS = frozenset(
    "pedido commande order bestellung ordine zamowienie venda venta auftrag rechnung facture siparis".split()
)

_DOTLESS = "\N{LATIN SMALL LETTER DOTLESS I}"
"""A letter of its own in Turkish; the words of states write it as an i."""


@lru_cache(maxsize=1 << 13)
def status_of(word: str) -> OrderStatus | None:
    """The state that a word in comparable form means; `cancelled by the buyer` is as good as `cancelled`."""
    word = word.replace(_DOTLESS, "i")
    word = word if word in STATUSES else _SERIES.sub("", _CODED.sub("", word, count=1))
    first, _, rest = word.partition(" ")
    if word in STATUSES:
        return STATUSES[word]
    if first in _ORDERS:
        return status_of(rest)
    if first in _NOT and rest in _ABOUT_MONEY:
        return OrderStatus.PENDING
    if first in _PAYMENTS and rest in STATUSES:
        return STATUSES[rest]
    if " " not in rest and _undone_by({first: rest, rest: first}):
        return OrderStatus.PAID
    return None if _is_not_done(word) else _undone(word) or _after_all(word)


def _undone_by(beside: dict[str, str]) -> bool:
    """Whether one of two words denies what the other says was undone: `No refund`, `Storniert: nein`."""
    return any(no in _NONE and said and status_of(said) in _UNDONE for no, said in beside.items())


def _undone(word: str) -> OrderStatus | None:
    """What a state of several words says was called off or given back."""
    said = {*word.split()}
    if called_off := _CALLED_OFF_IN_JAPANESE.search(word):
        return OrderStatus.REFUNDED if called_off[1] else OrderStatus.CANCELLED
    if word.startswith(_CREDIT_NOTES):
        return OrderStatus.REFUNDED
    is_whole = not _ASKED_ONLY & said and not _PARTLY.search(word)
    if is_whole and (stem := _STEMS.match(word)):
        return OrderStatus.CANCELLED if stem[1] else OrderStatus.REFUNDED
    if is_whole and not _NONE & said and _CALLED_OFF_AFTER_ALL.fullmatch(word):
        return OrderStatus.CANCELLED
    first, _, rest = word.partition(" ")
    behind = {*rest.split()}
    if rest and first in _CALLED_OFF and not (_ASKED_ONLY & behind and not _BY & behind):
        return _BY_WORD[first]
    return None


def _is_not_done(word: str) -> bool:
    """Whether the first of words that says so names an undoing that was refused or only may be: `Refund declined`."""
    words = word.split(" ", _LONGEST)
    at = next((at for at, each in enumerate(words) if _STEMS.match(each) or _UNDOING.fullmatch(each)), None)
    if at is None or _CALLED_OFF_IN_JAPANESE.search(word):
        return bool(_NOT_YET.search(word))
    beside = [*words[max(0, at - 1) : at], *words[at + 1 : at + 2]]
    named = _UNDOING.fullmatch(words[at])
    is_refused = any(each in _NONE or _NOT_DONE.fullmatch(each) for each in beside)
    is_taken_back = named and named[1] and any(map(_CALLED_OFF_ITSELF.fullmatch, beside))
    return bool(_MAY_BE.fullmatch(words[at]) or (named and is_refused) or is_taken_back)


def _after_all(word: str) -> OrderStatus | None:
    """What became of an order at last: `Completed - refunded`, `not paid, cancelled`."""
    words = word.split()
    if len(words) > _LONGEST or words[:1] == [_ONLY_A_PART] or not _ASKED_ONLY.isdisjoint(words):
        return None
    for at in range(1, len(words)):
        last = _BY_WORD.get(" ".join(words[at + (words[at] in _THEN) :]))
        before = status_of(" ".join(words[:at])) if last else None
        if before and last in _MAY_BECOME.get(before, ()):
            return last
    return None


def state_in(cell: str) -> OrderStatus | None:
    """The state that a cell as it is written means; a spreadsheet program's error in its place means none."""
    if is_error(cell.strip()):
        return None
    return status_of(normal(cell)) or _remarked_on(cell)


def _remarked_on(cell: str) -> OrderStatus | None:
    """What was undone, with a remark in brackets behind it: `Retournée (remboursement émis le 28/09)`."""
    said, _, remark = map(normal, cell.partition("("))
    state = status_of(said) if remark else None
    is_whole = not _PARTLY.search(remark) and _ASKED_ONLY.isdisjoint(remark.split()) and not _is_not_done(remark)
    return state if state in _UNDONE and is_whole else None


def gives_back(word: str) -> bool:
    """Whether a word in comparable form names what takes money back as a whole: a refund, a credit note."""
    return status_of(word) is OrderStatus.REFUNDED
