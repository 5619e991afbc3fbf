"""One line of buttons at every width: those without room stand in the menu of the last one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from reengage_desktop.ui.icons import icon
from reengage_desktop.ui.widgets.spoken_menu import give_menu

_SPACING = 6


class OverflowRow(QWidget):
    """Shows as many of the buttons as fit, and `more`; the others come first in `menu`, which `more` opens.

    Each button comes with the picture that it has in the menu.
    """

    def __init__(self, buttons: Sequence[tuple[QPushButton, str]], more: QPushButton, menu: QMenu) -> None:
        super().__init__()
        # It asks for no width: what has no room is in the menu.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_SPACING)
        self._more = more
        self._actions: list[tuple[QPushButton, QAction]] = []
        standing = menu.actions()
        for made, picture in buttons:
            layout.addWidget(made)
            action = QAction(icon(picture), made.text(), menu)
            action.setVisible(False)
            action.triggered.connect(made.click)
            menu.insertAction(standing[0], action) if standing else menu.addAction(action)
            self._actions.append((made, action))
        layout.addWidget(more)
        layout.addStretch(1)
        give_menu(more, menu)
        menu.aboutToShow.connect(self._follow_buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows as many as fit now."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Divides the line anew when a button has got another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        used = self._more.sizeHint().width()
        has_room = True
        for made, action in self._actions:
            made.ensurePolished()
            used += made.sizeHint().width() + _SPACING
            has_room = has_room and used <= self.width()
            if made.isHidden() == has_room:
                made.setVisible(has_room)
            action.setVisible(not has_room)

    def _follow_buttons(self) -> None:
        for made, action in self._actions:
            action.setEnabled(made.isEnabled())
            action.setToolTip(made.toolTip())
