"""The words of one template: subject, preheader and body, with chips for the fields and every fault with its place."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reengage_desktop.domain import templating
from reengage_desktop.domain.fields import FIELDS
from reengage_desktop.domain.templates import Template, channel_problems
from reengage_desktop.domain.templating import Problem
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.ui.templates.colouring import FieldColours
from reengage_desktop.ui.widgets.text import label

CHECK_MS = 200
_WITH_SUBJECT = (ChannelName.EMAIL, ChannelName.PUSH, ChannelName.WALLET)


@dataclass(frozen=True)
class Placed:
    """A problem and the part of the template that it is in."""

    part: str
    problem: Problem


def find_problems(template: Template) -> list[Placed]:
    """Every fault of a template, each with its part, line and column."""
    found = [
        Placed(part, problem)
        for part in ("subject", "preheader", "body")
        if (text := getattr(template, part))
        for problem in templating.check(text)
    ]
    return found + [Placed("body", problem) for problem in channel_problems(template)]


class TemplateEditor(QWidget):
    """`edited` carries the template as it is now, 200 ms after the last key."""

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._template: Template | None = None
        self._quiet = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CHECK_MS)
        self._timer.timeout.connect(self._check)
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.name = self._line(self.tr("Name"), self.tr("Name of the template"))
        self.subject = self._line(self.tr("Subject"), self.tr("Subject"))
        self.preheader = self._line(self.tr("Line below"), self.tr("Line below the subject"))
        self.approved = self._line(self.tr("Approved as"), self.tr("Name under which Meta approved it"))
        self.body = QPlainTextEdit()
        self.body.setAccessibleName(self.tr("Text of the message"))
        self.body.setTabChangesFocus(True)
        self._colours = FieldColours(self.body.document())
        self.body.textChanged.connect(self._typed)
        self.fields = self._field_list()
        self.problems = QListWidget()
        self.problems.setAccessibleName(self.tr("Problems"))
        self.problems.setMaximumHeight(96)
        self.problems.setWordWrap(True)
        self.problems.itemActivated.connect(self._jump)
        self.problems.itemClicked.connect(self._jump)
        self.verdict = label("", "ok")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self.form)
        layout.addWidget(self.fields)
        layout.addWidget(self.body, 1)
        layout.addWidget(self.verdict)
        layout.addWidget(self.problems)

    def show_template(self, template: Template) -> None:
        """Shows a template; one that ships with the program can only be read."""
        self._template = template
        self._quiet = True
        self.name.setText(template.name)
        self.subject.setText(template.subject or "")
        self.preheader.setText(template.preheader or "")
        self.approved.setText(template.provider_template or "")
        self.body.setPlainText(template.body)
        self._quiet = False
        for line in (self.name, self.subject, self.preheader, self.approved):
            line.setCursorPosition(0)
        for field in (self.name, self.subject, self.preheader, self.approved, self.body):
            field.setReadOnly(template.is_built_in)
        self.fields.setEnabled(not template.is_built_in)
        self.form.setRowVisible(self.subject, template.channel in _WITH_SUBJECT)
        self.form.setRowVisible(self.preheader, template.channel is ChannelName.EMAIL)
        self.form.setRowVisible(self.approved, template.channel is ChannelName.WHATSAPP)
        self._check()

    def template(self) -> Template:
        """The template as it is typed; there must be one."""
        if self._template is None:
            raise ValueError("no template is shown")
        return replace(
            self._template,
            name=self.name.text().strip(),
            subject=self.subject.text() or None,
            preheader=self.preheader.text() or None,
            provider_template=self.approved.text().strip() or None,
            body=self.body.toPlainText(),
        )

    def _line(self, caption: str, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.textEdited.connect(lambda _text: self._timer.start())
        self.form.addRow(caption, field)
        return field

    def _field_list(self) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(self.tr("Insert a field"))
        made.addItem(self.tr("Insert a field…"), "")
        for name, field in FIELDS.items():
            made.addItem(f"{field.meaning}  ({name})", name)
        made.activated.connect(self._insert)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return made

    def _typed(self) -> None:
        if not self._quiet:
            self._timer.start()

    def _check(self) -> None:
        template = self.template()
        found = find_problems(template)
        self.problems.clear()
        for placed in found:
            problem = placed.problem
            where = self.tr("line {line}, column {column}")
            where = where.replace("{line}", str(problem.line)).replace("{column}", str(problem.column))
            hint = f" → {problem.suggestion}" if problem.suggestion else ""
            item = QListWidgetItem(f"{self._parts()[placed.part]}, {where}: {problem.message}{hint}")
            item.setData(Qt.ItemDataRole.UserRole, placed)
            self.problems.addItem(item)
        self.problems.setVisible(bool(found))
        self.verdict.setText(self.tr("✓ No problems") if not found else self.tr("✗ %Ln problems", "", len(found)))
        self.verdict.setProperty("role", "bad" if found else "ok")
        self.verdict.style().unpolish(self.verdict)
        self.verdict.style().polish(self.verdict)
        self.edited.emit(template)

    def _parts(self) -> dict[str, str]:
        return {"subject": self.tr("Subject"), "preheader": self.tr("Line below"), "body": self.tr("Text")}

    def _insert(self, at: int) -> None:
        name = str(self.fields.itemData(at))
        self.fields.setCurrentIndex(0)
        if not name:
            return
        if FIELDS[name].is_sure:
            text = "{{ " + name + " }}"
        elif name == "products":
            text = "{% for product in products %}- {{ product.name }}\n{% endfor %}"
        else:
            text = "{{ " + name + ' | default: "" }}'
        self.body.insertPlainText(text)
        self.body.setFocus()

    def _jump(self, item: QListWidgetItem) -> None:
        placed: Placed = item.data(Qt.ItemDataRole.UserRole)
        if placed.part != "body":
            field = self.subject if placed.part == "subject" else self.preheader
            field.setFocus()
            field.setCursorPosition(max(0, placed.problem.column - 1))
            return
        block = self.body.document().findBlockByNumber(placed.problem.line - 1)
        cursor = QTextCursor(block)
        steps = min(placed.problem.column - 1, block.length() - 1)
        cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.MoveAnchor, steps)
        self.body.setTextCursor(cursor)
        self.body.setFocus()
