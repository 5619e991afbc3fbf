"""The line over the messages that says how the queue moves: what waits, when the next one goes, and how fast."""

from reengage_desktop.domain.moments import stamp
from reengage_desktop.jobs.tasks.pace import Pace, read_pace
from reengage_desktop.ui import formats
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.reasons import reason_sentence
from reengage_desktop.ui.telling import provider_title
from reengage_desktop.ui.widgets.text import paragraph, set_role
from reengage_desktop.ui.wording import translate


class QueueLine:
    """Fills a label; all its figures come from what the sender itself would do."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.label = paragraph("", "muted")

    def load(self) -> None:
        """Reads the pace."""
        self._desk.read(lambda: read_pace(self._desk.shop), self.label, self._show)

    def _show(self, pace: Pace) -> None:
        self.label.setText(self.words(pace))
        is_stuck = pace.held_by is not None or not pace.goes_by_itself
        set_role(self.label, "warn" if is_stuck and pace.open.waiting else "muted")

    def words(self, pace: Pace) -> str:
        """The sentence for a pace."""
        parts = []
        if pace.open.waiting:
            parts.append(self._waiting(pace))
        held = pace.open.to_approve + pace.open.to_answer
        if held:
            parts.append(translate("Activity", "%Ln wait for your approval", "", held))
        return " · ".join(parts) or translate("Activity", "Nothing waits.")

    def _waiting(self, pace: Pace) -> str:
        count = translate("Activity", "%Ln waiting", "", pace.open.waiting)
        if pace.held_by is not None:
            return f"{count} – {reason_sentence(pace.held_by, self._desk.settings)}"
        if not pace.goes_by_itself:
            words = translate(
                "Activity",
                "nothing goes by itself: this PC has no password store. Mark the messages and press “Send now”.",
            )
            return f"{count} – {words}"
        if pace.next_at is None:
            return count
        if pace.next_at <= self._desk.now():
            turn = translate("Activity", "next within a minute")
        else:
            turn = translate("Activity", "next {when}").replace("{when}", self._desk.when(stamp(pace.next_at)))
        return f"{count} – {turn}{self._limits(pace)}"

    def _limits(self, pace: Pace) -> str:
        word = translate("Activity", "{provider}: at most {count} a minute")
        limits = [
            word.replace("{provider}", provider_title(limit.provider)).replace(
                "{count}", formats.number(limit.per_minute)
            )
            for limit in pace.limits
        ]
        return f" ({', '.join(limits)})" if limits else ""
