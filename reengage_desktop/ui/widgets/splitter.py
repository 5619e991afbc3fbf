"""Parts of a page beside each other, whose widths the owner draws to her liking."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

_HANDLE = 12


class Splitter(QSplitter):
    """No part of it can be closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(_HANDLE)
        if self.isRightToLeft():
            # Qt lays mirrored parts a pixel too far to the right (QSplitterPrivate::setGeo), over the splitter's edge.
            self.setContentsMargins(0, 0, 1, 0)
