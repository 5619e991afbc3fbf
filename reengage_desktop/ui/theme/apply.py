"""Puts a theme on the running application, and says which one it wears."""

import sys

from PySide6 import QtCore
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from reengage_desktop.ui.theme.stylesheet import style_sheet
from reengage_desktop.ui.theme.tokens import DARK, LIGHT, Tokens, Tone

_PROPERTY = "reengage_theme"
_BASE_POINT_SIZE = "reengage_base_point_size"
STYLED = "reengage_styled"
"""The application's property that says that it began with `STYLE_ARGUMENTS`."""
STYLE_ARGUMENTS = ("-style", "fusion")
"""What an application's arguments say of its style."""


def apply_theme(app: QApplication, theme: str, text_size_percent: int = 100) -> Tokens:
    """Dresses the application at a stretch in `light`, `dark` or what the system wears (`auto`), its text of that size.

    For an application without a window yet; an open one is dressed by `Restyling`.
    """
    tokens, point_size = _chosen(app, theme), _point_size(app, text_size_percent)
    use_font(app, point_size)
    app.setProperty(_PROPERTY, tokens.name)
    # One sheet put over another costs six times what taking the old one off first does: each widget passes its font on.
    app.setStyleSheet("")
    app.setPalette(palette_of(tokens))
    app.setStyleSheet(style_sheet(tokens, point_size))
    return tokens


def change_sheet(app: QApplication, theme: str, text_size_percent: int) -> tuple[Tokens, float]:
    """Puts a sheet in place of the one that is worn, and no widget reads it; gives the theme and its text's points."""
    tokens, point_size = _chosen(app, theme), _point_size(app, text_size_percent)
    app.setProperty(_PROPERTY, tokens.name)
    # So the style forgets which widgets have read the old sheet: it makes all that it knows read the new one at once.
    app.style().unpolish(app)
    app.setPalette(palette_of(tokens))
    app.setStyleSheet(style_sheet(tokens, point_size))
    return tokens, point_size


def use_font(app: QApplication, point_size: float) -> None:
    """Text of that size for what the sheet does not reach."""
    font = app.font()
    if font.pointSizeF() != point_size:
        font.setPointSizeF(point_size)
        app.setFont(font)


def _point_size(app: QApplication, percent: int) -> float:
    base = app.property(_BASE_POINT_SIZE)
    if base is None:
        base = float(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF())
        app.setProperty(_BASE_POINT_SIZE, base)
        if not app.property(STYLED):
            app.setStyle("Fusion")
    return float(base) * percent / 100


def current_tokens() -> Tokens:
    """The colours that the running application wears."""
    app = QApplication.instance()
    return DARK if app is not None and app.property(_PROPERTY) == DARK.name else LIGHT


def tone_colour(tone: Tone) -> QColor:
    """A tone's colour in the current theme."""
    return QColor(current_tokens().tone(tone))


def palette_of(tokens: Tokens) -> QPalette:
    """The palette of a theme, all three colour groups."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.window,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.base,
        QPalette.ColorRole.AlternateBase: tokens.alt,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.Button: tokens.card,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.BrightText: tokens.bad,
        QPalette.ColorRole.Highlight: tokens.highlight,
        QPalette.ColorRole.HighlightedText: tokens.on_highlight,
        QPalette.ColorRole.PlaceholderText: tokens.muted,
        QPalette.ColorRole.ToolTipBase: tokens.card,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.LinkVisited: tokens.accent,
        QPalette.ColorRole.Accent: tokens.accent,
        QPalette.ColorRole.Light: tokens.card,
        QPalette.ColorRole.Midlight: tokens.hover,
        QPalette.ColorRole.Mid: tokens.border,
        QPalette.ColorRole.Dark: tokens.border,
        QPalette.ColorRole.Shadow: tokens.line,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return palette


def _chosen(app: QApplication, theme: str) -> Tokens:
    if theme == "auto":
        return DARK if _is_dark(app) else LIGHT
    return DARK if theme == "dark" else LIGHT


def _is_dark(app: QApplication) -> bool:
    """Whether the system wears dark colours.

    The first time, on desktops whose palette follows the system, the palette tells: Qt's own answer would cost 50 ms
    before the first paint.
    """
    if app.property(_PROPERTY) is None and sys.platform not in ("win32", "darwin"):
        palette = app.palette()
        window, text = palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.WindowText)
        return window.lightness() < text.lightness()
    return app.styleHints().colorScheme() == QtCore.Qt.ColorScheme.Dark
