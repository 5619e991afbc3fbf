"""A column of addresses is read as each of them would be."""

from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.domain.contacts import normalise_email, normalise_emails, usual_emails

USUAL = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,5}[a-z0-9]@[a-z0-9]{1,4}\.example\.(com|org)", fullmatch=True)
ODD = st.sampled_from(
    ("", " ", "n/a", "anna@example.com\n", "anna@example.com\nben@example.com", "a..b@example.org", "x@y", "Zoë")
)


@given(st.lists(USUAL | ODD, max_size=6))
def test_a_column_says_what_each_address_says_or_leaves_it_to_them(texts: list[str]) -> None:
    """Requirements D2: the quick way is never another way."""
    found = normalise_emails(texts)
    assert found is None or found == [normalise_email(text) for text in texts]


@given(st.lists(USUAL.filter(lambda text: ".." not in text) | st.just(""), min_size=1, max_size=6))
def test_usual_addresses_need_no_second_look(texts: list[str]) -> None:
    """Row 3 of performance.md: the pattern alone settles a column of them."""
    assert normalise_emails(texts) == [normalise_email(text) for text in texts]


def test_an_address_stays_the_mailbox_that_it_is() -> None:
    """C10: small letters only; a letter that is taken apart would write to a stranger."""
    assert normalise_email(" Weiß@Example.COM ") == "weiß@example.com"
    assert normalise_email("weiss@example.com") == "weiss@example.com"


def test_a_domain_ends_in_two_letters_at_least() -> None:
    """D2, import-facts 12: one letter is a cut `.com`, and nobody's."""
    assert normalise_email("ann@shop.example.com".removesuffix("om")) is None
    assert normalise_email("ann@shop.example.com".removesuffix("m")) is not None


@given(st.lists(USUAL | ODD | st.emails() | st.text(max_size=12), max_size=40))
def test_the_usual_ones_among_any_texts_are_what_each_of_them_is_alone(texts: list[str]) -> None:
    """Row 3 of performance.md: beside a cell that is no address the others are still read together, and alike."""
    found = usual_emails(texts)
    assert found == {text: normalise_email(text) for text in found}


@given(st.lists(USUAL.filter(lambda text: ".." not in text), min_size=1, max_size=6))
def test_a_usual_address_is_found_beside_odd_ones(texts: list[str]) -> None:
    """Row 3 of performance.md: what the pattern settles needs no second look."""
    assert set(usual_emails([*texts, "n/a", "x@y", ""])) == set(texts)
