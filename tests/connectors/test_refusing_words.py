"""What somebody wrote down of who wants no letters, and what only sounds like it."""

from pathlib import Path

import pytest

from reengage_desktop.connectors.vocabulary.meanings import GONE_WORDS, answer
from reengage_desktop.connectors.vocabulary.refusing import EVERYTHING, LETTERS, TEXTS, refusal_in
from tests.connectors.tables import read_text

_NOES = (
    "take me off your mailing list|wants off the list|removed from list|please remove me|leave me alone|no spam please|"
    "does not want to be contacted|marketing: opted out|Newsletter: nein|Newsletter nein|kein Kontakt|Werbeverbot|"
    "Werbung untersagt|hat widersprochen|plus de mails svp|plus de newsletter|désinscription demandée|se dio de baja|"
    "ha pedido la baja|basta email|graag uitschrijven|連絡不要|拒绝营销|不接受邮件|已退订|GDPR erasure request|"
    "asked to be deleted|please delete my data"
).split("|")
_NO_NOES = (
    "never opens email|never received the email|Newsletter only|no phone calls, emails ok|removed list price|wait list|"
    "en plus de la newsletter|désinscription possible|Open - Not Contacted|noch nicht kontaktiert|"
    "Newsletter aus Berlin|Newsletter no. 3|Non-profit newsletter|promo 20% off"
).split("|")

_MORE_NOES = (
    "no marketing please|does not want marketing emails|don't send newsletters|no longer wants our emails|"
    "wants no emails|please stop the newsletter|asked to be removed from all lists|"
    "not to be contacted for marketing|do not send marketing|refuses marketing|opted out of marketing|"
    "no more texts or emails|take off email list|off the mailing list|kein Interesse an Newsletter|"
    "möchte keine Werbung|bitte keine Werbung mehr|keine Mails mehr schicken|aus dem Verteiler nehmen|"
    "aus Verteiler gelöscht|will keine Post und keine Mails|Newsletter abbestellt|vom Newsletter abmelden|"
    "nicht mehr anmailen|ne veut plus de mails|ne souhaite plus recevoir la newsletter|se désabonner|"
    "pas de newsletter|retirer de la liste|no quiere newsletter|no enviar publicidad|"
    "darse de baja del boletín|quitar de la lista|non vuole newsletter|non inviare pubblicità|"
    "togliere dalla mailing list|cancellare dalla newsletter|geen mails meer|wil geen nieuwsbrief|"
    "uitschrijven voor nieuwsbrief|van de lijst halen|nie chce newslettera|nie wysyłać maili|"
    "wypisać z newslettera|não quer newsletter|não enviar e-mails|retirar da lista|remover da lista|メルマガ不要|"
    "DM停止希望|vill inte ha nyhetsbrev|ønsker ikke nyhedsbrev|nechce newsletter|neposílat newsletter|"
    "odhlásit z newsletteru"
).split("|")
_NO_MORE_NOES = (
    "No contact delivery please|no contact lenses|leave without contact|No email confirmation needed|"
    "call instead of email|prefers text, not email for appointments|don't mail invoice, email it|"
    "no mail on Sundays|do not contact before noon|no calls on weekends|not on email yet|new email pending|"
    "stopped by the shop|stop by on Friday|removed stain|list of allergies: nuts|wish list|take off 10%|"
    "taken off the shelf|deleted duplicate record|mailing address changed|no mailing address|"
    "wrong mailing address|lost contact 2019|no contact since 2019|kein Kontakt seit 2019|"
    "nicht per Post, nur E-Mail|nur E-Mail, kein Telefon|kein Telefon, nur Mail|bitte nicht anrufen|"
    "nicht vor 10 Uhr anrufen|hat Werbung gesehen|kommt durch Werbung|ohne Newsletter-Rabatt|"
    "ist im Newsletter|möchte Newsletter|ja zum Newsletter|ne lit pas ses mails|pas de réponse aux mails|"
    "a reçu la pub|vu dans la pub|n'a pas d'adresse mail|pas encore contactée|no responde correos|"
    "no tiene correo|sin correo electrónico|llega por publicidad|non risponde alle mail|senza email|"
    "non ha ancora email|geen email bekend|heeft geen email|leest geen mail|geen reactie op mail|"
    "nie odpisuje na maile|brak maila|nie ma newslettera|não tem e-mail|não responde e-mails|"
    "svarar ej på mejl|har ingen mejl|nemá email|neodpovídá na maily|no email address given|"
    "email address not valid|promo not applied|no promo code used|no discount on promo|"
    "newsletter not received|complained about late delivery|spam filter catches our mail|"
    "our mails land in spam|not a fan of marketing jobs|works in marketing, no budget|"
    "mail order customer, no shop visit|no kids, email ok|doesn't eat meat, loves our mailings|"
    "never misses a newsletter|can't wait for the newsletter|don't forget newsletter discount|"
    "without newsletter voucher"
).split("|")

_WITHDRAWN = (
    "withdrew consent|consent withdrawn 2025-05-03|Permission revoked|Einwilligung widerrufen|Datenlöschung verlangt|"
    "bitte meine Daten löschen|DSGVO Löschung beantragt|a retiré son consentement|retrait du consentement|"
    "merci de supprimer mes données|revocó el consentimiento|borrar mis datos|consenso revocato|"
    "cancellate i miei dati|toestemming ingetrokken|verwijder mijn gegevens|zgoda wycofana|consentimento revogado|"
    "連絡不要|stop spamming|stop sending me stuff|bitte nicht mehr schreiben|reported us as spam|do not market to|"
    "no solicitation|no more texts or emails"
).split("|")
_OF_LETTERS = (
    "email opt-out|kein NL|mails unerwünscht|niente newsletter|DMは送らないでください|vil ikke have nyhedsbrev|"
    "ei halua sähköpostia|email consent withdrawn"
).split("|")
_OF_TEXTS = (
    "no texts please|stop texting me|no more texts|Bitte keine SMS|pas de SMS svp|sin SMS, por favor no SMS".split("|")
)
_NOT_WITHDRAWN = (
    "consent on file|consent can be withdrawn at any time|Einwilligung nicht widerrufen|Daten geprüft|"
    "her data updated|no text on the card please|no sms received|no texts before 9|no SMS code arrived|"
    "no reply to mail of 3 May|doesn't get our emails, check address|keine Rechnung per Mail|wohnt in NL|"
    "no NL delivery|market stall customer, not at market in May|send with the parcel|opted for email|"
    "please text me before delivery"
).split("|")


@pytest.mark.parametrize(
    ("remarks", "word"),
    [(_WITHDRAWN, EVERYTHING), (_OF_LETTERS, LETTERS), (_OF_TEXTS, TEXTS)],
    ids=["everything", "letters", "texts"],
)
def test_what_somebody_takes_back_is_told_apart(remarks: list[str], word: str) -> None:
    """C18, D2: who takes back her agreement is not written to at all, who wants no texts still gets letters."""
    assert {remark: answer(remark) for remark in remarks} == dict.fromkeys(remarks, word)


@pytest.mark.parametrize("remark", _NOT_WITHDRAWN)
def test_what_only_sounds_like_taking_back_is_none(remark: str) -> None:
    """D2: what may be taken back has not been, and what did not arrive was not refused."""
    assert not refusal_in(remark)
    assert answer(remark) not in GONE_WORDS


@pytest.mark.parametrize("remark", _NOES)
def test_a_no_in_ones_own_words_is_one(tmp_path: Path, remark: str) -> None:
    """D2, C18, import-facts 7: a yes elsewhere in the row is none beside it."""
    text = f'Email,Accepts marketing,Notes\nann@example.com,yes,"{remark}"\nbob@example.com,yes,VIP\n'
    assert read_text(tmp_path, text, "customers").column("consent_email") == [False, True]


@pytest.mark.parametrize("remark", _NO_NOES)
def test_what_only_sounds_like_a_no_is_none(remark: str) -> None:
    """D2: a customer who said nothing of the kind is not lost to a remark."""
    assert not refusal_in(remark)


def test_a_newsletter_of_those_who_work_for_no_profit_is_no_refusal(tmp_path: Path) -> None:
    """D2: what is neither yes nor no is asked."""
    text = "Email,Newsletter consent\nann@example.com,Non-profit newsletter\nbob@example.com,Yes\ncy@example.com,No\n"
    read = read_text(tmp_path, text, "customers")
    assert read.column("consent_email") == [None, True, False]
    assert len(read.plan.questions) == 1


@pytest.mark.parametrize("remark", _MORE_NOES)
def test_whoever_asked_for_no_letters_gets_none(remark: str) -> None:
    """C18, import-facts 7: in the words of thirteen languages."""
    assert answer(remark) in GONE_WORDS


@pytest.mark.parametrize("remark", _NO_MORE_NOES)
def test_what_a_shop_writes_down_else_is_no_refusal(remark: str) -> None:
    """D2: who has no address, answers no letters, or wants no code or delivery, has not refused them for good."""
    assert answer(remark) not in GONE_WORDS
