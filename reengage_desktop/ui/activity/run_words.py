"""What a run did, in words: a line for the list, and every figure for its dialog."""

from collections.abc import Mapping
from typing import Any

from reengage_desktop.domain.listings import CATCH_UP, RunRow
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.activity.facts import Fact
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.reasons import reason_sentence
from reengage_desktop.ui.tables import Cell, Column
from reengage_desktop.ui.telling import told_words
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.wording import translate


class RunWords:
    """Turns a run into cells and facts."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def columns(self) -> list[Column[RunRow]]:
        """The columns from left to right."""
        return [
            Column("at", translate("Runs", "When"), self._at, width=17),
            Column("job", translate("Runs", "Check"), lambda run: Cell(wording.job_name(run.job)), width=33),
            Column("state", translate("Runs", "State"), self._state, width=10),
            Column("story", translate("Runs", "What came of it"), self._story, width=40, stretches=True),
            Column("took", translate("Runs", "Took"), lambda run: Cell(self.took(run)), width=8, gives_way=1),
        ]

    def story(self, run: RunRow) -> str:
        """What a run found and whether it was late, in one line."""
        if run.status == "running":
            return translate("Runs", "still running")
        parts = [told_words(run.error)] if run.error else []
        if run.was_missed:
            parts.append(self.late(run))
        parts += [text for _, text in counts(run.result)]
        left_out = sum(count for _, count in skipped(run.result))
        if left_out:
            parts.append(translate("Runs", "%Ln left out", "", left_out))
        return " · ".join(parts) or translate("Runs", "nothing to do")

    def facts(self, run: RunRow) -> list[Fact]:
        """Everything about a run, each reason with its sentence."""
        found: list[Fact] = [
            (translate("Runs", "Started"), self._desk.exact(run.started_at)),
            (translate("Runs", "Started by"), self.starter(run)),
            (translate("Runs", "Planned"), self._desk.exact(run.planned_at)),
            (translate("Runs", "Took"), self.took(run)),
            (translate("Runs", "State"), self.status(run.status)[0]),
            (translate("Runs", "Error"), told_words(run.error or "")),
        ]
        found += [(translate("Runs", "Result") if not place else "", text) for place, text in self._results(run)]
        for place, (reason, count) in enumerate(skipped(run.result)):
            text = f"{formats.number(count)} × {reason_sentence(reason, self._desk.settings)}"
            found.append((translate("Runs", "Left out") if not place else " ", text))
        return found

    def late(self, run: RunRow) -> str:
        """That a run was late, and why."""
        text = translate("Runs", "ran late: planned {when}, but the PC was off or asleep")
        return text.replace("{when}", self._desk.when(run.planned_at))

    def starter(self, run: RunRow) -> str:
        """Who or what started it."""
        if run.trigger == CATCH_UP:
            return self.late(run) if run.was_missed else translate("Runs", "the program, when it started")
        return translate("Runs", "you") if run.trigger == "owner" else translate("Runs", "the clock, in time")

    def took(self, run: RunRow) -> str:
        """How long it took; under a second where both moments are the same."""
        if run.finished_at is None:
            return ""
        return formats.duration(run.finished_at - run.started_at) if run.finished_at > run.started_at else "< 1 s"

    def status(self, status: str) -> tuple[str, Tone]:
        """How it ended, in a word."""
        words = {
            "success": (translate("Runs", "Done"), Tone.OK),
            "failed": (translate("Runs", "Failed"), Tone.BAD),
            "running": (translate("Runs", "Running"), Tone.ACCENT),
        }
        return words.get(status, (status, Tone.NEUTRAL))

    def _results(self, run: RunRow) -> list[tuple[int, str]]:
        return list(enumerate(text for _, text in counts(run.result)))

    def _at(self, run: RunRow) -> Cell:
        return Cell(self._desk.when(run.started_at), tip=self._desk.exact(run.started_at))

    def _state(self, run: RunRow) -> Cell:
        word, tone = self.status(run.status)
        return Cell(word, chip=tone)

    def _story(self, run: RunRow) -> Cell:
        text = self.story(run)
        return Cell(text, tip=text)


def counts(result: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The figures of a run that are not zero, each in words."""

    def count(key: str) -> int:
        value = result.get(key, 0)
        return value if isinstance(value, int) else 0

    said = [
        ("total_processed", translate("Runs", "%Ln looked at", "", count("total_processed"))),
        ("total_notified", translate("Runs", "%Ln messages written", "", count("total_notified"))),
        ("total_failed", translate("Runs", "%Ln failed", "", count("total_failed"))),
        ("queued", translate("Runs", "%Ln messages written", "", count("queued"))),
        ("sent", translate("Runs", "%Ln sent", "", count("sent"))),
        ("failed", translate("Runs", "%Ln refused", "", count("failed"))),
        ("deferred", translate("Runs", "%Ln later", "", count("deferred"))),
        ("uncertain", translate("Runs", "%Ln uncertain", "", count("uncertain"))),
        ("opt_outs", translate("Runs", "%Ln opted out", "", count("opt_outs"))),
        ("replies", translate("Runs", "%Ln answers", "", count("replies"))),
        ("views", translate("Runs", "%Ln old views removed", "", count("views"))),
        ("expired", translate("Runs", "%Ln too late to send", "", count("expired"))),
        ("backups_removed", translate("Runs", "%Ln old copies removed", "", count("backups_removed"))),
    ]
    found = [(key, text) for key, text in said if count(key)]
    events = result.get("events")
    if isinstance(events, dict):
        found += [(kind, f"{formats.number(value)} × {wording.event_name(kind)}") for kind, value in events.items()]
    if result.get("backup"):
        found.append(("backup", translate("Runs", "a copy of the shop saved")))
    return found


def skipped(result: Mapping[str, Any]) -> list[tuple[str, int]]:
    """Who was left out, the commonest reason first."""
    found = result.get("skipped")
    return sorted(found.items(), key=lambda item: -item[1]) if isinstance(found, dict) else []
