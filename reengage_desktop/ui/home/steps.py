"""The checklist of a new shop: four steps, each a link, until all are done or the owner puts the card away."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QPushButton

from reengage_desktop.jobs.tasks import checklist
from reengage_desktop.jobs.tasks.checklist import Checklist
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.buttons import button, icon_button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.flow import FlowLayout

_KEY, _DONE = "home/first_steps", "1"
_NEW = "0000"


class StepsCard(Card):
    """As it was last until the facts come, which takes a moment: nothing below it moves then."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(QCoreApplication.translate("StepsCard", "First steps"))
        self._desk = desk
        self.steps: list[QPushButton] = []
        self.add_to_head(icon_button("x", self.tr("Put the first steps away"), self._put_away))
        self._flow = FlowLayout(spacing=18, line_spacing=4)
        self.add(self._flow)
        for made in (
            self._step(lambda: desk.import_asked.emit("")),
            self._step(lambda: desk.go("settings", {"section": "connections"})),
            self._step(lambda: desk.go("templates", {"test": True})),
            self._step(lambda: desk.go("campaigns", {"new": True})),
        ):
            self._flow.addWidget(made)
        self._memory = QSettings(str(desk.shop.paths.folder / "window.ini"), QSettings.Format.IniFormat)
        kept = str(self._memory.value(_KEY, "" if desk.shop.is_sample else _NEW) or "")
        self._mark([each == _DONE for each in kept])
        if len(kept) < len(self.steps):
            self.hide()

    def show_steps(self, found: Checklist) -> None:
        """Shows how far the owner is."""
        steps = (found.has_customers, found.has_channel, found.has_tested, found.has_started)
        done = () if found.is_hidden else steps
        self._memory.setValue(_KEY, "".join(str(int(each)) for each in done))
        self.setVisible(not found.is_hidden)
        self._mark(done)

    def _mark(self, done: Sequence[bool]) -> None:
        for made, name, is_done in zip(self.steps, self._names(), done, strict=False):
            made.setText(f"{'☑' if is_done else '☐'} {name}")
            state = self.tr("done") if is_done else self.tr("to do")
            made.setAccessibleName(f"{name}: {state}")
            made.updateGeometry()

    def _names(self) -> tuple[str, str, str, str]:
        return (
            self.tr("Bring in your customers"),
            self.tr("Connect a channel"),
            self.tr("Send yourself a test"),
            self.tr("Start the first campaign"),
        )

    def _step(self, deed: Callable[[], None]) -> QPushButton:
        made = button("", deed, kind="link")
        made.setAccessibleName(self._names()[len(self.steps)])
        self.steps.append(made)
        return made

    def _put_away(self) -> None:
        shop = self._desk.shop

        def undo() -> None:
            self._desk.act(lambda: checklist.bring_back(shop), self._desk, lambda _: None)

        sentence = self.tr("The first steps were put away.")
        self._desk.act(lambda: checklist.put_away(shop), self, lambda _: self._desk.say(sentence, undo))
