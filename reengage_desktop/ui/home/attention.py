"""What needs the owner, worst first, each with the one button that helps."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reengage_desktop.domain.listings import NoticeRow
from reengage_desktop.ui import formats
from reengage_desktop.ui.home.figures import HomeFigures
from reengage_desktop.ui.theme import Tone

_ORDER = (Tone.BAD, Tone.WARN, Tone.ACCENT, Tone.OK)


@dataclass(frozen=True)
class Attention:
    """One line: a word, a sentence, and where its button leads."""

    tone: Tone
    word: str
    sentence: str
    action: str = ""
    page: str = ""
    argument: object = None


def attention(figures: HomeFigures, late_planned: str, late_ran: str) -> list[Attention]:
    """The lines for these figures; the two texts are when a late run was due and when it ran."""
    found = [_notice(notice) for notice in figures.notices]
    found += _messages(figures) + _runs(figures, late_planned, late_ran) + _tips(figures)
    return sorted(found, key=lambda line: _ORDER.index(line.tone) if line.tone in _ORDER else len(_ORDER))


def _messages(figures: HomeFigures) -> list[Attention]:
    found = []
    standing = figures.standing
    if standing.to_approve:
        found.append(
            Attention(
                Tone.WARN,
                QCoreApplication.translate("Attention", "Approve"),
                QCoreApplication.translate(
                    "Attention", "%Ln messages are written and wait for your approval.", "", standing.to_approve
                ),
                QCoreApplication.translate("Attention", "Look at them"),
                "campaigns",
                {"tray": True},
            )
        )
    if standing.uncertain:
        found.append(
            Attention(
                Tone.WARN,
                QCoreApplication.translate("Attention", "Uncertain"),
                QCoreApplication.translate(
                    "Attention",
                    "For %Ln messages nobody knows whether they arrived. They are not sent again by themselves.",
                    "",
                    standing.uncertain,
                ),
                QCoreApplication.translate("Attention", "Decide"),
                "activity",
                {"filter": "problems"},
            )
        )
    return found


def _runs(figures: HomeFigures, late_planned: str, late_ran: str) -> list[Attention]:
    found = []
    if figures.failed_run is not None:
        sentence = figures.failed_run.error or QCoreApplication.translate(
            "Attention", "The last check did not end well."
        )
        found.append(
            Attention(
                Tone.BAD,
                QCoreApplication.translate("Attention", "Failed"),
                sentence,
                QCoreApplication.translate("Attention", "Show"),
                "activity",
                {"filter": "checks"},
            )
        )
    if figures.late_run is not None:
        sentence = QCoreApplication.translate(
            "Attention", "The check planned {planned} was missed (PC was off). Ran {ran}."
        )
        found.append(
            Attention(
                Tone.WARN,
                QCoreApplication.translate("Attention", "Missed"),
                sentence.replace("{planned}", late_planned).replace("{ran}", late_ran),
                QCoreApplication.translate("Attention", "Show"),
                "activity",
                {"filter": "checks"},
            )
        )
    return found


def _tips(figures: HomeFigures) -> list[Attention]:
    found = []
    tip = QCoreApplication.translate("Attention", "Tip")
    if figures.customers and not figures.channels:
        found.append(
            Attention(
                Tone.WARN,
                QCoreApplication.translate("Attention", "To do"),
                QCoreApplication.translate("Attention", "No channel is chosen yet, so nobody can be written to."),
                QCoreApplication.translate("Attention", "Choose…"),
                "settings",
                {"section": "connections"},
            )
        )
    elif figures.customers and not figures.standing.enabled:
        found.append(
            Attention(
                Tone.ACCENT,
                tip,
                QCoreApplication.translate("Attention", "Automatic messages are off. You approve each before it goes."),
                QCoreApplication.translate("Attention", "Switch on…"),
                "campaigns",
            )
        )
    if figures.never_asked:
        found.append(
            Attention(
                Tone.OK,
                tip,
                QCoreApplication.translate(
                    "Attention",
                    "%Ln customers have not agreed to messages. Ask them at the till.",
                    "",
                    figures.never_asked,
                ),
                QCoreApplication.translate("Attention", "Show"),
                "customers",
                {"segment": "no_consent"},
            )
        )
    return found


def _notice(notice: NoticeRow) -> Attention:
    figures = notice.figures
    sentences = {
        "provider_paused": QCoreApplication.translate(
            "Attention",
            "{provider} refused: {detail}. Nothing was sent to the {waiting} people waiting; they stay in the queue.",
        ),
        "provider_unreachable": QCoreApplication.translate(
            "Attention", "{provider} can't be reached ({detail}). {waiting} messages wait and go as soon as it answers."
        ),
        "campaign_paused": QCoreApplication.translate(
            "Attention", "A campaign was paused: {failed} of its last {of} messages were refused ({cause})."
        ),
    }
    sentence = sentences.get(notice.kind) or str(figures.get("sentence") or figures.get("detail") or notice.kind)
    for name, value in figures.items():
        text = formats.number(value) if isinstance(value, int) else str(value).strip().rstrip(".")
        sentence = sentence.replace("{" + name + "}", text)
    return Attention(
        Tone.BAD,
        QCoreApplication.translate("Attention", "Action"),
        sentence,
        QCoreApplication.translate("Attention", "Fix…"),
        "settings",
        {"section": "connections"},
    )
