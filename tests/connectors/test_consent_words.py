"""Issue 4, import-facts 7: words of consent that are nobody's yes or no are asked, counted over the whole file."""

from pathlib import Path

import pytest

from reengage_desktop.connectors.checking.plan import Plan
from reengage_desktop.connectors.checking.reading import Record, read
from reengage_desktop.connectors.opening.files import open_table
from reengage_desktop.connectors.recognising.recognition import recognise
from reengage_desktop.domain.vocabulary import ImportKind
from tests.connectors.tables import read_text, shop, write


def _read(folder: Path, words: list[str], told: dict[str, str] | None = None) -> tuple[Plan, list[object]]:
    rows = "".join(f"p{number}@example.com,{word}\n" for number, word in enumerate(words))
    table = open_table(write(folder, f"Email,Newsletter\n{rows}"))
    plan = recognise(table, ImportKind.CUSTOMERS, consent_words=told, settings=shop())
    return plan, [row.values["consent_email"] for row in read(table, plan, shop()) if isinstance(row, Record)]


def test_words_are_asked_with_their_counts(tmp_path: Path) -> None:
    """What is understood is not asked; nothing is concluded from the rest."""
    plan, consents = _read(tmp_path, ["yes", "Gold list", "no", "gold list", "", "ask again"])
    (question,) = plan.questions
    assert question.text.kind == "which_consent"
    assert question.text.figures == {
        "column": "Newsletter",
        "words": ("Gold list", "ask again"),
        "counts": ("2", "1"),
    }
    assert consents == [True, None, False, None, None, None]
    assert [note.kind for note in plan.notes] == ["strange_answers"]


def test_a_word_beyond_the_first_thousands_of_rows_is_asked(tmp_path: Path) -> None:
    """The sample of the recognition is not the file."""
    plan, _ = _read(tmp_path, ["yes"] * 3500 + ["Gold list"] * 2)
    assert [question.text.figures["counts"] for question in plan.questions] == [("2",)]


def test_the_owners_word_counts(tmp_path: Path) -> None:
    """In any case and spelling; what she says to mean nothing is not asked again."""
    told = {"gold LIST": "yes", "not for me": "no", "ask again": ""}
    plan, consents = _read(tmp_path, ["Gold list", "Not for me!", "ask again"], told)
    assert consents == [True, False, None]
    assert plan.questions == []


@pytest.mark.parametrize("word", ["no", "unsubscribed", "bounced", "cleaned"])
def test_no_word_of_refusal_can_be_made_a_yes(tmp_path: Path, word: str) -> None:
    """C18: an opt-out stays one, whatever anybody states."""
    assert _read(tmp_path, [word, "yes"], {word: "yes"})[1] == [False, True]


@pytest.mark.parametrize("word", ["Refused in 2025", "2", "asked 03/2024", "maybe"])
def test_a_number_or_a_year_in_a_word_is_no_yes(tmp_path: Path, word: str) -> None:
    """Only a whole date is the day of an agreement."""
    plan, consents = _read(tmp_path, [word, "yes"])
    assert consents == [None, True]
    assert len(plan.questions) == 1


@pytest.mark.parametrize(
    ("word", "consent"),
    [("1.0", True), ("0.0", False), ("2025-03-04 10:00", True), ("1740000000", True), ("pending", None)],
)
def test_what_needs_no_question(tmp_path: Path, word: str, consent: bool | None) -> None:
    """Spreadsheets' ones and noughts, the moment of agreeing, words for “not yet”."""
    plan, consents = _read(tmp_path, [word, "yes"])
    assert (consents[0], plan.questions) == (consent, [])


def test_remarks_are_no_consent(tmp_path: Path) -> None:
    """A column of many different texts, or one whose name is not plainly consent, is not asked about."""
    rows = "".join(f"p{at}@example.com,reads letter {at} of ours\n" for at in range(20))
    assert "consent_email" not in read_text(tmp_path, f"Email,Newsletter\n{rows}", "customers").plan.columns


def _consents(folder: Path, heading: str) -> tuple[tuple[object, ...], tuple[object, ...]]:
    """What a yes and a no under a heading are taken for, on every channel."""
    rows = "".join(f"p{number}@example.com,{word}\n" for number, word in enumerate(["yes", "no"] * 4))
    table = open_table(write(folder, f"Email,{heading}\n{rows}"))
    plan = recognise(table, ImportKind.CUSTOMERS, settings=shop())
    found = [row.values for row in read(table, plan, shop()) if isinstance(row, Record)]
    said = [{row[name] for name in row if name.startswith("consent_")} - {None} for row in found[:2]]
    return tuple(said[0]), tuple(said[1])


@pytest.mark.parametrize(
    "heading",
    [
        "No marketing",
        "NoMarketing",
        "No Newsletter",
        "No email",
        "No SMS marketing",
        "No publicidad",
        "Not subscribed",
        "Refuses marketing",
        "Exclude from marketing",
        "Marketing disabled",
        "Newsletter cancelled",
        "Newsletter gekündigt",
        "Werbung unerwünscht",
        "Lehnt Werbung ab",
        "Sans publicité",
        "No desea publicidad",
        "Niente pubblicità",
        "Keine Mails",
        "Kein Newsletter bitte",
        "Sans newsletter",
        "SMS declined",
        "Replied STOP",
        "Objects to marketing",
        "Marketing ban",
        "Newsletter paused",
        "Newsletter not wanted",
        "Newsletter verweigert",
        "Werbung untersagt",
        "Werbewiderspruch",
        "Einwilligung entzogen",
        "Einwilligung verweigert",
        "Verzichtet auf Newsletter",
        "Pas de newsletter",
        "Newsletter désactivée",
        "Consentement retiré",
        "Aucune newsletter",
        "Opposé à la publicité",
        "Jamais d'emails",
        "Newsletter desactivada",
        "Consentimiento denegado",
        "Se opone a la publicidad",
        "Nunca email",
        "Nessuna newsletter",
        "Newsletter bloccata",
        "Consenso negato",
        "Consenso ritirato",
        "Si oppone al marketing",
        "Non si desidera newsletter",
        "Nieuwsbrief geweigerd",
        "Toestemming geweigerd",
        "Nooit mailen",
        "Newsletter desativada",
        "Consentimento revogado",
        "Não receber o newsletter",
        "Opõe-se a marketing",
        "Zgoda cofnięta",
        "Newsletter wyłączony",
        "Nie chce newslettera",
        "メルマガ拒否",
        "メール配信不可",
        "案内不要",
    ],
)
def test_a_yes_to_no_marketing_is_a_no(tmp_path: Path, heading: str) -> None:
    """C18, import-facts 7: the heading turns the answer round; a no to it says nothing."""
    assert _consents(tmp_path, heading) == ((False,), ())


@pytest.mark.parametrize(
    "heading",
    [
        "Newsletter sent",
        "Newsletter coupon",
        "Marketing consent expired",
        "Marketing consent pending",
        "Email receipts accepted",
        "Transactional SMS consent",
        "Consenso privacy",
        "Toestemming foto's",
        "Einwilligung Datenschutz",
        "Zgoda na regulamin",
        "No. newsletter",
        "Newsletter Filiale Nord",
        "Newsletter Mai",
        "Newsletter removal queue",
        "Einwilligung fehlt",
        "Brak zgody marketing",
        "Werbeeinwilligung Post",
        "Postal marketing",
        "Print mailings",
        "Direct mail consent",
        "Catalog mailing",
        "GDPR consent",
        "GDPR opt-in",
        "DSGVO-Einwilligung",
        "Consentement RGPD",
        "AVG toestemming",
        "Consentimento LGPD",
        "Zgoda RODO",
        "Einwilligung",
        "拒否メルマガ",
    ],
)
def test_a_yes_to_something_else_is_no_agreement(tmp_path: Path, heading: str) -> None:
    """C18: of a heading that is not understood word for word, or asks for another thing, a yes says too little."""
    assert True not in _consents(tmp_path, heading)[0]


@pytest.mark.parametrize(
    "heading",
    [
        "Newsletter",
        "Yes/no: Marketing",
        "Werbung ja/nein",
        "Accepts Marketing",
        "Consenso trattamento dati per marketing",
        "Marketing permissions (GDPR)",
        "I agree to receive marketing emails",
        "Newsletter-Empfänger",
        "Möchte Newsletter erhalten",
        "Souhaite recevoir la newsletter",
        "Suscrito al boletín",
        "Iscritto alla newsletter",
        "Ingeschreven voor nieuwsbrief",
        "Aceita receber ofertas",
        "Zgoda na otrzymywanie newslettera",
        "メルマガ配信希望",
        "EU consent",
        "Buyer Accepts Marketing",
        "Shopify email marketing status",
        "Square email subscription status",
        "Receive exclusive offers",
        "Newsletter (x)",
    ],
)
def test_a_yes_to_marketing_stays_one(tmp_path: Path, heading: str) -> None:
    assert _consents(tmp_path, heading) == ((True,), (False,))


@pytest.mark.parametrize(
    "heading",
    [
        "Exclusive offers",
        "Exclusive newsletter",
        "Ofertas exclusivas",
        "Offres exclusives",
        "Exclusieve aanbiedingen",
        "10% off newsletter",
        "Off-season newsletter",
        "Non-profit newsletter",
        "Non-member newsletter",
        "Not emailed yet",
        "Email not opened",
        "Call not answered",
        "Telefon nicht erreicht",
        "SMS cancellation notice",
    ],
)
def test_a_yes_to_an_offer_or_of_a_deed_is_no_refusal(tmp_path: Path, heading: str) -> None:
    """Import-facts 7: a word such as “not” or the half of one in a heading need not turn its question round."""
    assert False not in _consents(tmp_path, heading)[0]


@pytest.mark.parametrize("heading", ["Newsletter since", "Newsletter seit", "Marketing consent given at"])
def test_the_day_since_when_she_has_letters_is_an_agreement(tmp_path: Path, heading: str) -> None:
    """Import-facts 7."""
    told = read_text(tmp_path, f"Email,{heading}\nann@example.com,2026-03-01\nbo@example.com,\n", "customers")
    assert told.column("consent_email") == [True, None]


def test_a_day_that_is_not_taken_for_an_agreement_is_told(tmp_path: Path) -> None:
    """Import-facts 7: no yes is passed over in silence, be it written as a word or as a day."""
    told = read_text(tmp_path, "Email,Newsletter Wien\nann@example.com,2026-03-01\nbo@example.com,\n", "customers")
    assert told.column("consent_email") == [None, None]
    assert [note.kind for note in told.plan.notes] == ["yes_unheard"]


@pytest.mark.parametrize("heading", ["GDPR consent", "Einwilligung", "Zgoda RODO"])
def test_who_may_not_be_stored_may_not_be_written_to(tmp_path: Path, heading: str) -> None:
    """C18: a no to processing is one to every channel; the owner is told that a yes there was not taken."""
    told = read_text(tmp_path, f"Email,{heading}\nann@example.com,yes\nbo@example.com,no\n", "customers")
    channels = ("email", "sms", "whatsapp", "call")
    assert [told.column(f"consent_{name}") for name in channels] == [[None, False]] * len(channels)
    assert [note.figures["column"] for note in told.plan.notes if note.kind == "yes_unheard"] == [heading]


def test_another_column_of_a_consent_keeps_its_yes(tmp_path: Path) -> None:
    told = read_text(tmp_path, "Email,Newsletter,GDPR consent\nann@example.com,yes,yes\nbo@example.com,yes,no\n")
    assert told.column("consent_email") == [True, False]
    assert not [note for note in told.plan.notes if note.kind == "yes_unheard"]


def test_a_day_of_refusing_is_a_no(tmp_path: Path) -> None:
    """C18, import-facts 7."""
    told = read_text(
        tmp_path, "Email,Newsletter refusée le\nann@example.com,2026-03-01\nbo@example.com,\n", "customers"
    )
    assert told.column("consent_email") == [False, None]


def test_a_bar_to_calls_is_none_to_letters(tmp_path: Path) -> None:
    rows = "Email,Keine Anrufe\nann@example.com,ja\nbo@example.com,nein\n"
    table = open_table(write(tmp_path, rows))
    plan = recognise(table, ImportKind.CUSTOMERS, settings=shop())
    (first, _) = (row.values for row in read(table, plan, shop()) if isinstance(row, Record))
    assert (first.get("consent_call"), first.get("consent_email")) == (False, None)


@pytest.mark.parametrize(
    "cell", ["0000-00-00 00:00:00", "0000-00-00", "00.00.0000", "1970-01-01", "01/01/1970 00:00", "9999-12-31"]
)
def test_a_day_that_is_none_is_no_agreement(tmp_path: Path, cell: str) -> None:
    """C18: with such days programs say that nobody ever agreed."""
    content = f"Email,Email opt in\nann@example.com,2026-02-03 10:00:00\nbo@example.com,{cell}\n"
    assert read_text(tmp_path, content, "customers").column("consent_email") == [True, None]


def test_one_who_left_among_thousands_is_heard(tmp_path: Path) -> None:
    """C18, import-facts 7: however rare the word, under whatever heading."""
    rows = "".join(f"p{at}@example.com,{'unsubscribed' if at == 7 else 'AB'[at % 2]}\n" for at in range(2500))
    told = read_text(tmp_path, f"Email,Segment\n{rows}", "customers")
    assert [at for at, word in enumerate(told.column("consent_email")) if word is False] == [7]


@pytest.mark.parametrize("heading", ["Newsletter abgelehnt", "SMS?"])
def test_an_odd_word_hides_no_refusal(tmp_path: Path, heading: str) -> None:
    """C18: the other cells of a column are heard as they are."""
    words = ["ja", "nein"] * 5 + ["evtl."]
    rows = "".join(f"p{at}@example.com,{word}\n" for at, word in enumerate(words))
    told = read_text(tmp_path, f"Email,{heading}\n{rows}", "customers")
    field = "consent_sms" if "SMS" in heading else "consent_email"
    assert told.column(field).count(False) >= 5
    assert True not in told.column(field)


@pytest.mark.parametrize(("words", "consents"), [("OI", [None, None]), ("O", [None]), ("ON", [True, False])])
def test_an_o_is_a_yes_only_beside_its_no(tmp_path: Path, words: str, consents: list[bool | None]) -> None:
    """C18: French lists write O and N, mailing programs O for “out”; where it is alone the owner is asked."""
    plan, found = _read(tmp_path, list(words))
    assert found == consents
    assert [question.options for question in plan.questions] == ([] if "N" in words else [tuple(words)])
    assert _read(tmp_path, list(words), {"o": "yes"})[1][0] is True


@pytest.mark.parametrize(
    ("word", "consent"),
    [
        ("No - asked to be removed", False),
        ("Nein (telefonisch am 3.5.)", False),
        ("nein: 14.02.2025", False),
        ("ja: 13.02.2025", True),
        ("Yes (2025-02-13)", True),
        ("\u00d7", False),
        ("○", True),
        ("withdrawn", False),
        ("nicht erteilt", False),
        ("Non accordé", False),
        ("Accordé", True),
    ],
)
def test_answers_in_more_words(tmp_path: Path, word: str, consent: bool) -> None:
    """C18: what somebody added to her no leaves it one; beside a yes only its day does."""
    plan, consents = _read(tmp_path, [word, "yes"])
    assert (consents[0], plan.questions) == (consent, [])
    assert len(_read(tmp_path, ["Yes (but no SMS)", "yes"])[0].questions) == 1
