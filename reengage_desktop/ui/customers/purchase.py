"""Logging a purchase by hand: for shops whose till does not export, or for today's sale."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from reengage_desktop.domain import money
from reengage_desktop.domain.moments import local_day
from reengage_desktop.jobs.tasks import purchases
from reengage_desktop.jobs.tasks.purchases import Logged
from reengage_desktop.ui import formats
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.inputs import DateEdit, DoubleSpinBox, pad
from reengage_desktop.ui.widgets.text import paragraph


class PurchaseDialog(QDialog):
    """Asks for the amount and the day; the button names the act."""

    def __init__(self, desk: Desk, customer_id: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._customer_id = customer_id
        self._name = name
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Log a purchase"))
        self.setMinimumWidth(380)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(paragraph(self.tr("What did {name} buy for?").replace("{name}", name)))
        form = QFormLayout()
        today = local_day(desk.now(), desk.zone)
        self.amount = DoubleSpinBox()
        self.amount.setDecimals(money.decimals_of(desk.currency))
        self.amount.setRange(0.0, 9_999_999.0)
        before, after = formats.money_marks(desk.currency)
        self.amount.setPrefix(before)
        self.amount.setSuffix(after)
        pad(self.amount)
        self.amount.setAccessibleName(self.tr("Amount"))
        self.day = DateEdit(QDate(today.year, today.month, today.day))
        first = purchases.FIRST_DAY
        self.day.setDateRange(QDate(first.year, first.month, first.day), self.day.date())
        self.day.setCalendarPopup(True)
        pad(self.day)
        self.day.setAccessibleName(self.tr("Day"))
        form.addRow(self.tr("Amount"), self.amount)
        form.addRow(self.tr("Day"), self.day)
        layout.addLayout(form)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.log_button = box.addButton(self.tr("Log the purchase"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.log_button.setProperty("kind", "primary")
        self.log_button.setEnabled(False)
        self.amount.valueChanged.connect(lambda value: self.log_button.setEnabled(value > 0))
        box.accepted.connect(self._log)
        box.rejected.connect(self.reject)
        layout.addWidget(box)
        self.amount.selectAll()  # what is typed takes the place of 0.00 instead of going before it

    def _log(self) -> None:
        value = Decimal(str(self.amount.value()))
        day = self.day.date()
        on = date(day.year(), day.month(), day.day())
        shop, customer_id = self._desk.shop, self._customer_id
        sentence = self.tr("Logged {money} for {name}.").replace("{name}", self._name)
        sentence = sentence.replace("{money}", self._desk.money(money.to_minor(value, self._desk.currency)))
        changed = self.tr("This purchase has changed since and stays.")
        desk = self._desk

        def undo(logged: Logged) -> None:
            desk.act(
                lambda: purchases.take_back(shop, logged), desk, lambda is_gone: None if is_gone else desk.say(changed)
            )

        desk.act(
            lambda: purchases.log_purchase(shop, customer_id, value, on),
            desk,
            lambda logged: desk.say(sentence, lambda: undo(logged)),
        )
        self.accept()
