"""The recipes as cards: what each brings, whom it fits, and how many that are right now."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import groups
from reengage_desktop.ui.campaigns.recipes import (
    FROM_NOTHING,
    RECIPES,
    Recipe,
    recipe_benefit,
    recipe_fits,
    recipe_name,
)
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.card_grid import CardGrid
from reengage_desktop.ui.widgets.chip import Chip
from reengage_desktop.ui.widgets.picture import Picture
from reengage_desktop.ui.widgets.text import label, paragraph, row


def read_recipe_counts(shop: Shop) -> dict[str, int]:
    """How many customers each recipe for once fits now; for a lane."""
    return {each.key: groups.count(shop, each.criteria) for each in RECIPES if each.automatic is None}


class RecipeCard(Card):
    """One recipe; `choose` is called with it."""

    def __init__(self, recipe: Recipe, choose: Callable[[Recipe], object], parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.recipe = recipe
        name = recipe_name(recipe)
        picture = Picture(recipe.picture, Tone.ACCENT, 22)
        head: list[QWidget | None] = [picture, label(name, "heading"), None]
        if recipe.automatic is not None:
            head.append(Chip(self.tr("Always on"), Tone.OK))
        self.add(row(head))
        self.add(paragraph(recipe_benefit(recipe)))
        self.add(paragraph(recipe_fits(recipe), "muted"))
        self.body.addStretch(1)
        self.count = label("", "heading")
        if recipe.automatic is not None:
            words = self.tr("See its card")
        else:
            words = self.tr("Start from nothing") if recipe is FROM_NOTHING else self.tr("Use this idea")
        self.choose_button = button(words, partial(choose, recipe), picture="chevron-right")
        self.choose_button.setAccessibleName(f"{words}: {name}")
        line = row([self.count, None, self.choose_button])
        line.setAlignment(self.count, Qt.AlignmentFlag.AlignVCenter)
        self.add(line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_count(self, count: int) -> None:
        """Says how many customers it fits now; of one that is always on, who would get it today."""
        is_daily = self.recipe.automatic is not None
        words = self.tr("%Ln today", "", count) if is_daily else self.tr("%Ln customers", "", count)
        self.count.setText(words)


class RecipeGallery(QWidget):
    """All recipes, those for once first; each card is made in a turn of its own, and all are shown together."""

    def __init__(self, desk: Desk, choose: Callable[[Recipe], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: dict[str, RecipeCard] = {}
        self._counts: dict[str, int] = {}
        self._grid = CardGrid(characters=44, most=3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._grid)
        layout.addStretch(1)
        ordered = sorted((*RECIPES, FROM_NOTHING), key=lambda each: each.automatic is not None)
        desk.build([partial(self._make, each, choose) for each in ordered], self, self._show)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Says of each recipe how many customers it fits."""
        self._counts.update(counts)
        for key in counts.keys() & self.cards.keys():
            self.cards[key].show_count(counts[key])

    def _make(self, recipe: Recipe, choose: Callable[[Recipe], object]) -> RecipeCard:
        card = RecipeCard(recipe, choose, self._grid)
        card.hide()
        for each in card.findChildren(QWidget):
            each.ensurePolished()  # else all of them read the style sheet when the grid asks for their sizes
        return card

    def _show(self, cards: list[RecipeCard]) -> None:
        self.cards = {each.recipe.key: each for each in cards}
        self.show_counts(self._counts)
        self._grid.show_cards(cards)
