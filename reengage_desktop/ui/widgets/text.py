"""Labels in the roles that the style sheet knows, and the layouts around them."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

Box = TypeVar("Box", bound=QBoxLayout)


def label(text: str = "", role: str = "", *, parent: QWidget | None = None) -> QLabel:
    """One line of text; `role` is title, heading, figure, muted, ok, warn, bad, mono or nothing."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    lead(made)
    return made


def lead(made: QLabel, level: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter) -> None:
    """Lets a text begin where the page is read from, also one in letters that are read the other way."""
    mirrored = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    made.setAlignment((mirrored if made.isRightToLeft() else Qt.AlignmentFlag.AlignLeft) | level)


def paragraph(text: str = "", role: str = "", *, rich: bool = False) -> QLabel:
    """Text that wraps. It takes the width it is given: put it into a layout with a stretch of its own.

    Rich text is for our own words only; whatever came from a file goes through plain text.
    """
    made = label(text, role)
    made.setWordWrap(True)
    if rich:
        made.setTextFormat(Qt.TextFormat.RichText)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    made.setMinimumWidth(60)
    return made


def set_role(made: QWidget, role: str) -> None:
    """Changes a widget's role and dresses it anew."""
    if made.property("role") != role:
        made.setProperty("role", role)
        made.style().unpolish(made)
        made.style().polish(made)


def keep_room(of: QWidget, *, is_kept: bool) -> None:
    """Lets a widget keep its room while it is hidden, so that nothing moves when it comes; or no longer."""
    policy = of.sizePolicy()
    policy.setRetainSizeWhenHidden(is_kept)
    of.setSizePolicy(policy)


def rule() -> QFrame:
    """A thin line between two things."""
    line = QFrame()
    line.setProperty("role", "rule")
    line.setFrameShape(QFrame.Shape.NoFrame)
    return line


def row(items: Sequence[QWidget | QLayout | None], *, spacing: int = 8, margins: int = 0) -> QHBoxLayout:
    """The items beside each other; None is the stretch."""
    return _filled(QHBoxLayout(), items, spacing, margins)


def column(items: Sequence[QWidget | QLayout | None], *, spacing: int = 8, margins: int = 0) -> QVBoxLayout:
    """The items below each other; None is the stretch."""
    return _filled(QVBoxLayout(), items, spacing, margins)


def clear(layout: QLayout) -> None:
    """Takes everything out of a layout and lets its widgets go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def _filled(layout: Box, items: Sequence[QWidget | QLayout | None], spacing: int, margins: int) -> Box:
    layout.setSpacing(spacing)
    layout.setContentsMargins(margins, margins, margins, margins)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)
    return layout
