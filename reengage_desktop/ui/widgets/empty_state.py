"""What a page says while it has nothing to show: the benefit, and the one thing to do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.picture import Picture
from reengage_desktop.ui.widgets.text import label, paragraph


class EmptyState(QWidget):
    """A picture, a heading, a sentence and the buttons that end the emptiness."""

    def __init__(self, picture: str, heading: str, sentence: str, buttons: Sequence[QPushButton] = ()) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addStretch(1)
        self._picture = Picture(picture, Tone.NEUTRAL, 40)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._picture)
        self._heading = label(heading, "heading")
        self._heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._heading)
        self._sentence = paragraph(sentence, "muted")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._sentence)
        line = QHBoxLayout()
        line.addStretch(1)
        for made in buttons:
            line.addWidget(made)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addStretch(1)

    def say(self, heading: str, sentence: str) -> None:
        """Changes the words."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
