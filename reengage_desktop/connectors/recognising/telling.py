"""What tells wishes, enquiries and leavers from other lists of people and dates: a column about nothing else."""

from collections.abc import Mapping

from reengage_desktop.connectors.values.profiles import Profile
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.presets import Feed
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
_RECEIVED = frozenset(
    "received|received at|received on|eingang|eingegangen am|anfragedatum|enquiry date|date de demande|recu le|"
    "submitted at|submitted on|date submitted|fecha de consulta|data richiesta|受付日時|お問い合わせ日時|"
    "問い合わせ日時".split("|")
)
_MESSAGES = frozenset(
    "message|your message|enquiry|inquiry|your enquiry|question|your question|nachricht|ihre nachricht|anfrage|"
    "anfrage zu|ihre anfrage|votre message|demande|votre demande|mensaje|tu mensaje|consulta|messaggio|"
    "il tuo messaggio|richiesta|mensagem|sua mensagem|bericht|uw bericht|vraag|aanvraag|wiadomosc|tresc wiadomosci|"
    "zapytanie|お問い合わせ内容|お問い合わせ|ご質問|メッセージ".split("|")
)
"""Columns in which somebody wrote to the shop."""

_ABOUT_LETTERS = ("bounce", "rebond", "rebote", "rimbalz", "smtp", "unsubscri", "complaint", "delivery status")
_VAGUE_CHANNELS = frozenset({"type", "medium"})
_VAGUE_TIMES = frozenset(
    {"added date", "date", "timestamp", "created at", "created", "time", "fecha", "data", "datum", "日付", "日時"}
)
_PUT_ON = frozenset(
    "added wishlisted hinzugefugt ajoute ajoutee anadido agregado aggiunto toegevoegd adicionado dodano".split()
)
_LISTS = frozenset(
    "wishlist wishlisted list wunschliste wunschzettel merkliste merkzettel liste lista lijst verlanglijst favourites "
    "favorites favoriten favoris favoritos preferiti favorieten ulubione お気に入り".split()
)


def is_telling(kind: ImportKind, feeds: Mapping[str, Feed], profiles: Mapping[str, Profile]) -> bool:
    """Whether a kind that is only guessed where a column is about nothing else has such a column; else True."""
    if kind is ImportKind.OPTOUTS:
        return _tells_leaving(feeds)
    if kind is ImportKind.WISHLISTS:
        return _tells_wishes(feeds)
    return kind is not ImportKind.ENQUIRIES or _tells_enquiry(feeds, profiles)


def _tells_leaving(feeds: Mapping[str, Feed]) -> bool:
    """Whether a column says that somebody left: a bare date beside an address may be anything."""
    at = feeds["opted_out_at"].columns[0] if "opted_out_at" in feeds else ""
    channel = feeds["channel"].columns[0] if "channel" in feeds else "type"
    return "reason" in feeds or channel not in _VAGUE_CHANNELS or (bool(at) and at not in _VAGUE_TIMES)


def _tells_wishes(feeds: Mapping[str, Feed]) -> bool:
    """Whether a date says when something was put on a list."""
    return bool(_PUT_ON & _words_of(feeds, "added_at"))


def are_on_a_list(feeds: Mapping[str, Feed]) -> bool:
    """Whether a date says when something was put on a list of wishes: whatever it costs, it was not bought."""
    said = _words_of(feeds, "added_at")
    return bool(_PUT_ON & said and _LISTS & said)


def _words_of(feeds: Mapping[str, Feed], field: str) -> set[str]:
    return set(feeds[field].columns[0].split()) if field in feeds else set()


def _tells_enquiry(feeds: Mapping[str, Feed], profiles: Mapping[str, Profile]) -> bool:
    """Whether a column says what somebody asked for, or holds what she wrote."""
    about = feeds["service_type"].columns[0] if "service_type" in feeds else ""
    at = feeds["created_at"].columns[0] if "created_at" in feeds else ""
    if not at or any(part in normal(column) for column in profiles for part in _ABOUT_LETTERS):
        return False
    is_asked = any(word in about for word in _ASKED_FOR) or (about in _SUBJECTS and at in _RECEIVED)
    return is_asked or ("email" in feeds and any(normal(column) in _MESSAGES for column in profiles))
