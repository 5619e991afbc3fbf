"""What tells wishes, enquiries and leavers from other lists of people and dates: a column about nothing else."""

from collections.abc import Collection, Mapping

from reengage_desktop.connectors.recognising.headings.naming import WELL_NAMED, name_score, roles_in, without_role
from reengage_desktop.connectors.values.profiles import Profile, is_evidently
from reengage_desktop.connectors.vocabulary.fields import ValueType
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.presets import Feed, load_words
from reengage_desktop.domain.vocabulary import ImportKind

_ASKED_FOR = (
    "service",
    "interest",
    "enquir",
    "inquir",
    "leistung",
    "prestation",
    "servic",
    "serviz",
    "dienst",
    "uslug",
)
_SUBJECTS = frozenset("subject betreff objet asunto oggetto onderwerp assunto temat 件名 お問い合わせ内容".split())
_TITLES = _SUBJECTS | frozenset("title titel titre titulo titolo tytul".split())
_RECEIVED = frozenset(
    "received|received at|received on|eingang|eingegangen am|anfragedatum|enquiry date|date de demande|recu le|"
    "submitted at|submitted on|date submitted|fecha de consulta|data richiesta|受付日時|お問い合わせ日時|"
    "問い合わせ日時".split("|")
)
_TICKETS = frozenset(
    "ticket id|ticket number|ticket|requester|requester email|assignee|priority|prioritat|besitzer|bearbeiter|priorite|"
    "prioridad|priorita|prioriteit|prioridade|priorytet|優先度".split("|")
)
"""What only those keep beside a subject who answer questions."""
_MESSAGES = frozenset(
    "message|your message|enquiry|inquiry|your enquiry|question|your question|nachricht|ihre nachricht|anfrage|"
    "anfrage zu|ihre anfrage|votre message|demande|votre demande|mensaje|tu mensaje|consulta|messaggio|"
    "il tuo messaggio|richiesta|mensagem|sua mensagem|bericht|uw bericht|vraag|aanvraag|wiadomosc|tresc wiadomosci|"
    "zapytanie|お問い合わせ内容|お問い合わせ|ご質問|メッセージ".split("|")
)
"""Columns in which somebody wrote to the shop."""

_ABOUT_LETTERS = ("bounce", "rebond", "rebote", "rimbalz", "smtp", "unsubscri", "complaint", "delivery status")
_SOLD_ON = frozenset(
    "sold date|date sold|sale date|sales date|date of sale|sold on|sold at|payment complete|payment completed|"
    "verkaufsdatum|verkauft am|date de vente|vendu le|fecha de venta|fecha venta|vendido el|data vendita|"
    "data di vendita|venduto il|verkoopdatum|verkocht op|data da venda|vendido em|data sprzedazy|"
    "販売日|売却日".split("|")
)
_LEFT_OVER = frozenset(
    "available quantity|quantity available|available qty|qty available|verfugbare menge|quantite disponible|"
    "cantidad disponible|quantita disponibile|beschikbare hoeveelheid|quantidade disponivel|dostepna ilosc".split("|")
)
_VAGUE_CHANNELS = frozenset({"type", "medium"})
_VAGUE_TIMES = frozenset(
    "added date|added on|date added|date|timestamp|created at|created|time|fecha|data|datum|日付|日時|data dodania|"
    "received at|received on|date received|empfangen|empfangen am|eingefugt am|hinzugefugt am|erstellt am|ajoute le|"
    "cree le|anadido el|aggiunto il|toegevoegd op|adicionado em|last update time".split("|")
)
_PUT_ON = frozenset(
    "added wishlisted requested saved hinzugefugt gesetzt gemerkt ajoute ajoutee anadido agregado guardado aggiunto "
    "salvato "
    "toegevoegd adicionado dodano dodania 追加 登録".split()
)
_LISTS = frozenset(
    "wishlist wishlisted list wunschliste wunschzettel merkliste merkzettel liste lista lijst verlanglijst favourites "
    "favorites favoriten favoris favoritos preferiti favorieten ulubione ulubionych お気に入り".split()
)
_NUMBER_LISTS = frozenset(
    "wishlist id|wishlist number|wishlist token|wishlist name|merklisten id|wunschlisten id".split("|")
)
"""Columns that say on which list of somebody's a thing was put."""
_AMOUNTS = ("order_total", "line_total", "unit_price")
_PARTLY = 0.45
_OF_PURCHASES = ("ordered_at", "order_total", "line_total", "unit_price")


def wait_for_goods(profiles: Mapping[str, Profile]) -> bool:
    """Whether a column says who was told already that some goods are there again: nobody paid, all wait."""
    told, goods, _ = next(each for each in load_words()["others"] if each["name"] == "wishes")["groups"]
    headings = {*map(normal, profiles)}
    is_paid = any(name_score(amount, name, ImportKind.ORDERS) >= _PARTLY for name in profiles for amount in _AMOUNTS)
    return not is_paid and not headings.isdisjoint(told) and not headings.isdisjoint(goods)


_POINTS = frozenset("points punkte punktestand puntos punti punten pontos punkty ポイント ポイント数".split())
"""Who collects them has a reason for each, and left nothing."""


def is_telling(kind: ImportKind, feeds: Mapping[str, Feed], profiles: Mapping[str, Profile]) -> bool:
    """Whether a kind that is only guessed where a column is about nothing else has such a column; else True.

    Orders have to tell a day or an amount.
    """
    if kind is ImportKind.OPTOUTS:
        return _tells_leaving(feeds) and not any(_POINTS & {*normal(name).split()} for name in profiles)
    if kind is ImportKind.WISHLISTS:
        return _tells_wishes(feeds) or wait_for_goods(profiles)
    if kind is ImportKind.ORDERS:
        return _tells_purchase(feeds, profiles)
    return kind is not ImportKind.ENQUIRIES or _tells_enquiry(feeds, profiles)


def _tells_purchase(feeds: Mapping[str, Feed], profiles: Mapping[str, Profile]) -> bool:
    """Whether a day or an amount is told of any order: forms have columns of payments, too, that nobody fills in."""
    columns = {column for name in _OF_PURCHASES if name in feeds for column in feeds[name].columns}
    are_told = [normal(name) in columns for name, profile in profiles.items() if not profile.is_empty]
    return any(are_told) or not are_told


def _tells_leaving(feeds: Mapping[str, Feed]) -> bool:
    """Whether a column says that somebody left: a bare date beside an address may be anything."""
    at = feeds["opted_out_at"].columns[0] if "opted_out_at" in feeds else ""
    channel = feeds["channel"].columns[0] if "channel" in feeds else "type"
    is_time = at not in _VAGUE_TIMES and name_score("opted_out_at", at, ImportKind.OPTOUTS) >= WELL_NAMED
    return "reason" in feeds or channel not in _VAGUE_CHANNELS or is_time


def _tells_wishes(feeds: Mapping[str, Feed]) -> bool:
    """Whether a date says when something was put on a list."""
    heading = feeds["added_at"].columns[0] if "added_at" in feeds else ""
    return _says(_PUT_ON, feeds, "added_at") or heading == "dateadded"


def are_on_a_list(feeds: Mapping[str, Feed], profiles: Mapping[str, Profile]) -> bool:
    """Whether a date says when something was put on a list of wishes, or a number on which: it was not bought."""
    if any(normal(name) in _NUMBER_LISTS for name in profiles) or wait_for_goods(profiles):
        return True
    return _says(_PUT_ON, feeds, "added_at") and _says(_LISTS, feeds, "added_at")


def _says(words: Collection[str], feeds: Mapping[str, Feed], field: str) -> bool:
    """Whether a field's heading has one of some words; Japanese has no spaces between them."""
    heading = feeds[field].columns[0] if field in feeds else ""
    return not {*heading.split()}.isdisjoint(words) or any(word in heading for word in words if not word.isascii())


def holds_messages(profiles: Mapping[str, Profile]) -> bool:
    """Whether a column holds what somebody wrote to the shop."""
    return any(normal(column) in _MESSAGES and not profile.is_empty for column, profile in profiles.items())


def _tells_enquiry(feeds: Mapping[str, Feed], profiles: Mapping[str, Profile]) -> bool:
    """Whether a column says what somebody asked for, or holds what she wrote."""
    about = feeds["service_type"].columns[0] if "service_type" in feeds else ""
    at = feeds["created_at"].columns[0] if "created_at" in feeds else ""
    if not at or any(part in normal(column) for column in profiles for part in _ABOUT_LETTERS):
        return False
    is_asked = any(word in about for word in _ASKED_FOR) or (about in _SUBJECTS and at in _RECEIVED)
    wrote = "email" in feeds and any(normal(column) in _MESSAGES for column in profiles)
    return is_asked or wrote or are_tickets(profiles)


def are_tickets(profiles: Mapping[str, Profile]) -> bool:
    """Whether what is listed has a subject and somebody who sees to it: somebody asked, and nobody bought."""
    headings = {normal(column) for column in profiles}
    return bool(headings & _TITLES) and len(headings & _TICKETS) > 1


def names_buyers(profiles: Mapping[str, Profile]) -> bool:
    """Whether a column of e-mail addresses is named for customers, or stands beside one: then they are listed."""
    mails = [name for name, profile in profiles.items() if is_evidently(profile, ValueType.EMAIL)]
    return any(roles_in(name) for name in (profiles if mails else ()) if name in mails or not without_role(name))


def names_looks(profiles: Mapping[str, Profile]) -> bool:
    """Whether a column of dates says when something was looked at: who looked is listed, not what there is."""
    seen = set(load_words()["concepts"]["seen"])
    return any(
        seen & set(normal(name).split()) and is_evidently(profile, ValueType.MOMENT)
        for name, profile in profiles.items()
    )


def names_sales(profiles: Mapping[str, Profile]) -> bool:
    """Whether a column of dates says when each piece was sold: that is none of a list of what there is."""
    return any(
        normal(name) in _SOLD_ON and profile.values and not is_evidently(profile, ValueType.FLAG)
        for name, profile in profiles.items()
    )


def names_stock(profiles: Mapping[str, Profile]) -> bool:
    """Whether a column says how many pieces are left: what is listed is still to be sold."""
    return any(
        normal(name) in _LEFT_OVER and is_evidently(profile, ValueType.QUANTITY) for name, profile in profiles.items()
    )
