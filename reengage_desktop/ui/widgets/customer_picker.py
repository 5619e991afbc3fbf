"""Choosing one customer by a part of her name, e-mail or phone: a small dialog over any page."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reengage_desktop.domain.listings import CustomerRow
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import listings
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.search_field import SearchField
from reengage_desktop.ui.widgets.text import paragraph

_SHOWN = 50
_PAUSE_MS = 150


class CustomerPicker(QDialog):
    """`picked` carries the customer's id and the name that she is called by; nobody of `left_out` is offered."""

    picked = Signal(int, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, left_out: frozenset[int] = frozenset()) -> None:
        super().__init__(parent)
        self._desk = desk
        self._left_out = left_out
        self._asked = 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Find a customer"))
        self.resize(420, 420)
        self.search = SearchField(self.tr("Name, e-mail or phone"), self.tr("Name, e-mail or phone"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.look)
        self.search.textEdited.connect(self._typed)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Customers found"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        self.list.itemActivated.connect(self._choose)
        self.list.itemSelectionChanged.connect(self._fit)
        self.nobody = paragraph(self.tr("Nobody is found. Try fewer letters."), "muted")
        self.nobody.hide()
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.choose_button = box.addButton(self.tr("Choose"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.choose_button.setProperty("kind", "primary")
        box.accepted.connect(lambda: self._choose(self.list.currentItem()))
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        for part in (self.search, self.nobody):
            layout.addWidget(part)
        layout.addWidget(self.list, 1)
        layout.addWidget(box)
        self._fit()
        self.look()

    def look(self) -> None:
        """Looks for customers with what is typed in them."""
        self._asked += 1
        asked, shop, text = self._asked, self._desk.shop, self.search.text()
        self._desk.read(
            lambda: find_people(shop, text), self, lambda rows: self._show(rows) if asked == self._asked else None
        )

    def _typed(self, _text: str) -> None:
        """Until those with these letters stand there, Enter takes nobody: the first of the list is somebody else."""
        self._timer.start()
        self.choose_button.setEnabled(False)

    def _show(self, rows: list[CustomerRow]) -> None:
        self.list.clear()
        rows = [row for row in rows if row.id not in self._left_out]
        for row in rows:
            address = next((each for each in (row.email, row.phone) if each and each != row.name), "")
            item = QListWidgetItem(f"{row.name}\n{address}" if address else row.name)
            item.setData(Qt.ItemDataRole.UserRole, (row.id, row.name))
            self.list.addItem(item)
        if rows:
            self.list.setCurrentRow(0)
        self.nobody.setVisible(not rows)
        self._fit()

    def _fit(self) -> None:
        self.choose_button.setEnabled(self.list.currentItem() is not None)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            customer_id, name = item.data(Qt.ItemDataRole.UserRole)
            self.picked.emit(customer_id, name)
            self.accept()


def find_people(shop: Shop, text: str) -> list[CustomerRow]:
    """The first customers with a text in their name or an address; for a lane."""
    ids = listings.customer_ids(shop.db, shop.settings(), shop.now(), search=text, order="name", limit=_SHOWN)
    return listings.customer_rows(shop.db, ids)
