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
    "never opens email|never received the email|Newsletter only|removed list price|wait list|"
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
    "nur per Post|contact by post only|nur Termine, keine Angebote|no more offers please|don't send anything|"
    "asked us to stop|replied STOP|Datenschutz: Löschung beantragt|hat Hausverbot|"
    "withdrew consent|consent withdrawn 2025-05-03|Permission revoked|Einwilligung widerrufen|Datenlöschung verlangt|"
    "bitte meine Daten löschen|DSGVO Löschung beantragt|a retiré son consentement|retrait du consentement|"
    "merci de supprimer mes données|revocó el consentimiento|borrar mis datos|consenso revocato|"
    "cancellate i miei dati|toestemming ingetrokken|verwijder mijn gegevens|zgoda wycofana|consentimento revogado|"
    "連絡不要|stop spamming|stop sending me stuff|bitte nicht mehr schreiben|reported us as spam|do not market to|"
    "no solicitation|no more texts or emails"
).split("|")
_OF_LETTERS = (
    "will raus aus dem Newsletter|NL abgemeldet|wünscht keine Infopost|Mail: nein|no ads|"
    "Prefers SMS not email|prefers WhatsApp, not e-mail|"
    "email opt-out|kein NL|mails unerwünscht|niente newsletter|DMは送らないでください|"
    "vil ikke have nyhedsbrev|"
    "ei halua sähköpostia|email consent withdrawn"
).split("|")
_OF_TEXTS = (
    "SMS: nein|Newsletter: ja, SMS: nein|no texts please|stop texting me|no more texts|Bitte keine SMS|pas de SMS svp|"
    "sin SMS, por favor no SMS"
).split("|")
_OF_CALLS = (
    "no phone calls, emails ok|Don't call, email is fine|please don't phone|bitte nicht anrufen|keine Anrufe|"
    "ne pas appeler|pas d'appels svp|no llamar|non chiamare|niet bellen|não ligar|nie dzwonić|電話不要"
).split("|")
_OF_CHATS = (
    "keine WhatsApp bitte|liever geen appjes|pas de whatsapp|no quiere WhatsApp|sem zap, por favor|non vuole whatsapp"
).split("|")
_NOT_WITHDRAWN = (
    "consent on file|consent can be withdrawn at any time|Einwilligung nicht widerrufen|Daten geprüft|"
    "her data updated|no text on the card please|no sms received|no texts before 9|no SMS code arrived|"
    "no reply to mail of 3 May|doesn't get our emails, check address|keine Rechnung per Mail|wohnt in NL|"
    "no NL delivery|market stall customer, not at market in May|send with the parcel|opted for email|"
    "ne pas appeler le matin|nicht anrufen am Wochenende|kein Angebot erstellt|no special offers used yet|"
    "asked to stop by on Friday|Text only|post box only|"
    "please text me before delivery|no call no show|did not call|didn't call back|do not call after 8pm|"
    "never answers calls|hat nicht angerufen|nimmt keine Anrufe an|hat kein WhatsApp|ne répond pas aux appels|"
    "電話番号変更|left no messages"
).split("|")


@pytest.mark.parametrize(
    ("remarks", "word"),
    [
        (_WITHDRAWN, EVERYTHING),
        (_OF_LETTERS, LETTERS),
        (_OF_TEXTS, TEXTS),
        (_OF_CALLS, "no calls"),
        (_OF_CHATS, "no chats"),
        (["nur SMS", "möchte nur SMS", "texts only please"], "no calls chats letters"),
        (["Email only - no texts please", "nur Mail", "solo correo"], "no calls chats texts"),
        (["nur WhatsApp, keine Mails", "no llamar, solo WhatsApp"], "no calls letters texts"),
        (["nur telefonisch kontaktieren", "phone only"], "no chats letters texts"),
        (["no texts or calls", "kein SMS, keine Anrufe"], "no calls texts"),
    ],
    ids=[
        "everything",
        "letters",
        "texts",
        "calls",
        "chats",
        "only texts",
        "only mail",
        "only chats",
        "only calls",
        "texts and calls",
    ],
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


@pytest.mark.parametrize(
    "heading", ["Info", "Message", "Wünsche", "Details", "Column1", "Gruppe", "備考欄", "申し送り"]
)
def test_a_no_counts_in_whatever_column_somebody_wrote_it(tmp_path: Path, heading: str) -> None:
    """C18, D2, import-facts 7: an owner's own list keeps its remarks under any heading, each row another."""
    rows = "".join(f"ann{at}@example.com,yes,comes on day {at} with her dog\n" for at in range(40))
    text = f"Email,Accepts marketing,{heading}\n{rows}bo@example.com,yes,möchte keine Werbung mehr\n"
    assert read_text(tmp_path, text, "customers").column("consent_email") == [*([True] * 40), False]


def test_who_is_to_be_reached_by_one_way_alone(tmp_path: Path) -> None:
    """C18, D2: whoever wants texts only, or nothing but post, gets no letters by e-mail; the dead none at all."""
    text = (
        "Email,Phone,Email consent,SMS consent,Notes\nann@example.com,202-555-0143,yes,yes,texts only\n"
        "bo@example.com,202-555-0144,yes,yes,nur per Post\ncy@example.com,202-555-0145,yes,yes,email only\n"
        "di@example.com,202-555-0146,yes,yes,† 2024\ned@example.com,202-555-0147,yes,yes,VIP only\n"
    )
    read = read_text(tmp_path, text, "customers")
    assert read.column("consent_email") == [False, False, True, False, True]
    assert read.column("consent_sms") == [True, False, False, False, True]


def test_a_remark_on_calls_or_chats_takes_back_no_letters(tmp_path: Path) -> None:
    """C18, D2: who wants no calls is not rung up, whatever else she agreed to, and still gets her letters."""
    text = (
        "Email,Phone,Email consent,Call consent,WhatsApp consent,Notes\n"
        "ann@example.com,202-555-0143,yes,yes,yes,no calls please\n"
        "bo@example.com,202-555-0144,yes,yes,yes,keine WhatsApp\n"
        "cy@example.com,202-555-0145,yes,yes,yes,\n"
    )
    read = read_text(tmp_path, text, "customers")
    assert read.column("consent_email") == [True, True, True]
    assert read.column("consent_call") == [False, True, True]
    assert read.column("consent_whatsapp") == [True, False, True]


def test_a_mark_behind_a_name_or_an_address_counts(tmp_path: Path) -> None:
    """C18, D2: owners write it where they see it, in a list of many different names too."""
    rows = "".join(f"Ann Bee{chr(97 + at)},ann{at}@example.com,yes\n" for at in range(20))
    marked = "Bo Cee (unsubscribed),bo@example.com,yes\nCy Dee (deceased),cy@example.com,yes\n"
    marked += "Di Eff,di@example.com (opted out),yes\nEd Fox (Boston),ed@example.com,yes\n"
    read = read_text(tmp_path, f"Name,Email,Accepts marketing\n{rows}{marked}", "customers")
    assert read.column("consent_email") == [*([True] * 20), False, False, False, True]
    assert read.column("email")[-2] == "di@example.com"
    assert read.column("consent_sms")[20:] == [None, False, None, None]


def test_a_refusal_in_a_row_of_its_own_is_told(tmp_path: Path) -> None:
    """C18, import-facts 6: what stands over a part of an owner's list is not passed over in silence."""
    text = (
        "Name,Email,Phone\nAnn Bee,ann@example.com,202-555-0143\nBo Cee,bo@example.com,202-555-0144\n"
        "Do not contact:,,\nCy Dee,cy@example.com,\n"
    )
    told = [note for note in read_text(tmp_path, text, "customers").plan.notes if note.kind == "said_alone"]
    assert [note.figures["words"] for note in told] == ["Do not contact:"]
    text = text.replace("Do not contact:", "Regulars:")
    assert not [note for note in read_text(tmp_path, text, "customers").plan.notes if note.kind == "said_alone"]
