"""What the owner changes in the table of columns is told to the check, and what was recognised stays recognised."""

from reengage_desktop.ui.importing.owner_words import Understood

FEEDS = Understood(
    columns={"name": "Name", "phone": "Mobile", "customer_id": "Buyer", "nick": "Buyer", "consent_email": "Left"},
    groups={"phone": ("Mobile", "Phone"), "consent_email": ("Left", "Since", "Asked"), "created": ("Since", "Asked")},
    is_sure=True,
)
SHOWN = {**FEEDS.shown}


def _after(**changes: str) -> dict[str, str]:
    shown = {**SHOWN, **changes}
    return FEEDS.words({column: name for column, name in shown.items() if name})


def test_nothing_changed_says_nothing() -> None:
    """What was recognised is not said again."""
    assert _after() == {}


def test_a_field_goes_to_another_column() -> None:
    """The new column is named, the old one is left."""
    assert _after(Name="", Note="name") == {"name": "Note"}


def test_what_is_left_out_is_said() -> None:
    """Empty is the owner's word for nothing; a column that feeds two fields leaves both."""
    assert _after(Name="") == {"name": ""}
    assert _after(Buyer="") == {"customer_id": "", "nick": ""}


def test_one_of_several_is_left_out() -> None:
    """The rest is named, seen or unseen: what is left out feeds nothing any more."""
    assert _after(Phone="") == {"phone": "Mobile"}
    assert _after(Asked="", Since="") == {"consent_email": "left\n", "created": ""}


def test_a_consent_keeps_its_other_columns() -> None:
    """C18, D2: one that gets another meaning, or none, takes no other one's no with it; one may be added."""
    assert _after(Since="city") == {"city": "Since", "consent_email": "left\nasked\n", "created": "Asked"}
    assert _after(Left="") == {"consent_email": "since\nasked\n", "created": "since\nasked\n"}
    assert _after(Note="consent_email") == {"consent_email": "left\nsince\nasked\nnote\n", "created": "since\nasked\n"}


def test_a_column_that_is_named_goes_on_feeding_its_other_fields() -> None:
    """A named column feeds nothing else by itself, so its other fields are named with it."""
    both = Understood({"product_id": "SKU", "sku": "SKU"}, {"product_id": ("SKU", "Title")}, is_sure=True)
    assert both.words({"SKU": "sku"}) == {"product_id": "SKU", "sku": "SKU"}


def test_a_guess_is_said_as_a_whole() -> None:
    """Where nothing is sure, all that is shown has to be said."""
    guess = Understood({"name": "Who"})
    assert guess.words({"Who": "name", "Where": "city"}) == {"name": "Who", "city": "Where"}
    assert guess.words({"Where": "city"}) == {"city": "Where", "name": ""}
