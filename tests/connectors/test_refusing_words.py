"""What somebody wrote down of who wants no letters, and what only sounds like it."""

from pathlib import Path

import pytest

from reengage_desktop.connectors.vocabulary.refusing import refuses_letters
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


@pytest.mark.parametrize("remark", _NOES)
def test_a_no_in_ones_own_words_is_one(tmp_path: Path, remark: str) -> None:
    """D2, C18, import-facts 7: a yes elsewhere in the row is none beside it."""
    text = f'Email,Accepts marketing,Notes\nann@example.com,yes,"{remark}"\nbob@example.com,yes,VIP\n'
    assert read_text(tmp_path, text, "customers").column("consent_email") == [False, True]


@pytest.mark.parametrize("remark", _NO_NOES)
def test_what_only_sounds_like_a_no_is_none(remark: str) -> None:
    """D2: a customer who said nothing of the kind is not lost to a remark."""
    assert not refuses_letters(remark)


def test_a_newsletter_of_those_who_work_for_no_profit_is_no_refusal(tmp_path: Path) -> None:
    """D2: what is neither yes nor no is asked."""
    text = "Email,Newsletter consent\nann@example.com,Non-profit newsletter\nbob@example.com,Yes\ncy@example.com,No\n"
    read = read_text(tmp_path, text, "customers")
    assert read.column("consent_email") == [None, True, False]
    assert len(read.plan.questions) == 1
