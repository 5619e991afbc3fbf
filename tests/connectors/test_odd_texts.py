"""Text files that nobody showed us, odd in what stands between and around their cells (D2, issue 4)."""

from pathlib import Path

import pytest

from reengage_desktop.connectors.vocabulary.refusals import FileRefused
from tests.connectors.tables import Read, write
from tests.connectors.unseen.case import shown
from tests.connectors.unseen.odd_texts import REFUSED, TEXTS


@pytest.mark.parametrize(("content", "expected", "rejected"), TEXTS)
def test_an_odd_text_is_read(
    tmp_path: Path, content: str | bytes, expected: dict[str, list[str | bool | None]], rejected: list[int]
) -> None:
    """D2, promise 20: every record as a person reads it; what is none is told with its line."""
    read = Read(write(tmp_path, content))
    assert {field: [shown(value) for value in read.column(field)] for field in expected} == expected
    assert read.rejected == rejected


@pytest.mark.parametrize(("content", "words"), REFUSED)
def test_what_is_no_list_is_refused(tmp_path: Path, content: str | bytes, words: str) -> None:
    """Import-facts 13: it says what the file is, and nobody is made a customer by it."""
    with pytest.raises(FileRefused, match=words):
        Read(write(tmp_path, content))
