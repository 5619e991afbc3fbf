"""A customer's reply: an opt-out in any spelling of the word, perhaps one, or something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.domain.stop_words import START_WORDS, STOP_WORDS, Wish, read_wish


@pytest.mark.parametrize(
    "text",
    [
        "STOP", "stop", " Stop.\n", "“STOP”", "STOP!!!", "Stopall", "UNSUBSCRIBE", "end", "Quit", "CANCEL", "revoke",
        "optout", "OPT OUT", "Opt-Out", "opt\u00a0out", "ARRET", "Arrêt", "arre\u0302t", "REMOVE", "TD",
        "\uff33\uff34\uff2f\uff30", "Stopp!", "Abmelden", "abbestellen",
    ],
)  # fmt: skip
def test_the_exact_word_is_an_opt_out(text: str) -> None:
    """C18: casefolded, trimmed, without punctuation and accents."""
    assert read_wish(text) is Wish.STOP


@pytest.mark.parametrize(
    "text", ["End of month is fine", "STOP PLEASE", "stop, I moved", "Cancel my order", "opt out now"]
)
def test_a_text_that_begins_with_one_may_be(text: str) -> None:
    """C18: it suppresses and goes to the owner."""
    assert read_wish(text) is Wish.MAYBE_STOP


@pytest.mark.parametrize(
    "text",
    ["Please don't write again", "I want no more e-mails!", "Bitte schreiben Sie mir nicht", "Keine Werbung, danke."],
)
def test_a_text_that_seems_to_say_no_may_be_one(text: str) -> None:
    """C18: free words that mean stop go to the owner too."""
    assert read_wish(text) is Wish.MAYBE_STOP


SEEMING_IN_LANGUAGES = {
    "en": ("Please stop", "pls stop!!", "Why don’t you leave me alone", "How can I unsubscribe?", "Lose my number."),
    "de": ("Bitte keine Nachrichten mehr", "Lassen Sie mich in Ruhe!", "Tragen Sie mich aus dem Verteiler aus"),
    "fr": ("Ne m’écrivez plus, merci", "Je ne veux plus recevoir vos messages", "Désinscrivez-moi svp"),
    "es": ("Por favor, no me escriban más", "Quiero darme de baja", "No quiero recibir publicidad"),
    "it": ("Per favore non scrivetemi più", "Non voglio più ricevere SMS", "Smettete di chiamarmi"),
    "nl": ("Graag niet meer mailen", "Schrijf mij uit a.u.b.", "Ik wil geen reclame"),
    "pt": ("Por favor não me enviem mais nada", "Não quero receber mensagens", "Parem de me ligar"),
    "pl": ("Proszę nie pisać", "nie wysylajcie mi wiecej sms", "Nie życzę sobie reklam"),
    "sv": ("Snälla skicka inte mer", "Sluta skicka reklam"),
    "da": ("Venligst send mig ikke flere", "Lad mig være i fred"),
    "no": ("Ikke send mer", "Slutt å sende meldinger"),
    "fi": ("Ei enää viestejä, kiitos",),
    "cs": ("Prosím neposílejte mi zprávy",),
    "tr": ("Lütfen mesaj atmay\u0131n", "LUTFEN MESAJ ATMAYIN"),
    "ru": ("Пожалуйста, больше не пишите мне",),
    "ja": ("今後メールを送らないでください", "配信を停止してください。"),
    "zh": ("请不要再发了", "我要退订"),
    "ko": ("이제 그만 보내세요",),
}


@pytest.mark.parametrize("text", [text for texts in SEEMING_IN_LANGUAGES.values() for text in texts])
def test_a_no_is_understood_in_the_shop_s_languages(text: str) -> None:
    """Issue 6: free text that seems to say no goes to the owner, whatever language it is in."""
    assert read_wish(text) is Wish.MAYBE_STOP


@pytest.mark.parametrize(
    "text",
    ["Désinscription", "desabonner", "BAJA", "¡Baja!", "Cancelar", "disiscrivimi", "Basta!", "Afmelden", "uitschrijven",
     "Sair", "Rezygnuję", "REZYGNUJE", "Avregistrera", "Afmeld", "avmeld", "Lopeta", "ODHLÁSIT", "İPTAL", "IPTAL",
     "СТОП", "停止", "「配信停止」", "ストップ", "退订", "수신거부",
     "הסר", "إلغاء", "توقف", "Στοπ", "ΔΙΑΓΡΑΦΗ", "ยกเลิก", "berhenti", "Huỷ", "leiratkozás", "Dezabonare", "退訂"],
)  # fmt: skip
def test_the_carriers_words_of_other_countries_are_opt_outs(text: str) -> None:
    """Issue 6, C18: words that mean stop, in the shop's languages."""
    assert read_wish(text) is Wish.STOP


@pytest.mark.parametrize(
    "text",
    ["No thanks, STOP", "Don't ever text me again", "Never text me again", "not interested", "Wrong number!",
     "Go away", "please cancel my subscription", "Bitte stopp", "Kein Interesse"],
)  # fmt: skip
def test_a_no_in_everyday_words_is_heard(text: str) -> None:
    """C18: kept out, and shown to the owner."""
    assert read_wish(text) is Wish.MAYBE_STOP


@pytest.mark.parametrize(
    "text",
    ["I can't stop wearing it", "Don't stop sending these, I love them", "Never stop writing to me",
     "My children won't stop calling it beautiful!", "Is there a bus stop near the shop?", "Nonstop compliments",
     "Ich kann nicht aufhören, sie zu tragen", "Ich sehe mich in Ruhe um", "Schreiben Sie mir, wenn es da ist",
     "Je n’arrête pas de la porter", "J'en veux plus !", "No deja de gustarme", "No me queda bien, ¿lo cambian?",
     "Non smettete di fare queste scarpe", "Mi basta la taglia M", "Ik blijf ze dragen, niet te stoppen",
     "Nunca parem de fazer isto", "Nie mogę przestać ich nosić", "Skriv gärna igen", "Send gerne flere",
     "毎日着ています。最高です", "很喜欢 谢谢", "정말 마음에 들어요"],
)  # fmt: skip
def test_praise_and_questions_are_no_alarm(text: str) -> None:
    """A negative control: words that look like a no and are none leave the customer where she is."""
    assert read_wish(text) is Wish.NONE


@pytest.mark.parametrize("text", ["START", "unstop", "Start!"])
def test_start_is_for_the_owner(text: str) -> None:
    assert read_wish(text) is Wish.START


@pytest.mark.parametrize(
    "text",
    ["YES", "yes please", "", " ", "?", "👍", "Stopping by tomorrow", "I can't stop buying", "weekend", "HELP", "INFO",
     "opt", "start again", "Tdi"],
)  # fmt: skip
def test_the_rest_is_a_reply(text: str) -> None:
    """YES is nothing: a word that could mean anything never re-subscribes anybody."""
    assert read_wish(text) is Wish.NONE


@given(st.sampled_from(STOP_WORDS), st.text(alphabet=" .!?,;:-_'\"()\n\t*", max_size=5), st.randoms())
def test_no_spelling_of_a_stop_word_is_missed(words: tuple[str, ...], around: str, dice: "object") -> None:
    text = around + " ".join(words) + around
    assert read_wish(text) is Wish.STOP
    assert read_wish(text.upper()) is Wish.STOP
    assert read_wish(text + " thanks") is Wish.MAYBE_STOP


@given(st.text())
def test_any_text_has_a_wish(text: str) -> None:
    assert read_wish(text) in Wish


def test_no_word_means_both() -> None:
    assert not set(STOP_WORDS) & set(START_WORDS)
