"""Chips for the fields and a menu for the pieces: each puts its text where the cursor is."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QPushButton, QWidget

from reengage_desktop.domain.fields import FIELDS
from reengage_desktop.domain.snippets import Piece
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.ui.templates.words import field_word, piece_word
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.flow import FlowLayout

_USUAL = ("first_name", "business_name", "last_product", "favourite_category")
_USUAL_OF = {
    "back_in_stock": ("product_name", "product_price"),
    "price_drop": ("product_name", "product_price", "old_price"),
    "loyalty_reward": ("discount_percent", "discount_code", "code_expires_on"),
    "promotional": ("promotion",),
}


class InsertionBar(QWidget):
    """The fields that such a message usually names as chips, all of them in a menu, the pieces in another."""

    def __init__(self, on_field: Callable[[str], object], on_piece: Callable[[Piece], object]) -> None:
        super().__init__()
        self._on_field = on_field
        self._flow = FlowLayout(self, spacing=6)
        self._shown: tuple[str, ...] = ()
        self.chips: dict[str, QPushButton] = {}
        self.all_fields = button(self.tr("All fields"))
        self.all_fields.setMenu(self._field_menu())
        self.pieces = button(self.tr("Insert a piece"))
        self.pieces.setMenu(self._piece_menu(on_piece))
        for made in (self.all_fields, self.pieces):
            made.setParent(self)  # one without a parent would be shown as a window of its own
            made.setMinimumWidth(made.sizeHint().width() + 16)

    def fit(self, channel: ChannelName, campaign_type: str | None) -> None:
        """Shows the chips that fit such a message."""
        usual = (*_USUAL, *_USUAL_OF.get(campaign_type or "", ()))
        self.pieces.setVisible(channel is ChannelName.EMAIL)
        if usual == self._shown:
            return
        self._shown = usual
        while self._flow.takeAt(0) is not None:
            pass
        for old in self.chips.values():
            old.hide()
            old.deleteLater()
        self.chips = {name: self._chip(name) for name in usual}
        for made in (*self.chips.values(), self.all_fields, self.pieces):
            self._flow.addWidget(made)
        self.updateGeometry()

    def _chip(self, name: str) -> QPushButton:
        made = button(field_word(name), lambda: self._on_field(name), kind="filter")
        made.setAccessibleName(self.tr("Insert: {field}").replace("{field}", field_word(name)))
        made.setToolTip(made.accessibleName())
        return made

    def _field_menu(self) -> QMenu:
        menu = QMenu(self)
        for name in FIELDS:
            if name != "customer_name":
                menu.addAction(field_word(name), partial(self._on_field, name))
        return menu

    def _piece_menu(self, on_piece: Callable[[Piece], object]) -> QMenu:
        menu = QMenu(self)
        for each in Piece:
            menu.addAction(piece_word(each), partial(on_piece, each))
        return menu


def insert_text(target: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Puts the text where the cursor is, as one step that Ctrl+Z takes back."""
    if isinstance(target, QLineEdit):
        target.insert(text)
        target.textEdited.emit(target.text())
    else:
        target.insertPlainText(text)
    target.setFocus()


def insert_paragraph(target: QPlainTextEdit, text: str) -> None:
    """Puts the text into a paragraph of its own behind the one that the cursor is in."""
    cursor = target.textCursor()
    cursor.beginEditBlock()
    while cursor.block().next().isValid() and cursor.block().next().text().strip() and cursor.block().text().strip():
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    if cursor.block().text().strip():
        cursor.insertText("\n\n")
    elif cursor.block().previous().isValid() and cursor.block().previous().text().strip():
        cursor.insertText("\n")
    cursor.insertText(text)
    following = cursor.block().next()
    if following.isValid() and following.text().strip():
        cursor.insertText("\n")
    cursor.endEditBlock()
    target.setTextCursor(cursor)
    target.setFocus()
