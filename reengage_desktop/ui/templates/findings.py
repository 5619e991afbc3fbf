"""“Check”: what an experienced eye would say about the message, good and bad, each in a sentence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from reengage_desktop.domain.template_checks import Finding, Look
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.ui.templates.looking import Looked
from reengage_desktop.ui.widgets.text import clear, label, paragraph
from reengage_desktop.ui.wording import translate

_MARKS = {True: ("✓", "ok"), False: ("✗", "bad"), None: ("!", "warn")}


class FindingsView(QWidget):
    """What stops the message stands first, then what is worth a second look, then what is fine."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self.verdict = paragraph("", "heading")
        layout.addWidget(self.verdict)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        layout.addLayout(self._grid)
        layout.addStretch(1)
        self.lines: list[str] = []

    def show_looked(self, looked: Looked) -> None:
        """Shows what was found."""
        clear(self._grid)
        self.lines = []
        rank = {False: 0, None: 1, True: 2}
        found = sorted(looked.findings, key=lambda each: rank[each.is_good])
        for at, finding in enumerate(found):
            mark, role = _MARKS[finding.is_good]
            sentence = finding_sentence(finding, looked.template.channel)
            words = paragraph(sentence, "" if finding.is_good is not True else "muted")
            self._grid.addWidget(label(mark, role), at, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, at, 1)
            self.lines.append(f"{mark} {sentence}")
        self.verdict.setText(self._verdict(looked))

    def _verdict(self, looked: Looked) -> str:
        if looked.content is None:
            return self.tr("There is nothing to check yet: mend the text first.")
        bad = sum(1 for each in looked.findings if each.is_good is False)
        doubtful = sum(1 for each in looked.findings if each.is_good is None)
        if bad:
            return self.tr("%Ln things to mend", "", bad)
        return self.tr("%Ln things to look at", "", doubtful) if doubtful else self.tr("Nothing to mend")


def finding_sentence(finding: Finding, channel: ChannelName) -> str:
    """A finding in the owner's words."""
    sentence = _sentences(finding, channel)[finding.look][finding.is_good is True]
    for at, figure in enumerate(finding.figures):
        sentence = sentence.replace(f"{{{at}}}", str(figure))
    return sentence


def _sentences(finding: Finding, channel: ChannelName) -> dict[Look, tuple[str, str]]:
    """For each look what is said when it is not good, and when it is."""
    return {
        Look.LINKS: (
            translate("Findings", "A link is not encrypted: {1}. Write https:// in its place."),
            _links(finding),
        ),
        Look.WAY_OUT: (
            translate("Findings", "It does not say how to stop these messages."),
            _way_out(channel),
        ),
        Look.POSTAL_ADDRESS: (
            translate("Findings", "Your postal address is missing (Settings, Your shop): no e-mail starts without it."),
            translate("Findings", "Your postal address stands at its end."),
        ),
        Look.SENDER: (
            translate("Findings", "Your shop has no name yet (Settings, Your shop): nobody would know who writes."),
            translate("Findings", "It says who writes."),
        ),
        Look.SUBJECT: (
            translate("Findings", "The subject has {0} signs; phones show about {1} of them."),
            translate("Findings", "The subject is short enough for a phone ({0} signs)."),
        ),
        Look.PREHEADER: (
            translate("Findings", "There is no line below the subject: mail programs show the first words instead."),
            translate("Findings", "The line below the subject is filled in."),
        ),
        Look.WORDS: (
            translate("Findings", "These words make mail programs think of spam: {0}."),
            translate("Findings", "No words that spam is known for."),
        ),
        Look.SHOUTING: (
            translate("Findings", "The subject shouts (capitals or exclamation marks)."),
            translate("Findings", "It does not shout."),
        ),
        Look.SIZE: _size(channel),
        Look.PARTS: (
            translate("Findings", "It takes {0} SMS parts; each is paid for."),
            translate("Findings", "It is short: SMS parts {0}."),
        ),
        Look.MACHINE: (
            translate(
                "Findings", "The first sentence should say that a computer is calling; many countries ask for it."
            ),
            translate("Findings", "It says at once that a computer is calling."),
        ),
    }


def _links(finding: Finding) -> str:
    if finding.figures and finding.figures[0]:
        return translate("Findings", "All links are encrypted ({0}).")
    return translate("Findings", "There is no link in it.")


def _way_out(channel: ChannelName) -> str:
    if channel is ChannelName.EMAIL:
        return translate("Findings", "Its end says how to unsubscribe, and mail programs get a button for it.")
    return translate("Findings", "It says how to stop these messages.")


def _size(channel: ChannelName) -> tuple[str, str]:
    if channel is ChannelName.EMAIL:
        return (
            translate("Findings", "It is too large ({0} kB): Gmail cuts it off at {1} kB."),
            translate("Findings", "It is small enough ({0} kB)."),
        )
    return (
        translate("Findings", "It has {0} signs; phones show about {1} of them."),
        translate("Findings", "It is short enough ({0} signs)."),
    )
