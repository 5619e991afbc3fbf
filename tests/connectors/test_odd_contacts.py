"""Phone numbers and e-mail addresses as people type them into cells: each read, blank, or told to be none (D2)."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reengage_desktop.connectors.checking.plan import Source
from reengage_desktop.connectors.checking.readers import BadCell, Value, phone_reader, reader_of
from reengage_desktop.connectors.vocabulary.fields import ValueType
from tests.connectors.tables import read_text

_FOLDER = Path(__file__).parent / "unseen"


def _lines(name: str) -> Iterator[list[str]]:
    """The parts of a file's lines: the cell and what it comes to, `-` where it is blank and `!` where it is refused."""
    for line in (_FOLDER / name).read_text("utf-8").splitlines():
        cell, expected = line.rsplit("|", 1)
        yield [cell.replace("\\t", "\t"), expected]


def _read(read: Callable[[str], Value], cell: str) -> Value:
    try:
        found = read(cell)
    except BadCell:
        return "!"
    return "-" if found is None else found


def test_phones_as_people_type_them() -> None:
    """D2: extensions, several in a cell, words, dropped zeros and pluses, of some forty countries; none is guessed."""
    told = [(*cell.split("|", 1), expected) for cell, expected in _lines("phones.txt")]
    found = [(region, cell, _read(phone_reader(region), cell)) for region, cell, _ in told]
    assert found == told
    assert len(told) > 200


def test_addresses_as_people_type_them() -> None:
    """D2: names, links and second addresses beside them, signs left over; nothing broken is put together."""
    read = reader_of(Source("email", ValueType.EMAIL, ("Email",)), may_flip_names=False)
    told = [(cell, expected) for cell, expected in _lines("addresses.txt")]
    assert [(cell, _read(read, cell)) for cell, _ in told] == told
    assert len(told) > 90


@pytest.mark.parametrize(
    "heading",
    ["Emergency contact {}", "Next of kin {}", "Spouse {}", "Referrer {}", "Assistant {}", "Notfall-{}", "{} conyuge"],
)
def test_somebody_elses_address_is_not_hers(tmp_path: Path, heading: str) -> None:
    """C18: who is named beside a customer never agreed to anything, and never bought."""
    header = ",".join(heading.format(what) for what in ("Email", "Phone"))
    rows = "Ann,ann@example.com,,mum@example.com,+12025550143\nBo,,+12025550144,dad@example.com,+12025550145\n"
    read = read_text(tmp_path, f"Name,Email,Phone,{header}\n{rows}", "customers")
    assert read.column("email") == ["ann@example.com", None]
    assert read.column("phone") == [None, "+12025550144"]


@pytest.mark.parametrize(
    ("cell", "region", "number"),
    [
        ("49 030 123456", "DE", "+4930123456"),
        ("49 (0) 30 123456", "DE", "+4930123456"),
        ("43 0664 1234567", "AT", "+436641234567"),
        ("04903 123456", "DE", "+494903123456"),
    ],
)
def test_the_countrys_code_without_its_plus_before_a_nought(cell: str, region: str, number: str) -> None:
    """Issue 4: the code and then the number as it is dialled at home; no town far away is rung up."""
    assert phone_reader(region)(cell) == number


@pytest.mark.parametrize(
    ("cell", "tags"),
    [
        ('["VIP", "Blog"]', ("VIP", "Blog")),
        ("['VIP', 'Blog']", ("VIP", "Blog")),
        ("[]", None),
        ("VIP|Blog", ("VIP", "Blog")),
        ("VIP | Blog", ("VIP", "Blog")),
        ("VIP, A|B", ("VIP", "A|B")),
        ("[VIP] Berlin", ("[VIP] Berlin",)),
    ],
)
def test_tags_as_programs_list_them(cell: str, tags: tuple[str, ...] | None) -> None:
    """Import-facts 7: a list's signs are no part of a tag."""
    assert reader_of(Source("tags", ValueType.TAGS, ("Tags",)), may_flip_names=False)(cell) == tags
