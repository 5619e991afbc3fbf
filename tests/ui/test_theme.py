"""The palettes: every pair of colours that occurs can be read, in both themes, and the icons follow."""

import pytest
from PySide6.QtWidgets import QApplication

from reengage_desktop.resources import resource_path
from reengage_desktop.ui.icons import icon
from reengage_desktop.ui.theme import DARK, LIGHT, Tokens, apply_theme, contrast, current_tokens
from reengage_desktop.ui.theme.tokens import READ_ON, SEEN_ON


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("words", "surface", "least"),
    [(words, surface, 4.5) for words, surfaces in READ_ON for surface in surfaces]
    + [(mark, surface, 3.0) for mark, surfaces in SEEN_ON for surface in surfaces],
)
def test_every_pair_can_be_read(tokens: Tokens, words: str, surface: str, least: float) -> None:
    """Text has 4.5 to 1 or more on every surface it lies on, edges and marks 3 to 1 (WCAG 1.4.3, 1.4.11)."""
    assert contrast(getattr(tokens, words), getattr(tokens, surface)) >= least


def test_contrast_is_wcags() -> None:
    """Black on white is 21, the order does not matter."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)


def test_icons_take_the_colour_of_the_theme(qapp: QApplication) -> None:
    """The same icon object is dark on light and light on dark."""
    picture = icon("house")
    middles = []
    for theme in ("light", "dark"):
        apply_theme(qapp, theme)
        image = picture.pixmap(64, 64).toImage()
        drawn = [image.pixelColor(x, y) for x in range(64) for y in range(64) if image.pixelColor(x, y).alpha() == 255]
        middles.append(sum(colour.lightness() for colour in drawn) / len(drawn))
        assert current_tokens().name == theme
    assert middles[0] < 60
    assert middles[1] > 200


def test_every_icon_can_be_recoloured_and_its_licence_is_there() -> None:
    """The vendored pictures draw in currentColor, and lucide's licence lies beside them."""
    folder = resource_path("icons", "lucide")
    pictures = list(folder.glob("*.svg"))
    assert len(pictures) > 40
    assert all("currentColor" in picture.read_text(encoding="utf-8") for picture in pictures)
    assert "ISC License" in (folder / "LICENSE").read_text(encoding="utf-8")


def test_text_grows_with_the_setting(qapp: QApplication) -> None:
    """App text size 150 % gives one and a half times the point size, and 100 % gives it back."""
    apply_theme(qapp, "light", 100)
    usual = qapp.font().pointSizeF()
    apply_theme(qapp, "light", 150)
    assert qapp.font().pointSizeF() == pytest.approx(usual * 1.5)
    apply_theme(qapp, "light", 100)
    assert qapp.font().pointSizeF() == pytest.approx(usual)
