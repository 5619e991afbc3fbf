"""Choosing one of the wordings that WhatsApp has approved, and what stands in each of its places."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reengage_desktop.channels.protocol import ApprovedTemplate
from reengage_desktop.domain.fields import FIELDS
from reengage_desktop.domain.templates import Template
from reengage_desktop.jobs.tasks import approved_templates
from reengage_desktop.jobs.tasks.approved_templates import Approved
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.templates.words import field_word
from reengage_desktop.ui.widgets.inputs import ComboBox
from reengage_desktop.ui.widgets.text import paragraph

_NO_TEXT = frozenset({"products"})


class ApprovedDialog(QDialog):
    """Asks the provider as it opens; what is chosen goes to `on_chosen` as a template that is not saved yet."""

    def __init__(
        self, desk: Desk, name: str, on_chosen: Callable[[Template], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name = name
        self._on_chosen = on_chosen
        self.setWindowTitle(self.tr("Approved texts"))
        self.setMinimumSize(560, 460)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        self.words = paragraph(self.tr("Asking WhatsApp's provider which texts are approved…"))
        layout.addWidget(self.words)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Approved texts"))
        self.list.setWordWrap(True)
        self.list.currentItemChanged.connect(lambda _new, _old: self._show_places())
        self.list.itemActivated.connect(lambda _item: self._choose())
        layout.addWidget(self.list, 1)
        self._form = QFormLayout()
        layout.addLayout(self._form)
        self.places: dict[str, ComboBox] = {}
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.use_button = box.addButton(self.tr("Use this text"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.use_button.setProperty("kind", "primary")
        self.use_button.setEnabled(False)
        box.accepted.connect(self._choose)
        box.rejected.connect(self.reject)
        layout.addWidget(box)
        shop = desk.shop
        desk.take_long(lambda: approved_templates.list_approved(shop), self, self.show_approved)

    def show_approved(self, found: Approved) -> None:
        """Shows what the provider has told."""
        if found.fault:
            words = self.tr("The approved texts could not be fetched. {detail}").replace("{detail}", found.fault)
        elif not found.templates:
            words = self.tr("{provider} has approved no text that can be sent from here yet.")
        else:
            words = self.tr("The words stay as they were approved; only what stands in their places is yours.")
        words = words.replace("{provider}", found.provider)
        if found.others:
            more = self.tr("%Ln more are not approved, or need more than a text.", "", found.others)
            words = f"{words} {more}"
        self.words.setText(words)
        for each in found.templates:
            item = QListWidgetItem(f"{each.title} · {each.language}\n{each.body}")
            item.setData(Qt.ItemDataRole.UserRole, each)
            self.list.addItem(item)
        if found.templates:
            self.list.setCurrentRow(0)
            self.list.setFocus()

    def _chosen(self) -> ApprovedTemplate | None:
        item = self.list.currentItem()
        found = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        return found if isinstance(found, ApprovedTemplate) else None

    def _show_places(self) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        self.places.clear()
        chosen = self._chosen()
        self.use_button.setEnabled(chosen is not None)
        for place in () if chosen is None else approved_templates.places_of(chosen):
            caption = self.tr("In place of {number}").replace("{number}", f"{{{{{place}}}}}")
            field = ComboBox()
            field.setAccessibleName(caption)
            for name in FIELDS.keys() - _NO_TEXT:
                field.addItem(field_word(name), name)
            field.model().sort(0)
            field.setCurrentIndex(max(0, field.findData("first_name")))
            self._form.addRow(caption, field)
            self.places[place] = field

    def _choose(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        fields = {place: str(field.currentData()) for place, field in self.places.items()}
        self._on_chosen(approved_templates.adopt(chosen, self._name, fields))
        self.accept()
