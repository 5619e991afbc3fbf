"""Letters that were encoded twice, `Ã¼` for `ü`: UTF-8 was taken for the code page of Windows and encoded again."""

import re

_BYTES = {bytes([byte]).decode("cp1252", "ignore") or chr(byte): byte for byte in range(0x80, 0x100)} | {
    chr(byte): byte for byte in range(0x80, 0x100)
}
_FOLLOWING = "[" + "".join(char for char, byte in _BYTES.items() if byte < 0xC0) + "]"
_TWICE = re.compile(f"[ÂÃÄÅ]{_FOLLOWING}|â[€\u201a]{_FOLLOWING}")
_IS_TWICE = re.compile(rb"\xc3\x83\xc2[\xa1-\xba\xbc-\xbf]")
"""In UTF-8: `Ã` before a sign that stands behind no letter in any language."""


def has_twice_encoded(block: bytes) -> bool:
    """Whether some letter in UTF-8 was plainly encoded twice."""
    return _IS_TWICE.search(block) is not None


def once_encoded(text: str) -> str:
    """A text of such a file with its letters right; those that were encoded once stay."""
    return _TWICE.sub(
        lambda found: bytes(map(_BYTES.__getitem__, found[0])).decode("utf-8", "ignore") or found[0], text
    )
