"""What a greeting calls somebody of whom only the full name is known."""

import pytest

from reengage_desktop.domain.first_names import first_name_in


@pytest.mark.parametrize(
    "name",
    ["Ann", "Ann Lee", "Lee, Ann", "Lee, Dr. Ann", "Dr. Ann Lee", "Ann Lee, Jr.", "Ann Lee, PhD, MBA", "Ann Lee,",
     "Prof. Dr. med. Ann Lee", "Frau Dr. Ann Lee", "Herrn Ann Lee", "Dipl.-Ing. Ann Lee", "Mme Ann Lee", " Ann  Lee ",
     "Lee, Ann, PhD", "O'Brien, Ann", "van der Berg, Ann", "Lee,Ann", "Sig.ra Ann Lee", "Mevr. Ann Lee", "Ann E Lee",
     "Pani Ann Lee", "Ann del Carmen", "Mr/Mrs Ann Lee", "Professor Ann Lee"],
)  # fmt: skip
def test_the_first_name_is_found(name: str) -> None:
    """A9: titles and what follows a name are no names."""
    assert first_name_in(name) == "Ann"


@pytest.mark.parametrize(
    "name",
    [None, "", " ", ",", "Frau Müller", "Mr Smith", "Herr Dr. Müller", "Familie Müller", "Fam. Müller", "Mme Dupont",
     "M. Dupont", "Mr. & Mrs. Smith", "Herr", "A. Lee", "Müller GmbH", "Smith, Jones Ltd", "ann@example.com",
     "Mr and Mrs Smith", "Herr und Frau Müller", "Müller & Söhne", "Smith, John and Mary", "van der Berg", "de la Cruz",
     "李 小龍", "佐藤 太郎", "김 민수", "Blumen AG", "Acme, Inc.", "Corner Shop B.V.", "Guest", "Gast", "n/a",
     "Walk-in Lee", "12345", "The Corner Shop", "(unknown)", "Ann/Bob Lee", "Professor Lee",
     "Monsieur et Madame Dupont", "Dr. Lee"],
)  # fmt: skip
def test_nobody_is_called_by_a_title_or_a_last_name(name: str | None) -> None:
    """A9: “Hallo Müller” and “Hi PhD” are worse than a greeting without a name."""
    assert first_name_in(name) is None


@pytest.mark.parametrize("name", ["李小龍", "Jean-Pierre", "D'Angelo", "प्रिया", "Đặng", "ANN"])
def test_names_of_many_cultures_stay_as_they_are(name: str) -> None:
    """A9: a name that stands alone is what she is called, in whatever script."""
    assert first_name_in(name) == name
