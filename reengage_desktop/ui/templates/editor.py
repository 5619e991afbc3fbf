"""The words of one template: what it is for, subject, line below and text, with every fault in its place."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reengage_desktop.domain.snippets import Piece, field_snippet, piece
from reengage_desktop.domain.templates import CAMPAIGN_TYPES, LANGUAGES, Template
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.ui import wording
from reengage_desktop.ui.templates.colouring import FieldColours
from reengage_desktop.ui.templates.insertion import InsertionBar, insert_paragraph, insert_text
from reengage_desktop.ui.templates.looking import Placed
from reengage_desktop.ui.templates.problem_list import ProblemList
from reengage_desktop.ui.widgets.inputs import ComboBox
from reengage_desktop.ui.widgets.scrolling import bring_into_sight
from reengage_desktop.ui.widgets.text import label, set_role

CHECK_MS = 180
_WITH_SUBJECT = (ChannelName.EMAIL, ChannelName.PUSH, ChannelName.WALLET)
_LANGUAGE_NAMES = {"en": "English", "de": "Deutsch"}


class TemplateEditor(QWidget):
    """`edited` comes a moment after the last key; what is typed is then in `template()`.

    `verdict` and `problems` say what is wrong with the text; whoever shows the editor puts them below it.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._template: Template | None = None
        self._is_fixed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CHECK_MS)
        self._timer.timeout.connect(self.edited.emit)
        self._build_head()
        self.body = QPlainTextEdit()
        self.body.setAccessibleName(self.tr("Text of the message"))
        self.body.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        self.body.setTabChangesFocus(True)
        self.body.setMinimumHeight(self.body.fontMetrics().height() * 7)
        self._colours = FieldColours(self.body.document())
        self.body.textChanged.connect(self._touched)
        self._target: QLineEdit | QPlainTextEdit = self.body
        for field in (self.subject, self.preheader, self.body):
            field.installEventFilter(self)
        self.insertion = InsertionBar(self.insert_field, self.insert_piece)
        self.problems = ProblemList()
        self.problems.wanted.connect(self._jump)
        self.verdict = label("", "ok")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(8)
        layout.addLayout(self._grid)
        layout.addWidget(self.insertion)
        layout.addWidget(self.body, 1)

    def changeEvent(self, event: QEvent) -> None:
        """Colours the fields anew when the theme changes; that is no edit."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_colours"):
            with QSignalBlocker(self.body):
                self._colours.rehighlight()

    def _build_head(self) -> None:
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(3, 2)
        self._rows: dict[QWidget, QWidget] = {}
        self.name = self._line(self.tr("Name"), self.tr("Name of the template"), row=0, span=3)
        self.kind = self._choice(self.tr("For"), self.tr("What it is for"), row=1, column=0)
        self.kind.addItem(self.tr("Wherever I choose it"), None)
        for each in CAMPAIGN_TYPES:
            self.kind.addItem(wording.campaign_name(each), each)
        self.language = self._choice(self.tr("Language"), self.tr("Language of the template"), row=1, column=2)
        for code in LANGUAGES:
            self.language.addItem(_LANGUAGE_NAMES[code], code)
        self.subject = self._line(self.tr("Subject"), self.tr("Subject"), row=2, span=3)
        self.preheader = self._line(self.tr("Line below"), self.tr("Line below the subject"), row=3, span=3)
        self.approved = self._line(self.tr("Approved as"), self.tr("Name under which Meta approved it"), row=4, span=3)
        self.approved.setPlaceholderText(self.tr("Empty: only to customers who wrote within 24 hours"))

    def show_template(self, template: Template, *, is_fixed: bool) -> None:
        """Shows a template; one that ships with the program (`is_fixed`) can only be read."""
        self._template, self._is_fixed = template, is_fixed
        self._timer.stop()
        self.body.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.name.setText(wording.template_title(template.name) if is_fixed else template.name)
        self.subject.setText(template.subject or "")
        self.preheader.setText(template.preheader or "")
        self.approved.setText(template.provider_template or "")
        self.body.setPlainText(template.body)
        self.body.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.kind.setCurrentIndex(max(0, self.kind.findData(template.campaign_type)))
        self.language.setCurrentIndex(max(0, self.language.findData(template.language[:2])))
        for line in (self.name, self.subject, self.preheader, self.approved):
            line.setCursorPosition(0)
        for field in (self.name, self.subject, self.preheader, self.approved, self.body):
            field.setReadOnly(is_fixed)
        for choice in (self.kind, self.language):
            choice.setEnabled(not is_fixed)
        self._fit(template.channel)
        self.insertion.setVisible(not is_fixed)
        self.insertion.fit(template.channel, template.campaign_type)
        self._target = self.body
        self.show_problems(())

    def flush(self) -> None:
        """Tells at once of what was typed this very moment: something else is about to be shown."""
        if self._timer.isActive():
            self._timer.stop()
            self.edited.emit()

    def template(self) -> Template:
        """The template as it is typed; raises ValueError where none is shown."""
        if self._template is None:
            raise ValueError("no template is shown")
        return replace(
            self._template,
            name=self._template.name if self._is_fixed else self.name.text().strip(),
            campaign_type=self.kind.currentData(),
            language=self._language(self._template),
            subject=self.subject.text() or None,
            preheader=self.preheader.text() or None,
            provider_template=self.approved.text().strip() or None,
            body=self.body.toPlainText(),
        )

    def show_problems(self, found: tuple[Placed, ...]) -> None:
        """Shows what is wrong with the text, each fault with its line and column."""
        was_shown = self.problems.isVisible()
        self.problems.show_problems(found)
        if bool(found) != was_shown and self.body.hasFocus():
            QTimer.singleShot(0, self.body, self.body.ensureCursorVisible)  # once the text has its new height
        self.verdict.setText(self.tr("✓ No problems") if not found else self.tr("✗ %Ln problems", "", len(found)))
        set_role(self.verdict, "bad" if found else "ok")

    def insert_field(self, name: str) -> None:
        """Puts a field where the cursor is: into the text, or into the subject when it had the keyboard last."""
        insert_text(self._target, field_snippet(name, str(self.language.currentData())))

    def insert_piece(self, which: Piece) -> None:
        """Puts a piece into a paragraph of its own."""
        insert_paragraph(self.body, piece(which, str(self.language.currentData())))

    def replace_body(self, text: str) -> None:
        """Writes another text in place of this one, as one step that Ctrl+Z takes back."""
        cursor = QTextCursor(self.body.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def take_approved(self, template: Template) -> None:
        """Writes an approved wording in place of this text, with the name and the language of its approval."""
        if self._template is not None:
            self._template = replace(self._template, language=template.language)
            self.language.setCurrentIndex(max(0, self.language.findData(template.language[:2])))
            self.approved.setText(template.provider_template or "")
            self.replace_body(template.body)
            self._touched()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remembers where the keyboard was: a chip writes there. What was typed is told when it leaves."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QLineEdit | QPlainTextEdit):
            self._target = watched
        elif event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def _language(self, template: Template) -> str:
        chosen = str(self.language.currentData())
        return template.language if template.language[:2] == chosen else chosen

    def _line(self, caption: str, name: str, *, row: int, span: int) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        field.textEdited.connect(lambda _text: self._touched())
        field.editingFinished.connect(self.flush)
        self._place(caption, field, row, 0, span)
        return field

    def _choice(self, caption: str, name: str, *, row: int, column: int) -> QComboBox:
        field = ComboBox()
        field.setAccessibleName(name)
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(10)
        field.activated.connect(lambda _at: self._chosen())
        self._place(caption, field, row, column, 1)
        return field

    def _place(self, caption: str, field: QWidget, row: int, column: int, span: int) -> None:
        words = label(caption, "muted")
        words.setBuddy(field)
        self._rows[field] = words
        self._grid.addWidget(words, row, column)
        self._grid.addWidget(field, row, column + 1, 1, span)

    def _fit(self, channel: ChannelName) -> None:
        for field, shown in (
            (self.subject, channel in _WITH_SUBJECT),
            (self.preheader, channel is ChannelName.EMAIL),
            (self.approved, channel is ChannelName.WHATSAPP),
        ):
            field.setVisible(shown)
            self._rows[field].setVisible(shown)

    def _chosen(self) -> None:
        template = self.template()
        self.insertion.fit(template.channel, template.campaign_type)
        self._touched()

    def _touched(self) -> None:
        self._timer.start()

    def _jump(self, placed: Placed) -> None:
        if placed.part != "body":
            field = self.subject if placed.part == "subject" else self.preheader
            field.setFocus()
            field.setCursorPosition(max(0, placed.problem.column - 1))
            bring_into_sight(field)
            return
        block = self.body.document().findBlockByNumber(placed.problem.line - 1)
        cursor = QTextCursor(block)
        steps = min(placed.problem.column - 1, block.length() - 1)
        cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.MoveAnchor, steps)
        self.body.setTextCursor(cursor)
        self.body.setFocus()
        bring_into_sight(self.body)
