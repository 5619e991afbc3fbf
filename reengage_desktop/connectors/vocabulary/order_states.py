"""What the words for an order's state mean, in the languages of exports."""

import re
from functools import lru_cache

from reengage_desktop.connectors.vocabulary.blanks import is_error
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.domain.vocabulary import OrderStatus

_STATUSES: dict[OrderStatus, str] = {
    OrderStatus.PAID: (
        "已完成|已付款|已支付|买家已付款|待发货|等待卖家发货|已发货|卖家已发货|等待买家确认收货|待收货|已签收|已收货|"
        "en proceso|listo|lista|listo para retirar|listo para enviar|por enviar|por despachar|aceptado|aceptada|"
        "saiu para entrega|verschickt|abholbereit|klaar|zakonczone|zakonczony|zakonczona|do wysylki|w drodze|"
        "pret|prete|a preparer|a traiter|in preparazione|da evadere|in arrivo|on the way|served|"
        "已送达|待评价|交易成功|交易完成|订单完成|完成|待出貨|已出貨|待收貨|已收貨|已送達|訂單完成|"
        "livrata|finalizata|platita|expediata|kifizetve|reglee par le client|"
        "attended|arrived|checked in|checked out|showed|seated|erschienen|wahrgenommen|"
        "sold|venta|vendita|vente|verkauf|verkoop|sprzedaz|venda|vendu|vendue|vendido|vendida|venduto|venduta|"
        "verkauft|"
        "verkocht|sprzedane|completata|pagata|spedita|consegnata|chiuso|chiusa|cerrado|cerrada|geschlossen|afgesloten|"
        "zamkniete|fechado|fechada|cloture|cloturee|"
        "vollstandig bezahlt|uberzahlt|in versandvorbereitung|freigabe versand|on backorder paid|payment approved|"
        "ready for handling|handling|window to cancel|carencia para cancelamento|ready for processing|"
        "ready for shipment|preparacion en curso|ferme|fermee|spakowane|layby closed|"
        "与信完了|対応済|支払手続き済|受取済|"
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
        "dikirim|perlu dikirim|sedang dikirim|selesai|dihantar|untuk dihantar|จัดส่งแล้ว|ที่จะจัดส่ง|ที่ต้องจัดส่ง|"
        "สำเร็จ|"
        "cho giao hang|đang giao|đa giao|đa giao hang|hoan thanh|odendi|kargoya verildi|teslim edildi|tamamlandi|"
        "betald|skickad|levererad|slutford|betalt|afsendt|leveret|sendt|levert|zugestellt|completo|completa|vigente|"
        "assumed finished|past guest|currently hosting|arriving soon|sentado|sentada|vyrizena|vyrizeno|zaplacena|"
        "zaplaceno|odeslana|odeslano|dorucena|doruceno|warenausgang gebucht|versand abgeschlossen|checked in|"
        "not cancelled|not canceled|not returned|godkendt|bogfort|bokford|paid out|settled successfully|settling|"
        "submitted for settlement|angekommen|teilgenommen|vollstandig|afgerekend|zakonczona|zakonczony|potwierdzona|"
        "potwierdzony|finalizado|finalizada|asiste|asistio|parti|partie|arrive|arrivee|assis|genomford|gennemfort|"
        "der kredit wurde genehmigt|behandlas|fardigbehandlad|behandles|fullfort|zpracovava se|dokonceno|valmis|"
        "kasittelyssa|toimitettu|maksettu|teljesitve|feldolgozas alatt|kiszallitva|betaling aanvaard|"
        "betaling geaccepteerd|voorbereiding bezig|afgeleverd|pagamento aceite|preparacao em curso|"
        "sent and autopaid|need to be sent|processable|announced|acknowledged|pesanan selesai|te dimos el dinero|"
        "listo para recoleccion|betalad|skickat|levererat|vyexpedovano|do wyslania|gotowe do wysylki|"
        "gotowe do wyslania|klaar voor verzending|onderweg|bezorgd|versandbereit|in zustellung|verpackt|"
        "kommissioniert|abgerechnet|fakturiert|berechnet|eingegangen|teilgeliefert|teilversand|en preparation|"
        "en livraison|pret a expedier|facture|acquittee|pronto per la spedizione|in spedizione|in consegna|evaso|"
        "evasa|fatturato|incassato|preparando|en reparto|en camino|preparado|despachado|acreditado|pago aprobado|"
        "aprobada|pago acreditado|em separacao|em transporte|faturada|separado|承認済み|出荷待ち|発送準備中|"
        "発送待ち|配送中|受取完了|入金確認|"
        "処理完了|booked|finalised|finalized|part shipped|awaiting dispatch|payment complete|packed|ready to collect|"
        "dispensed|beendet|venu|venue|realizada|realizado|effettuato|eseguito|geweest|gekomen|odbyta|przybyl|"
        "compareceu|preparing|preparing for shipment|valid|gebucht|verwerkt|accepted|paga|発送完了|配送完了|来店済み"
    ),
    OrderStatus.PARTLY_REFUNDED: (
        "部分退款|"
        "partially refunded|partial refund|partly refunded|refunded partially|teilweise erstattet|teilerstattet|"
        "partiellement rembourse|partiellement remboursee|remboursement partiel|parcialmente reembolsado|"
        "reembolso parcial|parzialmente rimborsato|rimborso parziale|gedeeltelijk terugbetaald|parcialmente devolvido|"
        "czesciowo zwrocone|一部返金|"
        "reembolsado parcialmente|teilerstattung|partial return|teilretoure|delvis aterbetald|teilgutschrift|"
        "teilruckerstattung"
    ),
    OrderStatus.REFUNDED: (
        "已退款|退款成功|退款完成|全额退款|已退貨|已退货|"
        "estornado|estornada|estorno|contracargo|"
        "devolucao finalizada com reembolso para o comprador|devolucion finalizada con reembolso al comprador|"
        "reclamacao encerrada com reembolso para o comprador|reclamo cerrado con reembolso al comprador|"
        "refunded|refund|fully refunded|returned|return|chargeback|charged back|disputed lost|erstattet|ruckerstattet|"
        "retourniert|zuruckgesendet|rembourse|remboursee|retourne|retournee|"
        "reembolsado|reembolsada|devuelto|rimborsato|reso|"
        "terugbetaald|geretourneerd|devolvido|zwrocone|zwrot|返金済み|返品|gutgeschrieben|wiedergutgeschrieben|reversed|"
        "refunded fully|zwrocono|zwrocona|zwrocony|remboursement|ruckerstattung|erstattung|reembolso|rimborso|"
        "terugbetaling|devolucion|devolucao|avoir|gutschrift|rechnungskorrektur|credit note|credit memo|"
        "nota de credito|nota di credito|creditnota|korekta|返金|返品処理|nota credito|nota de abono|"
        "factura rectificativa|nota credito cliente|creditfactuur|faktura korygujaca|返品済み|"
        "ruckzahlung|ruckbuchung|ruckvergutung|aterbetalning|refusjon|tilbagebetaling|tilbakebetaling|estorno|vratka|"
        "vraceni penez|palautus|hyvitys|zwrot srodkow|teruggave|remboursement client|payment refund|refund payment|"
        "dikembalikan|คืนเงินแล้ว|iade edildi|aterbetald|refunderet|refundert|vracena|vraceno|stornorechnung|"
        "rechnungsstorno|stornobeleg|kreditnota|kreditfaktura|dobropis|opravny danovy doklad|egreso|td04|td08|"
        "sales credit note|credited|"
        "aterbetalad|hyvitetty|visszateritve|returned paid|package returned|shipped returned to seller|charge back|"
        "rucklastschrift|retoure|retour|renvoye|renvoyee|restituito|restituita|retour ontvangen|teruggestuurd|"
        "money back|widerrufen|ruckabgewickelt|zuruckgegeben|dispute lost|lost dispute"
    ),
    OrderStatus.PENDING: (
        "dispute|in dispute|in dispute resolution|dispute opened|under dispute|fraud|fraudulent|"
        "waiting for payment|awaiting cash on delivery validation|on backorder not paid|unvollstandige daten|"
        "warten auf zahlungseingang uberweisung|warten auf zahlungseingang scheck|erinnert|suspended|"
        "in afwachting van betaling|in afwachting van betaling per bankoverschrijving|parked|saved|layby|lay by|"
        "in afwachting van betaling per cheque|nieobsluzone|oczekuje na wplate|oczekujace na wplate|zawieszone|"
        "支払手続き中|決済処理中|購入処理中|与信中|仮注文|注文確認待ち|"
        "待付款|待支付|等待付款|等待买家付款|未付款|未支付|"
        "niezaplacone|neplatita|in asteptare|"
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
        "未入金|支払い待ち|保留中|保留|未払い|"
        "awaiting processing|payment review|holded|suspected fraud|pending review|paid partially|partly paid|reminded|"
        "awaiting|unconfirmed|teilweise bezahlt|teilweise in rechnung gestellt|reserviert|verzogert|klarung notwendig|"
        "klarungsbedarf|uberprufung notwendig|1 mahnung|2 mahnung|3 mahnung|inkasso|in wartestellung|wartend|"
        "da saldare|por pagar|a pagar|a payer|te betalen|do zaplaty|wystawiona|nieoplacona|nowa|nowy|invoice sent|"
        "partiellement regle|teilweise|novo|nova|nuevo|nueva|nuovo|nuova|nouveau|nouvelle|nieuw|nieuwe|新規|"
        "por confirmar|a confirmar|da confermare|waitlisted|wait list|waitlist|on waitlist|on wait list|"
        "warteliste|lista de espera|liste d attente|lista d attesa|wachtlijst|lista rezerwowa|"
        "czesciowo zaplacona|"
        "en retard|echue|retard|vencida|vencido|overdue invoice|uberfallig|fallig|scaduta|scaduto|verlopen|"
        "nowe zamowienia|nowe zamowienie|przyjete|pendiente de cobro|sin pagar|waiting acceptance|awaiting acceptance|"
        "waiting debit|waiting debit payment|"
        "attente paiement|en espera|in sospeso|wachtend op betaling|wstrzymane|oczekiwanie na platnosc czekiem|"
        "oczekiwanie na platnosc przelewem|oczekiwanie na przelew bankowy|aguardando|pagamento pendente|"
        "balance due|te laat|niezaplacona|niezaplacony|impagada|impagado|impayee|insoluto|insoluta|not completed|"
        "outstanding|past due|due|awaiting approval|a regler|non reglee|未払|未収|請求済み|承認待ち|"
        "parcial|pago parcial|pagado parcialmente|parcialmente pagado|parcialmente pagada|parcialmente pago|"
        "pago parcialmente|partiel|paiement partiel|partiellement paye|partiellement payee|paye partiellement|parziale|"
        "pagamento parziale|parzialmente pagato|pagato parzialmente|teilzahlung|teilbezahlt|anzahlung|"
        "gedeeltelijk betaald|deels betaald|czesciowo oplacone|czesciowo oplacona|czesciowo zaplacone|"
        "一部入金|一部支払い|partial|partial payment|part paid|"
        "unsent|forfalden|forfallen|forfallt|nevyrizena|nevyrizeno|nezaplacena|"
        "nezaplaceno|ceka na platbu|reservado|reservada|bad debt|payment due|pending submission|受付待ち|"
        "warten auf zahlung|vyrizuje se|bezahlung ausstehend|"
        "belum dibayar|belum bayar|ยังไม่ชำระเงิน|รอชำระเงิน|chua thanh toan|odeme bekleniyor|obetald|ubetalt|"
        "ausstehende zahlung|zuruckgestellt|sospeso|sospesa|wacht op betaling|wachten op betaling|"
        "oczekujace na platnosc|wstrzymane oczekujace na platnosc|oczekuje|vantar pa betalning|parkerad|"
        "afventer betaling|i venteposition|avventer betaling|pa vent|pozastaveno|odottaa maksua|pidossa|"
        "fizetesre var|wachtend op betaling per cheque|partiellement payee|betrugsverdacht|waiting|angemahnt|"
        "gemahnt|mahnung|in mahnung|zahlungserinnerung|relancee|da pagare|in scadenza|por cobrar|a receber|"
        "atrasado|atrasada|po terminie|未決済|支払待ち|awaiting deposit|deposit paid|tentative|requested|provisional|"
        "angefragt|demandee|in afwachting|in bearbeitung wartet"
    ),
    OrderStatus.AUTHORISED: (
        "authorized|authorised|requires capture|uncaptured|autorisiert|autorise|autorizado|autorizzato"
    ),
    OrderStatus.DRAFT: (
        "quotation|quotation sent|rfq|angebot|angebot gesendet|angebot versendet|devis|devis envoye|presupuesto|"
        "preventivo|offerte|orcamento|oferta|見積|見積もり|"
        "auto draft|missing orders|"
        "draft|checkout draft|quote|estimate|entwurf|brouillon|borrador|bozza|concept|rascunho|szkic|下書き|"
        "test|test order|test sale|test purchase|testbestellung|testauftrag|commande test|commande de test|"
        "pedido de prueba|ordine di prova|testbestelling|zamowienie testowe|pedido de teste|テスト注文|"
        "utkast|kladde|koncept|proforma|pro forma|kostenvoranschlag"
    ),
    OrderStatus.VOIDED: (
        "recusado|rechazado|rechazada|refuse|refusee|rifiutato|abgelehnt|geweigerd|odrzucone|"
        "reprovado|reprovada|"
        "error en pago|fehler bei der bezahlung|betaalfout|falszywe|"
        "processor declined|gateway rejected|settlement declined|authorization expired|fail|voided|void|expired|"
        "abgelaufen|expire|expiree|expirado|expirada|scaduto il termine|failed|payment error|payment failed|declined|"
        "storno|fehlgeschlagen|echoue|echouee|"
        "erreur de paiement|fallido|fallida|error en el pago|fallito|errore di pagamento|mislukt|falhou|nieudane|"
        "決済失敗|失敗|denied|payment declined|blad platnosci|nieudane|malsucedido|es wurde kein kredit genehmigt|"
        "misslyckad|mislykkedes|mislyktes|selhalo|epaonnistunut|sikertelen|betalingsfout|erro de pagamento|"
        "payment refused|refused by seller|ungultig|error|rejected by bank|zahlung fehlgeschlagen|paiement refuse|"
        "paiement echoue|pago rechazado|pago fallido|pagamento fallito|pagamento recusado|nao autorizado|recusada|"
        "betaling mislukt|platnosc odrzucona|決済エラー|wygasla|uncollectible|refused|timed out|"
        "customer approval denied"
    ),
    OrderStatus.CANCELLED: (
        "voce cancelou a venda|der zahlungsvorgang wurde abgebrochen|"
        "descartado|descartada|perdido|perdida|perdu|perdue|verloren|perso|rto|rto delivered|rto initiated|"
        "rto in transit|"
        "torolve|torolt|lemondva|anulata|anulat comanda|lost|niezrealizowane|"
        "cancelled|canceled|cancellation|no show|noshow|did not attend|nicht erschienen|niet verschenen|no presentado|"
        "missed|missed appointment|nicht teilgenommen|niet op komen dagen|niet komen opdagen|nieobecnosc|nieobecny|"
        "nieobecna|mancata presentazione|non si e presentato|assente|no asiste|inasistencia|ausente|faltou|"
        "cliente faltou|nao compareceu|falta|uteblev|utebliven|udeblevet|udeblev|ikke mott|nedostavil se|"
        "annulled|abandoned|trash|deleted|rejected|storniert|abgebrochen|"
        "annule|annulee|cancelado|anulowana|anulowany|受注取消|注文取消|"
        "cancelada|anulado|anulada|annullato|annullata|cancellato|geannuleerd|anulowane|キャンセル|キャンセル済み|注文取消し|取消|cancel|"
        "vorgang wurde abgebrochen|storniert abgelehnt|will not deliver|canceled by buyer|canceled by seller|"
        "anulowano|"
        "late cancelled|late cancellation|no show fee|nie pojawil sie|not attending|annulation|non honoree|"
        "non presente|nie stawil sie|no asistio|non presentato|niet gekomen|"
        "absent|absente|not arrived|ausgefallen|"
        "dibatalkan|batal|ยกเลิกแล้ว|ยกเลิก|đa huy|iptal|iptal edildi|makulerad|avbruten|annulleret|kansellert|"
        "peruttu|paquete cancelado por mercado libre|dna|nicht wahrgenommen|nicht gekommen|ferngeblieben|"
        "terminausfall|non venu|non venue|absence|desistement|no acudio|no se presento|no show klant|afwezig|"
        "nie przyszedl|nie przyszla|odmowione|nao veio|desistencia|desistiu|取り消し|取り消し済み|afbud|ikke modt|"
        "已取消|订单取消|訂單取消|交易关闭|交易取消|已关闭|已作废|不成立|"
        "returned to sender|return to sender|zuruck an absender|retour a l expediteur|"
        "declined by customer|withdrawn|called off|geloscht|verworfen|supprimee|supprime|eliminado|eliminada|"
        "usuniete|verwijderd|undeliverable|shipped rejected by buyer|failed delivery"
    ),
}

_BY_WORD = {normal(word): status for status, words in _STATUSES.items() for word in words.split("|")} | {
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

_BY = frozenset("by per at pelo por durch par door przez".split())
_ORDERS = frozenset("pedido commande order bestellung ordine zamowienie venda venta auftrag rechnung facture".split())


@lru_cache(maxsize=1 << 13)
def status_of(word: str) -> OrderStatus | None:
    """The state that a word in comparable form means; `cancelled by the buyer` is as good as `cancelled`."""
    word = word if word in STATUSES else _SERIES.sub("", _CODED.sub("", word, count=1))
    first, _, rest = word.partition(" ")
    if word in STATUSES:
        return STATUSES[word]
    if first in _ORDERS:
        return status_of(rest)
    if first in _NOT and rest in _ABOUT_MONEY:
        return OrderStatus.PENDING
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
