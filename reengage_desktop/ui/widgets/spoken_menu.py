"""Menus at buttons whose entries a screen reader finds and presses too: Qt shows it no menu, not even an open one."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QPushButton

_CHANGES = (QEvent.Type.ActionAdded, QEvent.Type.ActionRemoved, QEvent.Type.ActionChanged)


def give_menu(owner: QPushButton, menu: QMenu) -> None:
    """Hangs a menu at a button; its entries stand below the button in what a screen reader sees."""
    owner.setMenu(menu)
    _Entries(owner, menu)


class _Entries(QObject):
    """Keeps the entries of a menu in step with it, for as long as the menu is there."""

    def __init__(self, owner: QPushButton, menu: QMenu) -> None:
        super().__init__(menu)
        self._owner = owner
        self._menu = menu
        self._entries: dict[QAction, _Entry] = {}
        menu.installEventFilter(self)
        self._follow()

    def eventFilter(self, _menu: QObject, event: QEvent) -> bool:
        """Follows what is added, taken away or changed."""
        if event.type() in _CHANGES:
            self._follow()
        return False

    def _follow(self) -> None:
        actions = [each for each in self._menu.actions() if not each.isSeparator() and each.menu() is None]
        for action in set(self._entries) - set(actions):
            gone = self._entries.pop(action)
            gone.hide()
            gone.deleteLater()
        for action in actions:
            if action not in self._entries:
                self._entries[action] = _Entry(action, self._owner)
            self._entries[action].follow()


class _Entry(QAbstractButton):
    """An entry as a button without room, picture, mouse and keyboard: only a screen reader comes upon it."""

    def __init__(self, action: QAction, owner: QPushButton) -> None:
        super().__init__(owner)
        self._action = action
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(0, 0, 2, 2)
        self.clicked.connect(action.trigger)
        action.destroyed.connect(self.deleteLater)

    def follow(self) -> None:
        """Says what the entry says."""
        self.setAccessibleName(self._action.text().replace("&&", "\0").replace("&", "").replace("\0", "&"))
        self.setAccessibleDescription(self._action.toolTip() if self._action.toolTip() != self._action.text() else "")
        self.setEnabled(self._action.isEnabled())
        self.setVisible(self._action.isVisible())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shows nothing."""
