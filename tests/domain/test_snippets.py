"""What the editor inserts is sound, and is never an empty place."""

import pytest

from reengage_desktop.domain import templating
from reengage_desktop.domain.fields import CODE_FIELDS, FIELDS
from reengage_desktop.domain.mail_layout import Footer, lay_out
from reengage_desktop.domain.snippets import Piece, field_snippet, piece
from reengage_desktop.domain.stand_ins import StandIn, values_of

LANGUAGES = ("en", "de")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FIELDS)
def test_every_field(name: str, language: str) -> None:
    """C15: a chip's text is sound, and of a customer of whom nothing is known it still says something."""
    text = field_snippet(name, language)
    assert templating.check(text) == []
    if name != "products":
        assert templating.render(text, values_of(StandIn.BARE)).strip()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", Piece)
def test_every_piece(which: Piece, language: str) -> None:
    """C15: a piece is sound and becomes what it is called."""
    text = piece(which, language)
    assert templating.check(text) == []
    filled = templating.render(text, values_of(StandIn.EXAMPLE))
    html, _plain = lay_out(filled, Footer("Shop", "Street 1", None, "en"), subject="", preheader=None)
    sign = {
        "title": "<h1",
        "button": "inline-block",
        "products": "<ul",
        "offer": "#eef4fb",
        "list": "<ul",
        "line": "<hr",
    }
    assert sign.get(which, "<p") in html


def test_the_offer_makes_a_code() -> None:
    """A8: the piece with the offer names the code, so that one is made for each message."""
    assert templating.fields_of(piece(Piece.OFFER, "en")) & CODE_FIELDS
