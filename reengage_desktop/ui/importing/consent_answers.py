"""What means yes? A choice for each word of a column of consent that says neither yes nor no by itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from reengage_desktop.domain.answers import Answers
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.jobs.tasks.imports import ImportReport
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.inputs import ComboBox
from reengage_desktop.ui.widgets.text import label, paragraph
from reengage_desktop.ui.wording import quoted

_KIND = "which_consent"


def is_answered_here(sentence: Sentence) -> bool:
    """Whether a sentence of a check is said by this card and nowhere else."""
    return sentence.kind in {_KIND, "strange_answers"}


class ConsentAnswers(Card):
    """Hidden until a file has such words; what was chosen for one stays on show until the next file.

    `changed`: the owner said what a word means.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fields: dict[str, ComboBox] = {}
        self._known: dict[str, str] = {}
        self.add(label(self.tr("What means yes?"), "heading"))
        self.columns = paragraph()
        self.add(self.columns)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setColumnStretch(3, 1)
        self.add(self._grid)
        self.hide()

    def begin(self, answers: Answers | None = None) -> None:
        """Takes a new file: nothing was said about it but what is known from an earlier one."""
        self._known = dict(answers.consent_words) if answers is not None else {}
        for word, field in self._fields.items():
            self._choose(field, self._known.get(word, ""))
        if answers is None:
            self._clear()

    def answers(self) -> dict[str, str]:
        """What each word means: `yes`, `no` or nothing."""
        return {**self._known, **{word: field.currentData() for word, field in self._fields.items()}}

    def show_report(self, report: ImportReport) -> None:
        """Asks about the words that the file turned out to hold, as long as it is taken for people who may agree."""
        asked = [question for question in report.questions if question.kind == _KIND]
        for question in asked:
            self._ask(question)
        self.setVisible(bool(asked or (self._fields and report.kind is ImportKind.CUSTOMERS)))

    def field(self, word: str) -> ComboBox:
        """The choice for a word, as the file writes it."""
        return self._fields[word]

    def _ask(self, question: Sentence) -> None:
        words, counts = question.figures["words"], question.figures["counts"]
        if not isinstance(words, tuple) or not isinstance(counts, tuple):
            raise TypeError("words come with their counts")
        text = self.tr(
            "“{column}” says who agreed in words of its own. Until you say it, nothing is concluded from them."
        )
        self.columns.setText(text.replace("{column}", str(question.figures["column"])))
        for word, count in zip(words, counts, strict=True):
            if word not in self._fields:
                self._add(word, int(count))

    def _add(self, word: str, count: int) -> None:
        field = ComboBox()
        field.setAccessibleName(self.tr("What “{word}” means").replace("{word}", word))
        for text, data in (
            (self.tr("Says nothing"), ""),
            (self.tr("Means yes"), "yes"),
            (self.tr("Means no"), "no"),
        ):
            field.addItem(text, data)
        self._choose(field, self._known.get(word, ""))
        field.activated.connect(lambda _at: self.changed.emit())
        name = label(quoted(word))
        name.setBuddy(field)
        at = self._grid.rowCount()
        self._grid.addWidget(name, at, 0)
        self._grid.addWidget(field, at, 1)
        self._grid.addWidget(label(self.tr("%Ln rows", "", count), "muted"), at, 2)
        self._fields[word] = field

    def _choose(self, field: ComboBox, meaning: str) -> None:
        field.setCurrentIndex(max(0, field.findData(meaning)))

    def _clear(self) -> None:
        self._fields.clear()
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.hide()
