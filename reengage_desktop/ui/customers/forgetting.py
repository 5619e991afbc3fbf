"""The right to be forgotten: says what goes and what stays, and asks once, because it can't be taken back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from reengage_desktop.jobs.tasks import customers as customer_tasks
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.text import label, paragraph


class ForgetDialog(QDialog):
    """The only question of its kind in the program; the button names the act."""

    def __init__(self, desk: Desk, customer_id: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._customer_id = customer_id
        self._name = name
        self.setWindowTitle(self.tr("Forget a customer"))
        self.setMinimumWidth(460)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(label(self.tr("Forget {name} for good?").replace("{name}", name), "heading"))
        for sentence in (
            self.tr("Erased: name, addresses, notes, consents, and the words of every message to this person."),
            self.tr("Kept: the purchases, as anonymous sales, so that your figures stay right."),
            self.tr("Kept: an unreadable mark of the addresses, so that no later import brings the person back."),
            self.tr("This can't be undone."),
        ):
            layout.addWidget(paragraph(sentence))
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.forget_button = box.addButton(self.tr("Forget for good"), QDialogButtonBox.ButtonRole.DestructiveRole)
        self.forget_button.setProperty("kind", "danger")
        self.forget_button.clicked.connect(lambda _checked=False: self._forget())
        box.rejected.connect(self.reject)
        layout.addWidget(box)

    def _forget(self) -> None:
        shop, customer_id, desk = self._desk.shop, self._customer_id, self._desk
        sentence = self.tr("The customer was forgotten.")
        desk.act(lambda: customer_tasks.erase(shop, customer_id), desk, lambda _: desk.say(sentence))
        self.accept()
