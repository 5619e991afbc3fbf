"""Columns and words by which tools say that somebody must not be written to; each tool keeps them elsewhere."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from reengage_desktop.connectors.checking.consent_words import MOST_WORDS
from reengage_desktop.connectors.recognising.headings.asking import (
    agrees_to_the_law,
    asks_for,
    bars,
    is_turned,
    spoken_words,
    without_answers,
)
from reengage_desktop.connectors.recognising.headings.legends import codes_of_answers, codes_of_leaving
from reengage_desktop.connectors.values.profiles import Profile, is_date
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.meanings import (
    FLAGS,
    GONE_BY_CHANNEL,
    GONE_WORDS,
    HARD_BOUNCES,
    REFUSALS,
    SOFT_BOUNCES,
    STAYED_WORDS,
    answer,
)
from reengage_desktop.connectors.vocabulary.presets import Feed, load_words
from reengage_desktop.connectors.vocabulary.refusing import refusal_in

_OF_ACCOUNTS = frozenset({"account"})
"""Whoever was locked out of one is not written to; what else it says is about no letters."""
_OTHER_STATES = _OF_ACCOUNTS | frozenset(
    "marital family order payment financial sms phone whatsapp tax employment".split()
)
_STATES = frozenset("status state estado statut etat stato stan situacao situacion zustand ステータス 状態".split())
_CALLS = (
    "call calls phone telephone telefon anruf anrufe telefono appels appel llamadas llamada chiamate telefoon telefone "
    "電話 telefonsperre anrufsperre tps ctps bloctel anrufen bellen dzwonic llamar appeler chiamare telefonare ligar "
    "ring telefoongesprekken nevolat nix bel perturbe donotcall 電話連絡"
)
_CHANNELS = (
    ("consent_sms", frozenset("sms text texts texting texted sms送信".split())),
    ("consent_whatsapp", frozenset("whatsapp whatsapps appen geappt".split())),
    ("consent_call", frozenset(_CALLS.split())),
    ("consent_push", frozenset(["push"])),
)
_MAIL = frozenset(
    "email emails emailed mail mails newsletter emailing subscriber subscribe abonne abonnent suscriptor iscritto "
    "abonnee assinante news verteiler mailverteiler newsletterverteiler emailverteiler mailinglijst maillijst "
    "mailingowa correo correos courriel courriels maile maili メール送信 メール連絡".split()
)
_NAMED = (("consent_email", _MAIL), *_CHANNELS)
_ANY_CHANNEL = frozenset().union(*(words for _, words in _NAMED))
_RECEIVING = frozenset(
    "receive receives received receiving get gets send sends and or by via per und oder e y o et ou ed i en empfangt "
    "empfang empfanger erhalt erhalten bekommt versand zusendung recoit recevoir envoi envois recibe recibir envio "
    "envios riceve ricevere invio ontvangt ontvangen verzending recebe receber otrzymuje otrzymywac wysylka modtager "
    "modtage mottar ta emot tar far prijima odber 受信 受取 info infos information informationen informations "
    "informacion informazioni informatie informacje informacoes updates may mag darf ok okay happy to be alert alerts "
    "list liste lista lijst broadcast on op im in accord par por door przez offres offerte ofertas oferty offers "
    "aanbiedingen acties angebote promos enviar wysylac de da di avisar avisos tarif tarifs arrivages nouveautes "
    "soldes actus praxis salon shop studio".split()
)
"""What stands beside a channel in headings that ask who is written to by it: `Receives mails`."""
_BOUNCE = frozenset("bounce bounces rebond rebote rimbalzo".split())
_REMARKS = frozenset(
    "note notes comment comments memo remark remarks notiz notizen bemerkung bemerkungen anmerkung kommentar remarque "
    "remarques commentaire commentaires nota notas comentario comentarios observaciones observacoes opmerking "
    "opmerkingen notitie notities uwagi notatka 備考 メモ obs bem bemerk anm hinweis hinweise vermerk vermerke "
    "sonstiges besonderheiten besonderheit annotazioni annotazione osservazioni osservazione observacion observation "
    "observations divers bijzonderheden anotacoes anotaciones varios misc その他 特記事項 特記 コメント "
    "tag tags label labels etikett etiketten schlagwort schlagworter etiqueta etiquetas etiquettes etichetta "
    "etichette etykieta etykiety marcadores タグ".split()
)
"""Headings of columns in which anything may stand: also that somebody wants no letters."""
_REMARK_PARTS = ("備考", "メモ", "特記", "コメント", "記入欄", "申し送り", "メッセージ")
_NO_REMARKS = frozenset(
    "company firma firm business organization organisation societe entreprise empresa azienda ditta bedrijf "
    "address adresse direccion indirizzo adres endereco street strasse rue calle via straat ulica rua product produkt "
    "item artikel service leistung title titel url website referrer".split()
)
"""Headings under which sentences are names, addresses and goods."""
_PROSE = re.compile(r"\s*[^\W\d_][^@]*\s\S+\s+[^@]*[^\W\d_][^@]*")
_SOME = 0.3
"""So much of a column in sentences says that it holds remarks, whatever it is called."""
_HOW_OFTEN = frozenset(
    "frequency frequence frecuencia frequenza frequentie frequencia haufigkeit czestotliwosc preference "
    "preferences pref prefs".split()
)
"""Who is to get letters never has refused them."""
_FAX = frozenset({"fax"})
_NUMBERED = frozenset({"stop"})
"""What else bears a number: the stop of a round of deliveries."""

_ALL = ("consent_email", "consent_sms", "consent_whatsapp", "consent_call")
_WITHOUT_MAIL = ("consent_email", "consent_sms", "consent_whatsapp")
"""What those have left who are known by their numbers alone, where a list says no more than that they left."""

_REASONS = frozenset("reason grund motif raison motivo reden powod 理由".split())
_CALLED_OFF = ("cancelled", "canceled", "cancellato", "cancellata", "cancelado", "cancelada")
_MOSTLY = 0.8
_SHORTEST_TIME = 6
"""Digits: fewer are a count or a flag, more are a moment."""

_EPOCH = frozenset(
    f"{day}{hour}"
    for day in ("1970 01 01", "01 01 1970", "1 1 1970")
    for hour in ("", " 00 00", " 00 00 00", " 01 00", " 01 00 00", " 00 00 00 utc", "t00 00 00z", "t00 00 00 000z")
)
"""In comparable form the moment that programs write for none, here and an hour to the east."""

_SAID_NO = {
    "*": "no",
    **{word: "" for word, flag in FLAGS.items() if not flag and word not in GONE_WORDS},
    **dict.fromkeys(STAYED_WORDS | SOFT_BOUNCES | _EPOCH, ""),
}
"""A filled cell is an opt-out; words for "no" and for having stayed say nothing."""

ONLY_NO = REFUSALS | dict.fromkeys(GONE_WORDS, "no")
"""Of a column's words only those that refuse."""


OF_LETTERS = dict.fromkeys(STAYED_WORDS, "yes") | dict.fromkeys(GONE_WORDS, "no")
"""Of a column's words only those that are about letters, and about nothing else that somebody may have ordered."""


def add_refusals(
    feeds: dict[str, Feed], profiles: Mapping[str, Profile], taken: set[str], *, has_only_numbers: bool
) -> None:
    """Columns that say "no": `Unsubscribed`, `Opted Out`, a time of leaving. They speak before any yes.

    `has_only_numbers`: people are known by their phone numbers alone; then that is what they left.
    """
    spoken = _WITHOUT_MAIL if has_only_numbers else ("consent_email",)
    told = {normal(column): _told_by(column, profile, spoken) for column, profile in profiles.items()}
    for name in dict.fromkeys(name for names in told.values() for name in names):
        columns = [heading for heading, names in told.items() if name in names]
        taken.update(column for column in profiles if normal(column) in columns)
        feed = feeds.get(name, Feed(()))
        kept = [at for at, column in enumerate(feed.columns) if column not in columns]
        feeds[name] = Feed(
            (*columns, *(feed.columns[at] for at in kept)),
            meanings=(*([_SAID_NO] * len(columns)), *(feed.meanings[at] for at in kept)),
        )


def _told_by(column: str, profile: Profile, spoken: tuple[str, ...]) -> tuple[str, ...]:
    """The consents that a column takes back, exactly or by the parts of its name; none for others and mere counts.

    `spoken`: what it takes back where it names no channel.
    """
    heading = normal(column)
    exact = tuple(name for name, headings in load_words()["refusals"].items() if heading in headings)
    if heading in _NUMBERED and _is_count(profile):
        return ()
    is_barred = bars(column, profile.values) and profile.share(_is_answer) >= _MOSTLY
    if not exact and not is_barred and (not _is_refusal(heading) or _is_count(profile)):
        return ()
    tokens = spoken_words(heading)
    channels = tuple(name for name, words in _CHANNELS if words & tokens)
    if not exact and (channels or tokens & _FAX):
        return channels
    if (
        not exact
        and not tokens & (_MAIL | _REASONS)
        and any(normal(part) in heading for part in load_words()["leaving"]["whole"])
    ):
        return _ALL
    if tokens & _MAIL or channels:
        return exact or ("consent_email",)
    return tuple(dict.fromkeys((*exact, *spoken)))


def _is_refusal(heading: str) -> bool:
    words = load_words()["leaving"]
    if heading in _BOUNCE:
        return True
    return any(f" {part}" in f" {heading}" for part in words["parts"]) and not set(heading.split()) & set(
        words["never"]
    )


def _is_count(profile: Profile) -> bool:
    numbers = [value for value in profile.values if value.isdigit() and len(value) < _SHORTEST_TIME]
    return bool(numbers) and len(numbers) == len(profile.values) and not set(numbers) <= {"0", "1"}


def add_bare_channels(feeds: dict[str, Feed], profiles: Mapping[str, Profile], taken: set[str]) -> None:
    """A column of yes and no called just `Text?`, `SMS alerts` or `OK to contact`: its no counts, its yes does not.

    It says too little of what was agreed to.
    """
    contact = frozenset(load_words()["asking"]["contact"])
    for column, profile in profiles.items():
        heading = normal(column)
        tokens = {token for token in without_answers(heading) if not token.isdecimal()}
        is_asked = profile.share(_is_flag) >= _MOSTLY or bool(tokens & _HOW_OFTEN and not profile.share(str.isdigit))
        tokens -= _HOW_OFTEN
        tokens -= _RECEIVING
        names = tuple(name for name, words in _NAMED if tokens & words and tokens <= _ANY_CHANNEL)
        if heading in contact or agrees_to_the_law(heading):
            # A channel with an answer of its own keeps it.
            names = tuple(name for name in _ALL if name == "consent_email" or name not in feeds)
        if names and column not in taken and not profile.is_empty and is_asked:
            for name in names:
                feed = feeds.get(name, Feed(()))
                feeds[name] = Feed((heading, *feed.columns), meanings=(ONLY_NO, *feed.meanings))
            taken.add(column)


def add_states(feeds: dict[str, Feed], profiles: Mapping[str, Profile], *, has_only_numbers: bool) -> None:
    """A contact's state may be "unsubscribed" or "bounced"; any other word of it says nothing about consent."""
    stated: dict[str, list[str]] = {}
    used = {column for name, feed in feeds.items() if name != "tags" for column in feed.columns}
    for column, profile in profiles.items():
        is_remark = _holds_remarks(column, profile, is_free=normal(column) not in used)
        is_told = _may_say_gone(profile) if is_remark else _says_gone(column, profile)
        is_told |= _says_bounced(column, profile)
        if is_remark or is_state(column) or is_told:
            _hear_beyond_letters(column, profile, feeds)
        if is_told or (is_state(column) and _may_say_gone(profile)):
            for name in _WITHOUT_MAIL if has_only_numbers else ("consent_email",):
                stated.setdefault(name, []).append(column)
        elif name := _channel_gone(column, profile):
            stated.setdefault(name, []).append(column)
    for column in profiles:
        _hear_legend(column, feeds)
    for name, columns in stated.items():
        feed = feeds.get(name, Feed(()))
        mine = [column for column in map(normal, columns) if column not in feed.columns]
        said = dict.fromkeys(GONE_WORDS, "no")
        if any(_BOUNCE & {*normal(column).split()} for column in columns):
            said |= dict.fromkeys(HARD_BOUNCES, "no")
        if any(profiles[column].says(_is_gone) for column in columns):
            # Beside such words it is the letters that were cancelled, and the address that is no good.
            said |= dict.fromkeys((*_CALLED_OFF, "invalid"), "no")
        feeds[name] = Feed((*mine, *feed.columns), meanings=(*([said] * len(mine)), *feed.meanings))


def _hear_beyond_letters(column: str, profile: Profile, feeds: dict[str, Feed]) -> None:
    """Of a state or a remark also what takes back other channels: somebody died, or wants no texts."""
    if {*normal(column).split()} & _ANY_CHANNEL:
        return
    said = {*map(answer, profile.words or profile.values)}
    for name, words in GONE_BY_CHANNEL.items():
        is_unseen = name in feeds and profile.filled > len(profile.values)
        if is_unseen or words & said:
            _hear_first(name, column, dict.fromkeys(words, "no"), feeds)


def _hear_legend(column: str, feeds: dict[str, Feed]) -> None:
    """The codes by which a heading says that somebody left, or that she answered its question with a no."""
    if codes := codes_of_leaving(column):
        _hear_first("consent_email", column, codes, feeds)
    refuses = is_turned(normal(column)) or bool(refusal_columns([column]))
    heading, codes = normal(column), codes_of_answers(column, said=refuses)
    for name in _ALL if codes else ():
        if (name in feeds and heading in feeds[name].columns) or (not refuses and asks_for(name, heading)):
            _hear_first(name, column, codes, feeds)


def _hear_first(name: str, column: str, codes: Mapping[str, str], feeds: dict[str, Feed]) -> None:
    """What a heading says of its codes is heard before what they mean elsewhere."""
    feed = feeds.get(name, Feed(()))
    feeds[name] = Feed((normal(column), *feed.columns), meanings=(codes, *feed.meanings))


def _channel_gone(column: str, profile: Profile) -> str:
    """The consent of whose channel a column of a few words says that some have left; empty for any other column."""
    tokens = set(normal(column).split())
    if profile.distinct > MOST_WORDS or not profile.says(_is_gone):
        return ""
    return next((name for name, words in _CHANNELS if words & tokens), "")


def _may_say_gone(profile: Profile) -> bool:
    """Whether such a word was seen, or can still come in the rows that the sample left out."""
    return profile.filled > len(profile.values) or profile.says(_is_gone)


def _holds_remarks(column: str, profile: Profile, *, is_free: bool) -> bool:
    """Whether anything may stand in a column: by its name, or by what stands there.

    `is_free`: nothing else is known of the column; else only what was written into it besides counts.
    """
    heading = normal(column)
    if not _REMARKS.isdisjoint(heading.split()) or any(part in heading for part in _REMARK_PARTS):
        return True
    if not is_free or not _NO_REMARKS.isdisjoint(heading.split()):
        return profile.says(_is_marked)
    return profile.says(refusal_in) or profile.share(_PROSE.fullmatch) >= _SOME


def _is_marked(value: str) -> bool:
    """Whether somebody wrote behind a name, an address or a number that nobody is to write there."""
    return bool(refusal_in(value)) or ("(" in value and _is_gone(value))


def _says_gone(column: str, profile: Profile) -> bool:
    """Whether a column of a few words holds one for having left, whatever it is called."""
    tokens = set(normal(column).split())
    may_be = profile.distinct <= MOST_WORDS or bool(tokens & _STATES)
    is_other = bool(tokens & (_OTHER_STATES - _OF_ACCOUNTS | {name for _, names in _CHANNELS for name in names}))
    return may_be and not is_other and profile.says(_is_gone)


def _says_bounced(column: str, profile: Profile) -> bool:
    """Whether a column such as `Bounce type` tells letters that never arrive from those that did not this once."""
    words = {normal(value) for value in profile.values}
    return bool(_BOUNCE & {*normal(column).split()} and words & HARD_BOUNCES)


def is_state(column: str) -> bool:
    """Whether a column's name says that it holds the state of a contact."""
    tokens = normal(column).split()
    return bool(tokens) and tokens[-1] == "status" and not set(tokens) & (_OTHER_STATES - _OF_ACCOUNTS)


def says_state(column: str) -> bool:
    """Whether a column's name says in any language that it holds the state of a contact."""
    tokens = {*normal(column).split()}
    return bool(tokens & _STATES) and not tokens & _OTHER_STATES


def without_agreement(feeds: Mapping[str, Feed]) -> dict[str, Feed]:
    """The feeds with only the refusals of each consent: of people who, as the whole file says, never agreed."""
    return {
        name: replace(feed, meanings=tuple(map(only_refusals, feed.meanings))) if name.startswith("consent_") else feed
        for name, feed in feeds.items()
    }


def only_refusals(said: Mapping[str, str] | None) -> Mapping[str, str]:
    """What a column's words mean (None: what they say) where it may tell a no, and no yes."""
    return ONLY_NO if said is None else {word: "" if meant == "yes" else meant for word, meant in said.items()}


def has_all_left(profiles: Mapping[str, Profile]) -> bool:
    """Whether every row says that somebody left: by a state, or by a date or reason in a column named for it."""
    count = max((profile.filled for profile in profiles.values()), default=0)
    return any(
        profile.filled == count
        and (
            all(answer(value) in GONE_WORDS for value in profile.values)
            or (_is_refusal(" ".join(set(normal(column).split()) - _REASONS)) and not profile.share(_says_nothing))
        )
        for column, profile in profiles.items()
        if profile.filled
    )


def may_have_stayed(feeds: Mapping[str, Feed], profiles: Mapping[str, Profile]) -> bool:
    """Whether a column answers yes or no to some consent: then not everyone left, whatever the file is called."""
    answering = {
        column
        for name, feed in feeds.items()
        if name.startswith("consent_")
        for column, said in zip(feed.columns, feed.meanings, strict=True)
        if said is None
        or any(_is_flag(value) for at, each in profiles.items() if normal(at) == column for value in each.values)
    }
    return bool(answering)


def _is_gone(value: str) -> bool:
    return answer(value) in GONE_WORDS


def _is_flag(value: str) -> bool:
    return answer(value) in FLAGS and answer(value) not in GONE_WORDS


def _says_nothing(value: str) -> bool:
    return _is_flag(value) or normal(value) in _EPOCH


def _is_answer(value: str) -> bool:
    return answer(value) in FLAGS or _is_gone(value) or is_date(value)


def refusal_columns(columns: Iterable[str]) -> list[str]:
    """The columns that say by yes or no that someone does not want to be written to."""
    words = {word for heading in load_words()["refusals"].values() for word in heading}
    return [column for column in columns if normal(column) in words or _is_refusal(normal(column))]
