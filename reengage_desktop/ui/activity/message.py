"""One message as it was sent or will be: its words, its way, and why it was chosen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QPlainTextEdit, QVBoxLayout, QWidget

from reengage_desktop.domain.listings import MessageRow
from reengage_desktop.ui import wording
from reengage_desktop.ui.activity.columns import MessageColumns
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.text import label, paragraph


class MessageDialog(QDialog):
    """Shows exactly what was or will be sent."""

    def __init__(self, desk: Desk, row: MessageRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Message to {who}").replace("{who}", row.customer))
        self.resize(600, 520)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(label(str(row.content.get("subject") or wording.campaign_name(row.campaign_type)), "heading"))
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        state, _tone = wording.state_word(row.state)
        result = MessageColumns(desk).result(row)
        for name, text in (
            (self.tr("To"), " · ".join(dict.fromkeys((row.customer, row.address)))),
            (self.tr("By"), wording.channel_name(row.channel)),
            (self.tr("Kind"), wording.campaign_name(row.campaign_type)),
            (self.tr("State"), " · ".join(part for part in (state, result) if part)),
            (self.tr("Written"), desk.exact(row.created_at)),
            (self.tr("Sent"), desk.exact(row.sent_at)),
        ):
            if text:
                form.addRow(label(name, "muted"), paragraph(text))
        layout.addLayout(form)
        body = QPlainTextEdit(str(row.content.get("text", "")))
        body.setReadOnly(True)
        body.setAccessibleName(self.tr("The message's words"))
        layout.addWidget(body, 1)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        layout.addWidget(box)
