"""How the window may look: theme, size, language, direction and size of the text."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt

USUAL = QSize(1280, 760)
SMALL = QSize(960, 600)


@dataclass(frozen=True)
class Look:
    """One way to show every screen. `language` may be `pseudo`: English made longer, to find what doesn't fit."""

    name: str
    theme: str = "light"
    size: QSize = USUAL
    language: str = "en"
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight
    text_size: int = 100


LOOKS = (
    Look("light-1280"),
    Look("light-960", size=SMALL),
    Look("dark-1280", theme="dark"),
    Look("dark-960", theme="dark", size=SMALL),
)
"""The looks that every change of a screen is looked at in."""

MORE_LOOKS = (
    Look("german-960", size=SMALL, language="de"),
    Look("german-1280", language="de"),
    Look("pseudo-960", size=SMALL, language="pseudo"),
    Look("mirrored-1280", direction=Qt.LayoutDirection.RightToLeft),
    Look("large-1280", text_size=150),
    Look("large-960", size=SMALL, text_size=150),
)
"""Asked for by `--looks`."""


def find_looks(words: list[str]) -> list[Look]:
    """The looks whose names hold one of the words; without words the usual four; `all` gives all."""
    if not words:
        return list(LOOKS)
    return [
        look for look in LOOKS + MORE_LOOKS if any(word in (look.name, "all") or word in look.name for word in words)
    ]
