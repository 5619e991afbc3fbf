"""A card: the white box with a heading that pages are made of."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from reengage_desktop.ui.widgets.text import label

_MARGIN = 16


class Card(QFrame):
    """A framed box. It keeps the height of what it holds unless told to grow."""

    def __init__(self, heading: str = "", *, grows: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        vertical = QSizePolicy.Policy.Expanding if grows else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(_MARGIN, 14, _MARGIN, 14)
        self.body.setSpacing(8)
        self.head: QHBoxLayout | None = None
        if heading:
            self.head = QHBoxLayout()
            self.head.setSpacing(8)
            self.heading = label(heading, "heading")
            self.heading.setMinimumHeight(28)
            self.head.addWidget(self.heading)
            self.head.addStretch(1)
            self.body.addLayout(self.head)

    def add(self, item: QWidget | QLayout, stretch: int = 0) -> None:
        """Puts a widget or a layout below what is there."""
        if isinstance(item, QLayout):
            self.body.addLayout(item, stretch)
        else:
            self.body.addWidget(item, stretch)

    def take_what_it_needs(self) -> None:
        """Takes more height than it asks for at first, where its words wrap; a stretch below takes what is left."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def let_heading_wrap(self) -> None:
        """Gives a long heading a second line where what stands beside it leaves too little room for one."""
        if self.head is not None:
            self.heading.setWordWrap(True)
            self.head.takeAt(self.head.indexOf(self.heading) + 1)
            self.head.setStretchFactor(self.heading, 1)

    def add_to_head(self, widget: QWidget) -> None:
        """Puts a widget at the right end of the heading's line; the card must have a heading."""
        if self.head is None:
            raise ValueError("a card without a heading has no line for this")
        self.head.addWidget(widget)
