"""Words with a meaning: yes and no, the states of orders, channels; in the languages of exports."""

import re
from functools import lru_cache

from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.domain.vocabulary import ChannelName, OrderStatus

_YES = (
    "aceita acepta accetta accepte akzeptiert wyrazam "
    "yes y true t 1 on x ja j wahr oui o vrai si s verdadero vero sim tak prawda hai はい 有 有効 "
    "active accepted agreed granted confirmed 希望する "
    "enabled aktiviert activado attivato ingeschakeld ativado wlaczone "
    "in_stock instock available verfugbar disponible disponibile beschikbaar dostepny "
    "checked ticked v angekreuzt coche marcado selezionato aangevinkt zaznaczone yes_please ja_bitte "
    "oui_svp si_por_favor i_agree agree ich_stimme_zu einverstanden zugestimmt j_accepte acepto accetto akkoord "
    "配信希望 受信希望 受信する 配信する 配信中 希望 許可 許可する "
    "可 zgadzam_sie aceito ja_graag sim_por_favor tak_prosze oui_merci ja_gerne yes_thanks"
).split()
_STAYED = (
    "single_opt_in confirmed_opt_in subscribed subscriber "
    "opted-in optin opt-in opted_in double_opt_in abonniert abonne inscrit suscrito iscritto "
    "ingeschreven inscrito 受け取る 購読 "
    "allow allowed erlaubt autorise permitido consentito toegestaan dozwolone"
).split()
_NO = (
    "no n false f 0 off nein falsch non faux falso nee niet nao nie falsz iie いいえ 無 無効 "
    "unsubscribed cleaned bounced "
    "opted-out optout opt-out opted_out declined refused revoked withdrawn blacklisted suppressed complained spam "
    "do_not_contact archived cancelled canceled abgemeldet desabonne desinscrit baja disiscritto uitgeschreven "
    "descadastrado wypisany out_of_stock outofstock unavailable sold_out ausverkauft epuise agotado esaurito "
    "uitverkocht esgotado niedostepny disabled deaktiviert desactive desactivado disattivato uitgeschakeld desativado "
    "wylaczone gebounced ausgetragen desuscrito afgemeld 希望しない 受け取らない 停止 拒否 不可 "
    "denied unchecked abgelehnt refuse refusee rechazado rechazada rifiutato geweigerd odmowa no_thanks no_thank_you "
    "nein_danke non_merci no_gracias no_grazie nee_bedankt nee_dank_je nao_obrigado nao_obrigada nie_dziekuje "
    "keine_werbung kein_newsletter not_interested "
    "nao_aceita nao_aceito no_acepta no_acepto non_accetta non_accetto n_accepte_pas nicht_akzeptiert "
    "nie_zgadzam_sie nie_wyrazam rifiuta rechaza recusa "
    "配信不要 受信不要 不要 配信しない 受信しない 許可しない 受信拒否 配信拒否 "
    "do_not_allow not_allowed nicht_erlaubt pas_autorise non_autorise no_permitido non_consentito niet_toegestaan"
).split()
_UNSAID = (
    "unknown pending never_subscribed not_subscribed nonsubscribed non-subscribed none unconfirmed inactive "
    "awaiting invited transactional undefined not_specified no_consent nicht_angemeldet soft_bounce soft_bounced "
    "implicit implied not_set not_asked no_response no_permissions_set awaiting_confirmation keine_angabe "
    "non_renseigne sin_respuesta non_indicato niet_ingevuld brak_danych did_not_subscribe"
).split()

GONE_WORDS = frozenset(
    map(
        normal,
        (
            "unsubscribed unsubscribe opted-out opt-out optout opted_out cleaned bounced hard_bounce complained spam "
            "blacklisted suppressed do_not_contact do_not_email abgemeldet desabonne desinscrit disiscritto "
            "uitgeschreven descadastrado wypisany 配信停止 undeliverable gebounced ausgetragen desabonnee desinscrite "
            "disiscritta wypisana desuscrito afgemeld baja hard_bounced spam_complaint dado_de_baja abuse unsub "
            "blocklisted blocked marked_as_spam reported_as_spam spam_report spam_reported complaint bounce "
            "user_suppressed manual_suppression invalid_email do_not_mail do_not_text do_not_call stop stop_all "
            "stopall dnc removido removida do_not_allow not_allowed エラー停止 配信エラー 配信不可 "
            "配信解除 購読解除 nicht_erlaubt pas_autorise no_permitido non_consentito niet_toegestaan "
            "keine_werbung kein_newsletter keine_mails keine_emails keine_mailings no_newsletter no_newsletters "
            "no_marketing no_email no_emails no_mail no_mails no_mailings pas_de_pub pas_de_publicite pas_de_mails "
            "pas_de_newsletter pas_de_mail sin_publicidad no_publicidad no_quiere_publicidad no_enviar no_contactar "
            "no_enviar_publicidad "
            "niente_pubblicita no_pubblicita non_contattare non_inviare geen_reclame geen_mail geen_mails "
            "geen_nieuwsbrief niet_contacteren niet_mailen bez_reklam nie_wysylac nie_kontaktowac sem_publicidade "
            "nao_enviar nao_contactar nao_contatar ne_pas_contacter ne_pas_envoyer nicht_kontaktieren "
            "nicht_anschreiben nicht_anmailen will_keine_werbung mochte_keine_werbung wunscht_keine_werbung "
            "メール不要 dm不要 配信不要 案内不要 解除 購読しない 退会 退会済み 登録解除 "
            "rebotado rebotada rimbalzato rimbalzata unzustellbar zuruckgewiesen odbity avregistrerad avmeldt afmeldt"
        ).split(),
    )
)
"""Words of a contact's state that mean: never write to this person again."""

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

_TICKS = dict.fromkeys("✓✔☑✅", "yes") | dict.fromkeys("✗✘❌✖", normal("no")) | dict.fromkeys("☐□", "unknown")
"""An empty box says nothing; a box with a cross in it says one thing to some and the other to others."""

_PLEASE = re.compile(r" (?:please|pls|bitte|svp|s il vous plait|por favor|per favore|alstublieft|aub|prosze)(?= )")
_LEFT_SINCE = tuple(
    sorted((word for word in GONE_WORDS if len(word) > len("abuse") or word == "unsub"), key=len, reverse=True)
)
_BOUNCES = frozenset("bounce bounced bounces hardbounce rebote rebond rimbalzo zuruckgewiesen".split())
_NOT_BACK = frozenset("soft no not 0 false none count rate".split())
_NOT_SO = frozenset(map(normal, "no not false 0 never none nein nicht nie non nee niet nao".split()))


@lru_cache(maxsize=4096)
def answer(cell: str) -> str:
    """A cell's word of yes and no in comparable form: of ticks and crosses too, and of what was added to a leaving.

    `Unsubscribed on 3 May` and `Opt-Out: Admin` are `unsubscribed` and `opt out`; `Bounced: no` stays what it is.
    """
    text = cell.strip().removesuffix("\ufe0f")
    if text in _TICKS:
        return _TICKS[text]
    word = _PLEASE.sub(" ", f" {normal(text)} ").strip()
    if " " not in word or word in FLAGS or word in GONE_WORDS:
        return word
    tokens = {*word.split()}
    if tokens & _BOUNCES and not tokens & _NOT_BACK:
        return "bounced"
    left = next((gone for gone in _LEFT_SINCE if word.startswith(f"{gone} ")), word)
    return left if left == word or not _NOT_SO & set(word.removeprefix(left).split()) else word


_STATUSES: dict[OrderStatus, str] = {
    OrderStatus.PAID: (
        "attended|arrived|checked in|checked out|showed|seated|erschienen|wahrgenommen|"
        "sold|venta|vendita|vente|verkauf|verkoop|sprzedaz|venda|vendu|vendue|vendido|vendida|venduto|venduta|verkauft|"
        "verkocht|sprzedane|completata|pagata|spedita|consegnata|chiuso|chiusa|cerrado|cerrada|geschlossen|afgesloten|"
        "zamkniete|fechado|fechada|cloture|cloturee|"
        "paid|complete|completed|processing|shipped|delivered|fulfilled|dispatched|in transit|succeeded|success|"
        "successful|erfolgreich|closed|"
        "sent|sent to customer|ready|ready for pickup|picked up|collected|done|finished|captured|payment accepted|"
        "awaiting fulfillment|awaiting fulfilment|awaiting shipment|awaiting pickup|invoiced|"
        "remote payment accepted|processing in progress|preparation in progress|partially shipped|partially fulfilled|"
        "unfulfilled|in production|settled|approved|payment|sale|charge|bezahlt|versendet|versandt|geliefert|"
        "abgeschlossen|in bearbeitung|teilweise versandt|paye|payee|paiement accepte|expedie|expediee|livre|livree|"
        "termine|terminee|en cours de preparation|pagado|pagada|pago aceptado|enviado|enviada|entregado|entregada|"
        "completado|completada|en preparacion|procesando|pagato|pagamento accettato|spedito|consegnato|completato|"
        "in lavorazione|betaald|verzonden|geleverd|afgerond|voltooid|in behandeling|pago|entregue|concluido|concluida|"
        "oplacone|zaplacone|wyslane|dostarczone|zrealizowane|w realizacji|"
        "confirmed|bestatigt|confirme|confirmee|confirmado|confirmada|confermato|bevestigd|potwierdzone|aprovado|"
        "aprobado|recibido|paiement a distance accepte|en attente de reapprovisionnement paye|autorisation acceptee|"
        "zahlung eingegangen|zahlung akzeptiert|zahlung erhalten|in vorbereitung|ausgeliefert|"
        "発送済み|入金済み|対応中|完了|支払い済み|入金済|発送済|未発送|処理中|配達完了|取引完了|"
        "sales order|sale order|sale|verkaufsauftrag|bon de commande|pedido de venta|ordine di vendita|verkooporder|"
        "komplett bezahlt|komplett abgeschlossen|komplett ausgeliefert|komplett in rechnung gestellt|"
        "teilweise abgeschlossen|teilweise ausgeliefert|zur lieferung bereit|fertiggestellt|fertig|"
        "fulfilled|partly shipped|shipped delivered to buyer|shipped picked up|unshipped|processed|canceled reversal|"
        "platnosc zaakceptowana|przygotowanie w toku|w trakcie realizacji|wyslano|dostarczono|zaplacono|"
        "en cours|en cours de traitement|expediee|enviado|listo para enviar|in verwerking|verwerken|"
        "processando|concluido|enviado|em preparacao|pagamento confirmado|entregue|"
        "reussi|reussie|saldato|saldata|oplacona|oplacony|zaplacona|zaplacony|wyslana|wyslany|dostarczona|dostarczony|"
        "zrealizowana|出荷済み|出荷済|出荷完了|"
        "faturado|preparando entrega|pronto para o manuseio|iniciar manuseio|pagamento aprovado|venda entregue|"
        "a caminho|cobrada|cobrado|facturado|facturada|venta entregada|received|parcel received|shipping|"
        "encaissee|encaisse|soldee|facturee|rozliczone|oplacono|odebrane|発送後処理済み|処理済|発送後処理|取引完了済み|"
        "payment received|order processed|posted|delivered to customer|out for delivery|"
        "attending|voldaan|erledigt|a enviar|afgehandeld|valide|validee|atendido|atendida|honoree|honore|"
        "credit owed|attended|zaplacona|"
        "zaplacony|rozliczona|"
        "approved by customer|inscrit|cobrado|encaisse|会計済み|会計済|売上|通常|"
        "支払済み|支払済|決済済み|決済完了|"
        "入金確認済み|"
        "ok|verrekend|verrechnet|compensado|compensada|compensato|abgeholt|in arbeit|in reparatur|"
        "bereit zur abholung|retire|retiree|recogido|ritirato|opgehaald|odebrano|"
        "despatched|受注|to ship|ready to ship|awaiting shipment|awaiting collection|in transit|"
        "dikirim|perlu dikirim|sedang dikirim|selesai|dihantar|untuk dihantar|จัดส่งแล้ว|ที่จะจัดส่ง|ที่ต้องจัดส่ง|สำเร็จ|"
        "cho giao hang|đang giao|đa giao|đa giao hang|hoan thanh|odendi|kargoya verildi|teslim edildi|tamamlandi|"
        "betald|skickad|levererad|slutford|betalt|afsendt|leveret|sendt|levert"
    ),
    OrderStatus.PARTLY_REFUNDED: (
        "partially refunded|partial refund|partly refunded|refunded partially|teilweise erstattet|teilerstattet|"
        "partiellement rembourse|partiellement remboursee|remboursement partiel|parcialmente reembolsado|"
        "reembolso parcial|parzialmente rimborsato|rimborso parziale|gedeeltelijk terugbetaald|parcialmente devolvido|"
        "czesciowo zwrocone|一部返金"
    ),
    OrderStatus.REFUNDED: (
        "refunded|refund|fully refunded|returned|return|chargeback|charged back|disputed lost|erstattet|ruckerstattet|"
        "retourniert|zuruckgesendet|rembourse|remboursee|retourne|reembolsado|reembolsada|devuelto|rimborsato|reso|"
        "terugbetaald|geretourneerd|devolvido|zwrocone|zwrot|返金済み|返品|gutgeschrieben|wiedergutgeschrieben|reversed|"
        "refunded fully|zwrocono|zwrocona|zwrocony|remboursement|ruckerstattung|erstattung|reembolso|rimborso|"
        "terugbetaling|devolucion|devolucao|avoir|gutschrift|rechnungskorrektur|credit note|credit memo|"
        "nota de credito|nota di credito|creditnota|korekta|返金|返品処理|abonado|abonada|nota credito|nota de abono|"
        "factura rectificativa|nota credito cliente|creditfactuur|faktura korygujaca|返品済み|"
        "dikembalikan|คืนเงินแล้ว|iade edildi|aterbetald|refunderet|refundert"
    ),
    OrderStatus.PENDING: (
        "pending|pending payment|payment pending|on hold|onhold|open|unpaid|awaiting payment|"
        "awaiting bank wire payment|"
        "awaiting check payment|awaiting cod validation|manual verification required|disputed|new|created|"
        "placed|overdue|"
        "partially paid|partiallypaid|partpaid|in progress|requires payment method|requires action|"
        "requires confirmation|incomplete|offen|ausstehend|unbezahlt|neu|zahlung ausstehend|en attente|"
        "en attente de paiement|impaye|non payee|pendiente|pendiente de pago|en espera|in attesa|"
        "in attesa di pagamento|wachtend|in de wacht|openstaand|pendente|aguardando pagamento|oczekujace|"
        "oczekuje na platnosc|nowe|"
        "niet betaald|nicht bezahlt|no pagado|non pagato|nao pago|nieoplacone|aberto|em aberto|abierto|abierta|aperto|"
        "en attente du paiement par cheque|en attente de virement bancaire|en attente de paiement a la livraison|"
        "en attente de reapprovisionnement non paye|en espera de pago por cheque|pendiente de pago por cheque|"
        "en espera de pago por transferencia bancaria|in attesa di pagamento con assegno|"
        "in attesa di pagamento con bonifico bancario|warten auf zahlungseingang|warten auf uberweisung|"
        "warten auf zahlung per uberweisung|warten auf zahlung per scheck|新規受付|入金待ち|注文受付|"
        "未入金|支払い待ち|保留中|未払い|"
        "awaiting processing|payment review|holded|suspected fraud|pending review|paid partially|partly paid|reminded|"
        "unconfirmed|teilweise bezahlt|teilweise in rechnung gestellt|reserviert|verzogert|klarung notwendig|"
        "klarungsbedarf|uberprufung notwendig|1 mahnung|2 mahnung|3 mahnung|inkasso|in wartestellung|wartend|"
        "da saldare|por pagar|a pagar|a payer|te betalen|do zaplaty|wystawiona|nieoplacona|nowa|nowy|invoice sent|"
        "en retard|echue|retard|vencida|vencido|overdue invoice|uberfallig|fallig|scaduta|scaduto|verlopen|"
        "nowe zamowienia|nowe zamowienie|przyjete|pendiente de cobro|sin pagar|waiting acceptance|awaiting acceptance|"
        "waiting debit|waiting debit payment|"
        "attente paiement|en espera|in sospeso|wachtend op betaling|wstrzymane|oczekiwanie na platnosc czekiem|"
        "oczekiwanie na platnosc przelewem|oczekiwanie na przelew bankowy|aguardando|pagamento pendente|"
        "balance due|te laat|niezaplacona|niezaplacony|impagada|impagado|impayee|insoluto|insoluta|not completed|"
        "outstanding|past due|due|awaiting approval|a regler|non reglee|未払|未収|請求済み|承認待ち|"
        "partial|partial payment|unsent|"
        "belum dibayar|belum bayar|ยังไม่ชำระเงิน|รอชำระเงิน|chua thanh toan|odeme bekleniyor|obetald|ubetalt"
    ),
    OrderStatus.AUTHORISED: (
        "authorized|authorised|requires capture|uncaptured|autorisiert|autorise|autorizado|autorizzato"
    ),
    OrderStatus.DRAFT: (
        "quotation|quotation sent|rfq|angebot|angebot gesendet|angebot versendet|devis|devis envoye|presupuesto|"
        "preventivo|offerte|orcamento|oferta|見積|見積もり|"
        "draft|checkout draft|quote|estimate|entwurf|brouillon|borrador|bozza|concept|rascunho|szkic|下書き"
    ),
    OrderStatus.VOIDED: (
        "recusado|rechazado|rechazada|refuse|refusee|rifiutato|abgelehnt|geweigerd|odrzucone|"
        "fail|voided|void|expired|failed|payment error|payment failed|declined|storno|fehlgeschlagen|echoue|echouee|"
        "erreur de paiement|fallido|fallida|error en el pago|fallito|errore di pagamento|mislukt|falhou|nieudane|"
        "決済失敗|失敗|denied|payment declined|blad platnosci|nieudane|malsucedido|es wurde kein kredit genehmigt"
    ),
    OrderStatus.CANCELLED: (
        "cancelled|canceled|cancellation|no show|noshow|did not attend|nicht erschienen|niet verschenen|no presentado|"
        "annulled|abandoned|trash|deleted|rejected|storniert|abgebrochen|"
        "annule|annulee|cancelado|anulowana|anulowany|受注取消|注文取消|"
        "cancelada|anulado|anulada|annullato|annullata|cancellato|geannuleerd|anulowane|キャンセル|キャンセル済み|注文取消し|取消|cancel|"
        "vorgang wurde abgebrochen|storniert abgelehnt|will not deliver|canceled by buyer|canceled by seller|anulowano|"
        "late cancelled|late cancellation|no show fee|nie pojawil sie|not attending|annulation|non honoree|"
        "non presente|nie stawil sie|no asistio|non presentato|niet gekomen|"
        "absent|absente|not arrived|ausgefallen|"
        "dibatalkan|batal|ยกเลิกแล้ว|ยกเลิก|đa huy|iptal|iptal edildi|makulerad|avbruten|annulleret|kansellert"
    ),
}

_BY_WORD = {normal(word): status for status, words in _STATUSES.items() for word in words.split("|")} | {
    status.value.replace("_", " "): status for status in OrderStatus
}
STATUSES: dict[str, OrderStatus] = _BY_WORD | {f"wc {word}": status for word, status in _BY_WORD.items()}
"""The state of an order by the shop's word in comparable form."""

_ASKED_ONLY = frozenset(
    "requested pending request angefragt beantragt demande demandee solicitado solicitada richiesto richiesta "
    "aangevraagd pedido reversal reversed not nicht".split()
)
_CALLED_OFF = frozenset(
    word for word, status in _BY_WORD.items() if status in {OrderStatus.CANCELLED, OrderStatus.VOIDED}
) - {"rejected", "trash", "failed"}


_STEMS = re.compile(
    r"(?:(cancel|canceled|annul|anulad|anulow|storn|geannul|キャンセル|取消|注文取消)"
    r"|refund|rembours|reembols|rimbors|erstatt|ruckerstatt|terugbetaal|zwroc|devolv|devuelt|返金|返品)"
)
"""How the words for what was called off or given back begin."""

_CALLED_OFF_IN_JAPANESE = re.compile(r"(返金|返品)|キャンセル|取消|無断|来店なし|未来店")
_NOT_YET = re.compile(r"待ち|不可|申請|依頼|一部|未返金")
_PARTLY = re.compile(r"\b(parti|parc|parz|teil|gedeelt|czesc|一部)")
_NOT = frozenset("not non no nicht niet nie nao pas un".split())
_ABOUT_MONEY = frozenset(
    normal(word)
    for word in (
        "paid|completed|complete|settled|invoiced|bezahlt|abgeschlossen|paye|payee|pagado|pagada|cobrado|cobrada|pagato|"
        "pagata|saldato|saldata|betaald|voldaan|pago|paga|liquidada|oplacone|oplacona|zaplacone|zaplacona|reglee|regle|"
        "soldee|beglichen"
    ).split("|")
)
"""Words for what was paid whose opposite is a purchase that is still open."""

_BY = frozenset("by per at pelo por durch par door przez".split())
_ORDERS = frozenset("pedido commande order bestellung ordine zamowienie venda venta auftrag rechnung facture".split())


def status_of(word: str) -> OrderStatus | None:
    """The state that a word in comparable form means; `cancelled by the buyer` is as good as `cancelled`."""
    known = STATUSES.get(word)
    first, _, rest = word.partition(" ")
    if known is None and first in _ORDERS:
        return status_of(rest)
    if known is None and (called_off := _CALLED_OFF_IN_JAPANESE.search(word)) and not _NOT_YET.search(word):
        return OrderStatus.REFUNDED if called_off[1] else OrderStatus.CANCELLED
    is_whole = not _ASKED_ONLY & {*word.split()} and not _PARTLY.search(word)
    if known is None and is_whole and (stem := _STEMS.match(word)):
        return OrderStatus.CANCELLED if stem[1] else OrderStatus.REFUNDED
    if known is None and first in _NOT and rest in _ABOUT_MONEY:
        return OrderStatus.PENDING
    if (
        known is None
        and rest
        and first in _CALLED_OFF
        and not (_ASKED_ONLY & {*rest.split()} and not _BY & {*rest.split()})
    ):
        return _BY_WORD[first]
    return known


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
