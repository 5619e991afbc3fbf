"""How the window looks: two palettes of measured contrast, one small style sheet, text that can grow."""

from reengage_desktop.ui.theme.apply import STYLE_ARGUMENTS, STYLED, apply_theme, current_tokens, tone_colour
from reengage_desktop.ui.theme.tokens import DARK, LIGHT, Tokens, Tone, contrast

__all__ = [
    "DARK",
    "LIGHT",
    "STYLED",
    "STYLE_ARGUMENTS",
    "Tokens",
    "Tone",
    "apply_theme",
    "contrast",
    "current_tokens",
    "tone_colour",
]
