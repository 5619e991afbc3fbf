"""The editor of a group: its name, the sentences that say who is in it, and how many that are just now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reengage_desktop.domain.criteria import Condition, Criteria
from reengage_desktop.jobs.tasks import groups
from reengage_desktop.jobs.tasks.groups import Group, GroupRefused
from reengage_desktop.ui.criteria import CriteriaEditor, MatchLine
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.scrolling import scrolling
from reengage_desktop.ui.widgets.text import paragraph, rule
from reengage_desktop.ui.wording import translate


class GroupDialog(QDialog):
    """Saves what is entered under a name; `saved` carries the group. A group that is known keeps its number."""

    saved = Signal(object)

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, group: Group | None = None, start: Criteria | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._group = group
        self.setWindowTitle(self.tr("Edit a group") if group else self.tr("New group"))
        self.resize(min(900, self.fontMetrics().averageCharWidth() * 125), 540)
        self.name = QLineEdit(group.name if group else "")
        self.name.setAccessibleName(self.tr("Name of the group"))
        self.name.setPlaceholderText(self.tr("Regulars who went quiet"))
        self.editor = CriteriaEditor(desk)
        self.matching = MatchLine(desk)
        self.fault = paragraph("", "bad")
        self.fault.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        form = QFormLayout()
        form.addRow(self.tr("Name"), self.name)
        layout.addLayout(form)
        layout.addWidget(scrolling(self.editor), 1)
        layout.addWidget(rule())
        layout.addWidget(self.matching)
        layout.addWidget(self.fault)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save_button = box.addButton(self.tr("Save group"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save_button.setProperty("kind", "primary")
        box.accepted.connect(self._save)
        box.rejected.connect(self.reject)
        layout.addWidget(box)
        first = Criteria("all", (Condition("last_order_days", "more_than", self._threshold()),))
        self.editor.show_criteria(group.criteria if group else start or first)
        self.editor.changed.connect(self._changed)
        self.name.textChanged.connect(lambda _text: self._fit())
        self._changed(self.editor.criteria())
        self.name.setFocus()

    def _threshold(self) -> int:
        return self._desk.settings.whole("reengagement.inactivity_threshold")

    def _changed(self, criteria: Criteria | None) -> None:
        self.matching.show_criteria(criteria)
        self._fit()

    def _fit(self) -> None:
        self.fault.hide()
        self.save_button.setEnabled(bool(self.name.text().strip()) and self.editor.criteria() is not None)

    def _save(self) -> None:
        criteria = self.editor.criteria()
        if criteria is None:
            return
        shop, name = self._desk.shop, self.name.text().strip()
        group_id = self._group.id if self._group else None

        def keep() -> Group:
            if group_id is None:
                return groups.add_group(shop, name, criteria)
            return groups.save_group(shop, name, criteria, group_id)

        self._desk.act(keep, self, self._done, self._refused)

    def _done(self, group: Group) -> None:
        before, desk, shop = self._group, self._desk, self._desk.shop
        sentence = self.tr("The group “{name}” was saved.").replace("{name}", group.name)

        def undo() -> None:
            if before is None:
                desk.act(lambda: groups.delete_group(shop, group.id), desk, lambda _: None)
            else:
                desk.act(lambda: groups.save_group(shop, before.name, before.criteria, before.id), desk, lambda _: None)

        desk.say(sentence, undo)
        self.saved.emit(group)
        self.accept()

    def _refused(self, fault: BaseException) -> None:
        if not isinstance(fault, GroupRefused):
            self._desk.failed.emit(fault)
            return
        self.fault.setText(self.tr("There is a group of this name already. Choose another name."))
        self.fault.show()


def delete_with_undo(desk: Desk, group: Group) -> None:
    """Removes a group at once; the notice brings it back."""
    shop = desk.shop
    sentence = translate("Customers", "The group “{name}” was deleted. Its customers stay.").replace(
        "{name}", group.name
    )

    def undo() -> None:
        desk.act(lambda: groups.restore_group(shop, group), desk, lambda _: None)

    desk.act(lambda: groups.delete_group(shop, group.id), desk, lambda _: desk.say(sentence, undo))
