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
