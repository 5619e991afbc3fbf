"""Text messages are counted as the networks cut them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.domain.text_parts import plainer, sms_parts


@pytest.mark.parametrize(
    ("text", "parts", "per_part"),
    [
        ("", 0, 160),
        ("a" * 160, 1, 160),
        ("a" * 161, 2, 153),
        ("a" * 306, 2, 153),
        ("a" * 307, 3, 153),
        ("€" * 80, 1, 160),
        ("€" * 81, 2, 153),
        ("ä" * 160, 1, 160),
        ("–" + "a" * 69, 1, 70),
        ("–" + "a" * 70, 2, 67),
        ("😀" * 35, 1, 70),
        ("😀" * 36, 2, 67),
        ("a" * 152 + "€" + "a" * 10, 2, 153),
    ],
)
def test_parts(text: str, parts: int, per_part: int) -> None:
    """C11: 160 and 153 in GSM-7, 70 and 67 outside it; two-unit signs are never cut in half."""
    found = sms_parts(text)
    assert (found.parts, found.per_part) == (parts, per_part)


def test_costly_characters_are_named() -> None:
    """C11: what makes a message dear is told, and has a cheaper look-alike."""
    assert sms_parts("a – b ’ –").costly == ("–", "’")
    assert sms_parts(plainer("a – b ’ “x” …")).is_gsm


@given(st.text(max_size=400))
def test_counts_add_up(text: str) -> None:
    """C11: the parts hold the text, and none of them is empty."""
    found = sms_parts(text)
    assert found.units <= found.parts * found.per_part
    assert 0 <= found.left <= found.per_part or not text
