"""Words with a meaning: yes and no, channels; in the languages of exports."""

import re
from functools import lru_cache

from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.refusing import BY_KIND, refusal_in
from reengage_desktop.domain.vocabulary import ChannelName

_YES = (
    "是 愿意 接受 aan an aceita acepta accetta accepte akzeptiert wyrazam yes y true t 1 on x ja j wahr oui "
    "o vrai si s verdadero vero sim "
    "tak prawda hai はい 有 有効 active accepted agreed granted confirmed 希望する enabled aktiviert activado attivato "
    "ingeschakeld ativado wlaczone in_stock instock available verfugbar disponible disponibile beschikbaar "
    "dostepny "
    "checked ticked v angekreuzt coche marcado selezionato aangevinkt zaznaczone yes_please ja_bitte oui_svp "
    "si_por_favor i_agree agree ich_stimme_zu einverstanden zugestimmt j_accepte acepto accetto akkoord 配信希望 "
    "する 要 "
    "受信希望 受信する 配信する 配信中 希望 許可 許可する 可 zgadzam_sie aceito ja_graag sim_por_favor tak_prosze "
    "acconsento consiento oui_merci ja_gerne yes_thanks ano igen kylla waar igaz pravda given erteilt vorhanden "
    "accorde accordee donne "
    "donnee otorgado otorgada concedido concedida prestato prestata concesso concessa rilasciato rilasciata "
    "gegeven "
    "verleend wyrazona udzielona dado dada"
).split()
_STAYED = (
    "single_opt_in confirmed_opt_in subscribed subscriber opted-in optin opt-in opted_in double_opt_in abonniert "
    "abonne inscrit suscrito iscritto ingeschreven inscrito 受け取る 購読 購読する 订阅 已订阅 已訂閱 "
    "購読中 購読済み 購読済 購読者 登録中 登録済み 登録済 受信中 受信許可 配信許可 配信可 "
    "希望あり 同意する 同意 同意済み 同意済 受取る 許可済み 送信する オプトイン 接收 已同意 "
    "수신동의 수신_동의 동의 구독중 "
    "allow allowed erlaubt autorise permitido consentito toegestaan dozwolone zulassen autoriser permitir consenti "
    "toestaan zezwalaj"
).split()
_NO = (
    "否 不接受 不愿意 uit aus no n false f 0 off nein falsch non faux falso nee niet nao nie falsz iie いいえ 無 無効 "
    "unsubscribed cleaned "
    "bounced opted-out optout opt-out opted_out declined refused revoked withdrawn blacklisted suppressed "
    "complained "
    "spam do_not_contact archived cancelled canceled abgemeldet desabonne desinscrit baja disiscritto "
    "uitgeschreven "
    "descadastrado wypisany out_of_stock outofstock unavailable sold_out ausverkauft epuise agotado esaurito "
    "uitverkocht esgotado niedostepny disabled deaktiviert desactive desactivado disattivato uitgeschakeld "
    "desativado "
    "wylaczone gebounced ausgetragen desuscrito afgemeld 希望しない 受け取らない 停止 拒否 不可 denied unchecked "
    "abgelehnt refuse refusee rechazado rechazada rifiutato geweigerd odmowa no_thanks no_thank_you nein_danke "
    "non_merci no_gracias no_grazie nee_bedankt nee_dank_je nao_obrigado nao_obrigada nie_dziekuje keine_werbung "
    "kein_newsletter not_interested nao_aceita nao_aceito no_acepta no_acepto non_accetta non_accetto "
    "n_accepte_pas "
    "nicht_akzeptiert nie_zgadzam_sie nie_wyrazam rifiuta rechaza recusa 配信不要 受信不要 不要 配信しない 受信しない "
    "しない 希望なし 同意しない 不同意 受取らない 受け取り拒否 届けない 送らない 送信しない 停止中 "
    "解除済み 解除済 拒否する 非配信 オプトアウト 拒绝 拒絕 不接收 수신거부 수신_거부 거부 수신안함 동의안함 "
    "許可しない 受信拒否 配信拒否 do_not_allow not_allowed nicht_erlaubt pas_autorise non_autorise no_permitido "
    "non_consentito niet_toegestaan nej nei nem ne ei onwaar hamis nepravda invalid not_given not_granted "
    "nicht_erteilt nicht_vorhanden widerrufen entzogen zuruckgezogen non_accorde non_accordee non_donne non_donnee "
    "retire retiree no_otorgado no_otorgada no_concedido no_concedida revocado revocada denegado denegada "
    "non_prestato "
    "non_concesso non_rilasciato revocato revocata negato negata ritirato ritirata niet_gegeven niet_verleend "
    "ingetrokken niewyrazona nie_wyrazona cofnieta wycofana odwolana nieudzielona nie_udzielona nao_concedido "
    "revogado "
    "revogada negado negada retirado retirada discontinued gekundigt resilie resiliee cancellato cancellata "
    "opgezegd rezygnacja non_acconsento never nunca jamais nooit nigdy niemals"
).split()
_UNSAID = (
    "unknown pending never_subscribed not_subscribed nonsubscribed non-subscribed none unconfirmed inactive "
    "awaiting "
    "nie_abonniert jamais_abonne nunca_suscrito mai_iscritto nooit_geabonneerd nunca_inscrito 未登録 未購読 未同意 "
    "invited transactional undefined not_specified no_consent nicht_angemeldet soft_bounce soft_bounced implicit "
    "implied not_set not_asked no_response no_permissions_set awaiting_confirmation keine_angabe non_renseigne "
    "sin_respuesta non_indicato niet_ingevuld brak_danych did_not_subscribe onbekend unbekannt inconnu desconocido "
    "未知 未订阅 "
    "sconosciuto desconhecido nieznany nieznane undecided unentschieden 不明 未設定 未回答"
).split()

GONE_WORDS = frozenset(
    map(
        normal,
        (
            "died dec_d verst gestorben fallecio faleceu defunt defunte defunto defunta zmarl zmarla "
            "deceased verstorben decede decedee fallecido fallecida deceduto deceduta overleden falecido falecida "
            "unsubscribed unsubscribe opted-out opt-out optout opted_out cleaned bounced hard_bounce complained "
            "spam "
            "blacklisted suppressed do_not_contact do_not_email abgemeldet desabonne desinscrit disiscritto "
            "uitgeschreven descadastrado wypisany 配信停止 undeliverable gebounced ausgetragen desabonnee desinscrite "
            "disiscritta wypisana desuscrito afgemeld baja hard_bounced spam_complaint dado_de_baja abuse unsub "
            "blocklisted blocked marked_as_spam reported_as_spam spam_report spam_reported complaint bounce "
            "user_suppressed manual_suppression invalid_email do_not_mail do_not_text do_not_call stop stop_all "
            "stopall dnc removido removida do_not_allow not_allowed エラー停止 配信エラー 配信不可 配信解除 購読解除 "
            "nicht_erlaubt pas_autorise no_permitido non_consentito niet_toegestaan keine_werbung kein_newsletter "
            "keine_mails keine_emails keine_mailings no_newsletter no_newsletters no_marketing no_email no_emails "
            "no_mail no_mails no_mailings pas_de_pub pas_de_publicite pas_de_mails pas_de_newsletter pas_de_mail "
            "sin_publicidad no_publicidad no_quiere_publicidad no_enviar no_contactar no_enviar_publicidad "
            "niente_pubblicita no_pubblicita non_contattare non_inviare geen_reclame geen_mail geen_mails "
            "geen_nieuwsbrief niet_contacteren niet_mailen bez_reklam nie_wysylac nie_kontaktowac sem_publicidade "
            "nao_enviar nao_contactar nao_contatar ne_pas_contacter ne_pas_envoyer nicht_kontaktieren "
            "nicht_anschreiben nicht_anmailen will_keine_werbung mochte_keine_werbung wunscht_keine_werbung メール不要 "
            "購読解除済み 購読解除済 購読停止 購読停止中 配信停止中 配信停止済み 수신거부 "
            "dm不要 配信不要 案内不要 解除 購読しない 退会 退会済み 登録解除 rebotado rebotada rimbalzato rimbalzata "
            "unzustellbar zuruckgewiesen odbity avregistrerad avmeldt afmeldt beschwerde spambeschwerde "
            "als_spam_markiert als_spam_gemeldet plainte signale_comme_spam npai queja queja_de_spam "
            "marcado_como_spam "
            "reclamo segnalato_come_spam reclamacao marcou_como_spam spamklacht klacht gemarkeerd_als_spam skarga "
            "zgloszenie_spamu removed deleted usuniety usunieta entfernt supprime eliminado rimosso verwijderd "
            "junk "
            "banned held redacted gebounct unerwunscht spammed odhlasen odhlasena leiratkozott gesperrt gesperrte "
            "blockiert bloque bloquee bloqueado bloqueada bloccato bloccata geblokkeerd zablokowany zablokowana "
            "blokeret spærret sparrad nicht_zulassen ne_pas_autoriser no_permitir non_consentire niet_toestaan "
            "nie_zezwalaj nao_permitir descadastrou_se descadastrou erro_permanente erro_definitivo "
            "denunciou_como_spam denuncia_de_spam excluido excluida on_hold_opt_out unsubscription opposition "
            "effacement demande_d_effacement demande_de_suppression droit_a_l_oubli widerspruch loschung "
            "loschantrag "
            "oposicion supresion derecho_de_supresion opposizione diritto_all_oblio bezwaar verwijderverzoek "
            "sprzeciw "
            "usuniecie_danych oposicao eliminacao_de_dados erasure right_to_be_forgotten data_deletion "
            "deletion_request "
            "退订 已退订 退訂 已退訂 取消订阅 已取消订阅 "
            "unsubbed nomail noemail donotemail donotmail zablokowane hardbounced hardbounce unreachable spamtrap "
            "abbestellt hat_sich_abgemeldet hat_abbestellt abmeldung abbestellung desabonnement disiscrizione "
            "afmelding uitschrijving descadastro"
        ).split(),
    )
).union(BY_KIND["letters"])
"""Words of a contact's state that mean: never write to this person again."""

_GONE_FOR_ALL = frozenset(
    map(
        normal,
        (
            "died dec_d verst gestorben fallecio faleceu defunt defunte defunto defunta zmarl zmarla "
            "deceased verstorben decede decedee fallecido fallecida deceduto deceduta overleden falecido falecida "
            "do_not_contact no_marketing no_contactar non_contattare niet_contacteren nie_kontaktowac nao_contactar "
            "nao_contatar ne_pas_contacter nicht_kontaktieren nicht_anschreiben keine_werbung will_keine_werbung "
            "mochte_keine_werbung wunscht_keine_werbung pas_de_pub pas_de_publicite sin_publicidad no_publicidad "
            "no_quiere_publicidad no_enviar_publicidad niente_pubblicita no_pubblicita geen_reclame bez_reklam "
            "sem_publicidade stop_all stopall dnc redacted demande_d_effacement demande_de_suppression droit_a_l_oubli "
            "effacement opposition widerspruch loschung loschantrag oposicion supresion derecho_de_supresion "
            "opposizione diritto_all_oblio bezwaar verwijderverzoek sprzeciw usuniecie_danych oposicao "
            "eliminacao_de_dados erasure right_to_be_forgotten data_deletion deletion_request"
        ).split(),
    )
)
"""Those of them that are about no channel: somebody died, or wants to hear nothing at all."""

GONE_BY_CHANNEL = {
    "consent_sms": _GONE_FOR_ALL | {"do not text"} | BY_KIND["texts"],
    "consent_whatsapp": _GONE_FOR_ALL | BY_KIND["chats"],
    "consent_call": _GONE_FOR_ALL | {"do not call"} | BY_KIND["calls"],
}
"""By consent the words that take it back in a column that names no channel."""

SOFT_BOUNCES = frozenset("soft|soft bounce|soft bounced|softbounce|temporary|transient|temporaire|temporal".split("|"))
HARD_BOUNCES = frozenset(
    "hard|hard bounce|hard bounced|hardbounce|permanent|block|blocked|undetermined|definitif|bounced".split("|")
)
"""Letters that did not arrive this once, and those that never will."""

STAYED_WORDS = frozenset(map(normal, _STAYED))
"""Words that mean "may be written to" whatever the column is called: what is "confirmed" may be her leaving."""

FLAGS: dict[str, bool | None] = (
    dict.fromkeys(map(normal, (*_YES, *_STAYED)), True)
    | dict.fromkeys(map(normal, _NO), False)
    | dict.fromkeys(map(normal, _UNSAID), None)
)
"""What a word in comparable form says: yes, no, or nothing."""

REFUSALS = dict.fromkeys((word for word, flag in FLAGS.items() if flag is False), "no")
"""The words that say no to a question."""

_TICKS = (
    dict.fromkeys("✓✔☑✅○\u3007◯", "yes") | dict.fromkeys("✗✘❌✖\u00d7", normal("no")) | dict.fromkeys("☐□", "unknown")
)
"""An empty box says nothing; a box with a cross in it says one thing to some and the other to others."""

_DAY = (
    r"(?:(?:am|on|le|el|il|op|em|dnia|od|seit|since|depuis|desde|dal|sinds|vom) )?"
    r"(?:\d{1,4}[-/.] ?\d{1,2}[-/.] ?\d{1,4}|\d{1,2}\.? (?:de )?[^\W\d_]{3,}\.? (?:de )?\d{4})"
    r"(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?"
)
_DAY_BEFORE = re.compile(rf"^\(?{_DAY}[\s,;:.()\u2013\u2014-]+(?=[^\W\d_])", re.IGNORECASE)
_DAY_BEHIND = re.compile(rf"(?<=[^\W\d_])[\s,;:.()\u2013\u2014-]+{_DAY}[.)]*$", re.IGNORECASE)
"""The day in front of an answer and behind one: `13.02.2025 abgemeldet`, `refusé le 13/02/2025`."""

_PLEASE = re.compile(r" (?:please|pls|bitte|svp|s il vous plait|por favor|per favore|alstublieft|aub|prosze)(?= )")
_LEFT_SINCE = tuple(
    sorted((word for word in GONE_WORDS if len(word) > len("abuse") or word == "unsub"), key=len, reverse=True)
)
_LEFT_AND_MORE = tuple(f"{gone} " for gone in _LEFT_SINCE)
_OTHERWISE = re.compile(
    r"^(?:do not call|do not contact|do not text|number calls?) (?:after|before|between|during|at|until|on \w+days?)\b"
    r"|^number (?:e?mails?|mailing) (?:on file|known|given|provided|available|yet|address|confirmation|on \w+days?)\b"
)
"""Who may be called at other times, and whose address is not known."""
_OF_ANYTHING = frozenset(
    "removed deleted complained cleaned unreachable entfernt blocked banned bloque bloqueado".split()
)
_OF_STATES = re.compile(r"(?:by|on|at|since|via|von|am|about (?:spam|e?mail|news)\w*)\b|\d")
"""What may stand behind words that are also said of stains: `Removed by admin`."""
_PARTS = re.compile(r"[,;|()]")
_BEHIND = re.compile(r"\s*[,;:(]|\s[-\u2013\u2014]\s")
"""What parts an answer from what somebody added to it: `No (by phone)`."""

_BOUNCES = frozenset("bounce bounced bounces hardbounce rebote rebond rimbalzo zuruckgewiesen".split())
_NOT_BACK = frozenset(
    map(normal, "soft no not 0 false none count rate kein keine ohne sans sin senza geen zonder sem bez brak".split())
)
_NOT_SO = frozenset(map(normal, "no not false 0 never none nein nicht nie non nee niet nao".split()))


_IN_ENGLISH = dict.fromkeys(
    map(normal, "y true ja j wahr oui vrai si verdadero vero sim tak prawda waar hai はい ano igen kylla".split()),
    "yes",
) | dict.fromkeys(
    map(normal, "n false nein falsch non faux falso nee nao nie falsz onwaar iie いいえ nej nei nem ei".split()),
    normal("no"),
)


_PLAIN_NOES = frozenset({normal("no"), "0"})


def forms(cell: str) -> tuple[str, str, str]:
    """Under what words a cell is looked for: as it is written, as an answer, and as a plain yes or no in English."""
    word = answer(cell)
    return normal(cell), word, _IN_ENGLISH.get(word, word)


def _is_refusal(word: str) -> bool:
    """Whether a word says more than a plain “no”, which is one to whatever was asked."""
    return word in GONE_WORDS or (FLAGS.get(word) is False and _IN_ENGLISH.get(word, word) not in _PLAIN_NOES)


def without_day(cell: str) -> str:
    """What stands beside the day with which a trimmed cell begins or ends; the cell where there is none."""
    return _DAY_BEHIND.sub("", _DAY_BEFORE.sub("", cell, count=1), count=1)


def is_plain_no(cell: str) -> bool:
    """Whether a cell is no more than a “no”, whatever was asked: `Nein`, `false`, `0`; not what somebody declined."""
    return forms(cell)[2] in _PLAIN_NOES


@lru_cache(maxsize=4096)
def answer(cell: str) -> str:
    """A cell's word of yes and no in comparable form: of ticks and crosses too, and of what was added to a leaving.

    `Unsubscribed on 3 May` and `Opt-Out: Admin` are `unsubscribed` and `opt out`, `Nein (telefonisch)` is `nein`;
    `Bounced: no` stays what it is, and `13.02.2025 abgemeldet` is `abgemeldet`, as is `VIP, abgemeldet`.
    """
    text = cell.strip().removesuffix("\ufe0f")
    if (rest := without_day(text)) != text and _is_refusal(left := answer(rest)):
        return left
    if text in _TICKS:
        return _TICKS[text]
    word = "deceased" if text.startswith("\u2020") else _PLEASE.sub(" ", f" {normal(text)} ").strip()
    if word in FLAGS or word in GONE_WORDS:
        return word
    if refused := refusal_in(text):
        return refused
    return _of_several(text, word) if " " in word else word


def _of_several(text: str, word: str) -> str:
    """The answer in a cell that says more than one word: what stands first, or among the parts of a list."""
    first = normal(_BEHIND.split(text, 1)[0])
    if FLAGS.get(first) is False and not first.isdecimal():
        return first
    if _OTHERWISE.search(word):
        return word
    tokens = {*word.split()}
    if tokens & _BOUNCES and not tokens & _NOT_BACK:
        return "bounced"
    parts = [*map(normal, _PARTS.split(text))]
    left = next((part for part in parts if part in GONE_WORDS), "")
    if not left and word.startswith(_LEFT_AND_MORE):
        left = next(gone for gone in _LEFT_SINCE if word.startswith(f"{gone} "))
    left = left or word
    rest = word.removeprefix(left).strip()
    is_other = left in _OF_ANYTHING and rest and left not in parts and not _OF_STATES.match(rest)
    return word if is_other or (rest and _NOT_SO & {*rest.split()}) else left


_CHANNELS = {
    ChannelName.EMAIL: "email|mail|newsletter|e mails|emails|courriel|correo",
    ChannelName.SMS: "sms|text|text message|texts|txt",
    ChannelName.WHATSAPP: "whatsapp|whats app|wa",
    ChannelName.CALL: "call|calls|phone|voice|telephone|telefon|anruf",
    ChannelName.WALLET: "wallet|google wallet|pass",
    ChannelName.PUSH: "push|notification|push notification|app",
}

CHANNELS: dict[str, ChannelName | None] = {
    normal(word): channel for channel, words in _CHANNELS.items() for word in words.split("|")
} | dict.fromkeys(("all", "any", "everything", "alle", "tous", "todos", "tutti"), None)
"""The channel by its word; None is every channel."""
