"""What the name of a file says of whom it lists, however its letters are written."""

import unicodedata
from pathlib import Path

import pytest

from reengage_desktop.connectors.recognising.kinds.file_names import never_agreed, says_left

_LEFT = (
    "désinscrits|Désabonnés 2026|opted_out|opt_out_list|unsubs|DND list|Do Not Disturb|no_newsletter|kein Newsletter|"
    "keine Werbung|Werbesperre|revoked consents|consent withdrawn|Gelöschte Kontakte|invalid emails|not-to-contact|"
    "Nicht kontaktieren|ne pas contacter|no contactar|non contattare|niet mailen|uitschrijvingen|Excluídos|退订名单|"
    "配信解除|STOP|sms stop list"
).split("|")
_STAYED = (
    "one-stop-shop customers|bus-stop-customers|non-stop|no-bounces|active_no_unsubscribes|Kunden ohne Désinscriptions|"
    "exclusive customers|cleaned customers|customers_removed_duplicates|customers without email|ノート"
).split("|")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("name", _LEFT)
def test_those_who_left(name: str, form: str) -> None:
    """D2, C18: a list of leavers is one with marks over its letters, and as a Mac writes them."""
    assert says_left(Path(unicodedata.normalize("NFC" if form == "NFC" else "NFD", name) + ".csv"))


@pytest.mark.parametrize("name", _STAYED)
def test_those_who_stayed(name: str) -> None:
    """D2: nobody is taken for gone by the name of the shop."""
    assert not says_left(Path(f"{name}.csv"))


@pytest.mark.parametrize(
    "name", ["Neukunden nicht bestätigt", "Non confirmés", "non-abonnés", "niet bevestigd", "pending_doi"]
)
def test_those_who_never_agreed(name: str) -> None:
    """C18: who did not confirm has not agreed, whatever a column says."""
    assert never_agreed(Path(f"{name}.csv"))
    assert never_agreed(Path("Milano confirmed orders.csv")) is None
