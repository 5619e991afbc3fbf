"""The one style sheet (resources/theme/window.qss): what a palette can't say. It follows tokens and text size."""

from functools import cache

from PySide6.QtGui import QFont, QFontMetrics

from reengage_desktop.resources import resource_path
from reengage_desktop.ui.theme.tokens import Tokens

_SIZES = {"size": 1.0, "title": 1.6, "heading": 1.15, "figure": 2.1}
_LETTERS = (10, 14, 16, 18, 22, 36, 48, 60, 70)
"""The sheet gives fields so many letters of room (`%(letters_22)spx`)."""
_LINES = 3


@cache
def _sheet() -> str:
    return resource_path("theme", "window.qss").read_text(encoding="utf-8")


def style_sheet(tokens: Tokens, point_size: float) -> str:
    """The sheet for a theme at a base text size in points."""
    values: dict[str, str] = {key: str(value) for key, value in tokens._asdict().items()}
    values |= {name: f"{point_size * factor:.1f}" for name, factor in _SIZES.items()}
    for name, file in (("down", "chevron-down"), ("up", "chevron-up"), ("check", "check")):
        values[name] = resource_path("icons", "theme", f"{file}-{tokens.name}.svg").as_posix()
    metrics = _metrics(point_size)
    values |= {f"letters_{count}": str(count * metrics.averageCharWidth()) for count in _LETTERS}
    values["lines"] = str(_LINES * metrics.lineSpacing() + 12)
    values["dot"] = resource_path("icons", "theme", "dot.svg").as_posix()
    return _sheet() % values


def _metrics(point_size: float) -> QFontMetrics:
    font = QFont()
    font.setPointSizeF(point_size)
    return QFontMetrics(font)
