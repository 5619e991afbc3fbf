"""What shops' and salons' words for the state of an order mean, in the languages of their exports."""

import pytest

from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.order_states import gives_back, state_in, status_of

_WORDS = {
    "paid": (
        "Vollständig|In Arbeit|Komplett abgeschlossen|Teilweise abgeschlossen|Zur Lieferung bereit|"
        "Der Kredit wurde genehmigt.|Terminée|En cours|Completado|Procesando|Completato|In lavorazione|"
        "Afgerond|In behandeling|Zrealizowane|W trakcie realizacji|Concluído|Processando|Behandlas|"
        "Färdigbehandlad|Gennemført|Behandles|Fullført|Zpracovává se|Dokončeno|Valmis|Käsittelyssä|Teljesítve|"
        "Feldolgozás alatt|Betaling aanvaard|Voorbereiding bezig|Afgeleverd|Pagamento aceite|"
        "Preparação em curso|Paiement accepté|Livré|Expédié|Sent and autopaid|need_to_be_sent|PROCESSABLE|"
        "ANNOUNCED|Acknowledged|Delivered|Pesanan Selesai|Teslim Edildi|Entregado|Te dimos el dinero|"
        "Listo para recolección|Shipped - Delivered to Buyer|Paid out|Fulfilled|PAID|Betalad|Skickat|"
        "Levererad|Vyexpedováno|Doručeno|Odesláno|Wysłano|Odebrane|Do wysłania|Gotowe do wysłania|"
        "Klaar voor verzending|Onderweg|Bezorgd|Versandbereit|In Zustellung|Verpackt|Kommissioniert|"
        "Abgerechnet|Fakturiert|Berechnet|Rechnung bezahlt|Eingegangen|Zahlung eingegangen|Zahlung erhalten|"
        "Teilgeliefert|Teilversand|En préparation|En livraison|Prêt à expédier|Facturé|Acquittée|"
        "Pronto per la spedizione|In spedizione|In consegna|Evaso|Evasa|Fatturato|Incassato|Preparando|"
        "En reparto|En camino|Preparado|Despachado|Acreditado|Pago aprobado|Aprobada|Pago acreditado|"
        "Em separação|Em transporte|Faturada|Pago|Separado|承認済み|出荷待ち|発送準備中|"
        "発送待ち|配送中|受取完了|入金確認|処理完了|settled|"
        "captured|Booked|Checked Out|Finalised|Finalized|Despatched|Part shipped|Awaiting dispatch|"
        "Payment complete|Payment received|Order Received|Packed|Ready to collect|Collected|Dispensed|"
        "Wahrgenommen|Erledigt|Beendet|Honoré|Venu|Terminé|Realizada|Realizado|Effettuato|Eseguito|Geweest|"
        "Gekomen|Odbyta|Zrealizowana|Przybył|Atendido|Concluída|Compareceu"
    ),
    "pending": (
        "Offen|In Bearbeitung (Wartet)|Klärung notwendig|Ausstehende Zahlung|Zahlung ausstehend|"
        "Zurückgestellt|Attente paiement|En attente|Pendiente de pago|En espera|In attesa di pagamento|"
        "Sospeso|Wacht op betaling|In de wacht|Oczekujące na płatność|Wstrzymane (oczekujące na płatność)|"
        "Pagamento pendente|Aguardando|Väntar på betalning|Parkerad|Afventer betaling|I venteposition|"
        "Avventer betaling|På vent|Čeká na platbu|Pozastaveno|Odottaa maksua|Pidossa|Fizetésre vár|"
        "Wachtend op betaling per cheque|Teilweise bezahlt|Partiellement payée|Betrugsverdacht|Waiting|Unpaid|"
        "Payment pending|Awaiting approval|Mahnung|Angemahnt|Gemahnt|Zahlungserinnerung|In Mahnung|Impayée|"
        "En retard|Relancée|Da pagare|Non saldata|In scadenza|Por cobrar|Vencida|Sin pagar|Em aberto|"
        "A receber|Atrasado|Vencido|Niezapłacone|Po terminie|Oczekuje|Nieopłacone|Wachten op betaling|"
        "Te betalen|Openstaand|未決済|未入金|入金待ち|支払待ち|Awaiting deposit|Deposit paid|Tentative|Requested|"
        "Provisional|Angefragt|Demandée|In afwachting|Pago pendiente|En espera de pago|Zahlung offen|"
        "Paiement en attente|Paiement en cours|Pagamento in attesa|Betaling in behandeling|Nog niet betaald|"
        "Oczekiwanie na płatność|お支払い待ち|決済待ち|延滞|Vorkasse offen|Inadimplente|À recevoir|Pago en proceso"
    ),
    "cancelled": (
        "Abgebrochen|Storniert / Abgelehnt|Annulée|Cancelado|Annullato|Geannuleerd|Anulowane|Avbruten|"
        "Annulleret|Kansellert|Zrušeno|Peruttu|CANCELLED_BY_PARTNER|CANCELLED_BY_MARKETPLACE|"
        "AutomaticCancellation|Dibatalkan Pembeli|İptal Edildi|Venta cancelada|Cancelaste la venta|"
        "Paquete cancelado por Mercado Libre|Canceled by guest|Cancelled by host|cancelled_by_partner|No-show|"
        "No Show|no_show|NOSHOW|Did Not Attend|DNA|Late Cancel|Late cancellation|Nicht wahrgenommen|"
        "Nicht gekommen|Ferngeblieben|Terminausfall|Abgesagt vom Kunden|Absent|Non venu|Absence|Désistement|"
        "Annulation tardive|No acudió|No asistió|No se presentó|Ausente|Non presentato|Assente|Disdetta|"
        "Niet verschenen|No-show klant|Afgezegd|Afwezig|Nieobecny|Nie przyszedł|Odwołane|Odwołana|Odmówione|"
        "Cancelada pelo cliente|Não veio|Faltou|Desistência|Desistiu|キャンセル|"
        "無断キャンセル|取り消し|取消済|Avbokad|Afbud|"
        "Ikke mødt|Ikke møtt|Nedostavil se|Zrušená|Stornována|Rejected|Declined by customer|Withdrawn|"
        "Called off|Order cancelled|Buyer cancelled|Customer cancelled|System Cancelled|Deleted|Gelöscht|"
        "Verworfen|Supprimée|Eliminado|Usunięte|Verwijderd|Lost|Undeliverable|Shipped - Rejected by Buyer|"
        "failed_delivery"
    ),
    "refunded": (
        "Rückerstattet|Erstattet|Remboursée|Reembolsado|Rimborsato|Terugbetaald|Zwrócone|Återbetalad|"
        "Refunderet|Refundert|Vráceno|Hyvitetty|Visszatérítve|returned|returned_paid|İade Edildi|Devuelto|"
        "Package Returned|Shipped - Returned to Seller|Chargeback|charged_back|Charge back|Rücklastschrift|"
        "Retoure|Retourniert|Retour|Retourné|Renvoyé|Reso|Restituito|Devolução|Devolvida|Retour ontvangen|"
        "Teruggestuurd|返品済|返金済|Money back|Gutgeschrieben|Gutschrift erstellt|Avoir émis|"
        "Nota di credito emessa|Widerrufen|Rückabgewickelt|Zurückgegeben|Reversed|Dispute lost|Lost dispute|"
        "Refund issued|Refund completed|Fully Refunded|Totalement remboursé|Devolución completada|"
        "Volledig terugbetaald|Aceitou a devolução|Devolução concluída|Zwrot pieniędzy|Return completed|Rückläufer"
    ),
    "voided": (
        "Fehlgeschlagen|Échouée|Fallido|Fallito|Mislukt|Nieudane|Malsucedido|Misslyckad|Mislykkedes|Mislyktes|"
        "Selhalo|Epäonnistunut|Sikertelen|Betalingsfout|Erro de pagamento|PaymentRefused|RefusedBySeller|"
        "Ungültig|Abgelaufen|Expirée|Declined|Payment failed|payment_failed|Error|Rejected by bank|"
        "Zahlung fehlgeschlagen|Paiement refusé|Paiement échoué|Pago rechazado|Pago fallido|Rifiutato|"
        "Pagamento fallito|Pagamento recusado|Não autorizado|Recusada|Betaling mislukt|Płatność odrzucona|"
        "Nieudana|Płatność nieudana|Odrzucona|Wygasło|Caducado|支払い失敗|期限切れ|"
        "決済エラー|決済失敗|Expired|Expirado|Wygasła|uncollectible|Refused|Timed out|customer_approval_denied"
    ),
    "draft": (
        "Entwurf|Brouillon|Borrador|Bozza|Concept|Rascunho|Szkic|Utkast|Kladde|Koncept|Angebot|Devis|"
        "Presupuesto|Preventivo|Offerte|Orçamento|Oferta|見積|Draft|Proforma|Pro forma|Kostenvoranschlag"
    ),
    "partly_refunded": (
        "Teilweise erstattet|Partiellement remboursée|Reembolsado parcialmente|Parcialmente reembolsado|"
        "Parzialmente rimborsato|Gedeeltelijk terugbetaald|Częściowo zwrócone|PARTIALLY_REFUNDED|"
        "Remboursée partiellement|Częściowy zwrot|部分返金|"
        "Teilerstattung|Remboursement partiel|Partial return|Teilretoure|Delvis återbetald|Teilgutschrift"
    ),
}
"""By the state that a person who speaks the language reads in each."""


@pytest.mark.parametrize(
    ("word", "state"), [(word, state) for state, told in _WORDS.items() for word in told.split("|")]
)
def test_a_word_says_what_it_says_to_people(word: str, state: str) -> None:
    """Import-facts 3: what was called off, given back or never paid is no purchase, in whatever tongue it is said."""
    assert str(status_of(normal(word))) == state


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("[7] Warenausgang gebucht", "paid"),
        ("[8.1] Storniert durch Kunden", "cancelled"),
        ("8 - Nota de Crédito B", "refunded"),
        ("Nota de Crédito Electrónica", "refunded"),
        ("Kurzfristig abgesagt", "cancelled"),
        ("Guest cancelled", "cancelled"),
        ("not_cancelled", "paid"),
    ],
)
def test_numbers_and_company_around_a_word_change_nothing(word: str, state: str) -> None:
    """Import-facts 3: the shop's own number before a state, a series behind it, and who called it off."""
    assert str(status_of(normal(word))) == state


@pytest.mark.parametrize(
    "word", ["Cancel requested", "Awaiting cancellation", "Buyer requested cancel", "Nicht storniert"]
)
def test_what_is_only_asked_for_is_not_called_off(word: str) -> None:
    """Import-facts 3: an order is no purchase only once it was called off."""
    assert str(status_of(normal(word))) not in {"cancelled", "voided", "refunded"}


@pytest.mark.parametrize("word", ["6 - Factura B", "TD01", "Ingreso", "Rechnung", "Plan B", "3"])
def test_what_names_a_sale_gives_nothing_back(word: str) -> None:
    """Import-facts 11: beside credit notes stand the documents that they correct."""
    assert not gives_back(normal(word))


@pytest.mark.parametrize(
    "word",
    (
        "No cancelado|No cancellation|Kein Storno|Keine Stornierung|nicht storniert|Aucune annulation|"
        "Geen annulering|Nessun annullamento|Sem cancelamento|Never cancelled|No refund|Keine Erstattung|"
        "Non remboursé|Cancelled: No|Storniert: Nein"
    ).split("|"),
)
def test_what_was_not_undone_is_a_purchase(word: str) -> None:
    """Import-facts 3, A2: a column says so of every order that stands."""
    assert str(status_of(normal(word))) == "paid"


@pytest.mark.parametrize(
    "word",
    (
        "Refund declined|Refund failed|Refund rejected|Refund cancelled|Return cancelled|Cancellation rejected|"
        "Cancel failed|Erstattung abgelehnt|Stornierung abgelehnt|Stornierung nicht möglich|Remboursement refusé|"
        "Reembolso rechazado|Rimborso rifiutato|Cancelamento recusado|Storno aufgehoben|Refundable|"
        "Free cancellation|Kostenlose Stornierung|Annulation gratuite|Stornierbar|Abonado|"
        "キャンセルなし|キャンセル待ち|キャンセル可|返金不可|返金拒否|返品なし"
    ).split("|"),
)
def test_what_may_be_undone_or_was_refused_is_not(word: str) -> None:
    """Import-facts 3: an order stands whose refund was declined, or that might have been cancelled for nothing."""
    assert status_of(normal(word)) is None


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("Completed - refunded", "refunded"),
        ("Shipped / returned", "refunded"),
        ("Paid, partially refunded", "partly_refunded"),
        ("Paid and cancelled", "cancelled"),
        ("Not paid, cancelled", "cancelled"),
        ("No-show (cancelled)", "cancelled"),
        ("Cancelled - not refunded", "cancelled"),
        ("Storniert, nicht erstattet", "cancelled"),
        ("Cancelled: refund failed", "cancelled"),
        ("Canceled: payment declined", "cancelled"),
        ("Kostenlos storniert", "cancelled"),
        ("No cobrado", "pending"),
    ],
)
def test_the_last_of_two_states_counts(word: str, state: str) -> None:
    """Import-facts 3, A2: what became of an order in the end, and why, stands behind what it was."""
    assert str(status_of(normal(word))) == state


@pytest.mark.parametrize(
    ("cell", "state"),
    [
        ("retournée (remboursement émis le 2026-09-28)", "refunded"),
        ("Storniert (Kunde hat sich vertan)", "cancelled"),
        ("Refunded (partially)", "partly_refunded"),
        ("Retournée (remboursement refusé)", "None"),
        ("Returned (refund pending)", "None"),
    ],
)
def test_a_remark_in_brackets_hides_no_undoing(cell: str, state: str) -> None:
    """Issue 4: a shop that writes the day of the refund behind the word counted what it gave back as sold."""
    assert str(state_in(cell)) == state
