"""Home and Activity when something is wrong, and a shop that is just being set up; played last, for it changes both."""

from datetime import timedelta

from reengage_desktop.domain.vocabulary import Job
from reengage_desktop.jobs import clock_watch
from reengage_desktop.jobs.tasks import queue
from reengage_desktop.store import job_runs
from reengage_desktop.ui.activity.facts import FactsDialog
from reengage_desktop.ui.activity.message import MessageDialog
from reengage_desktop.ui.activity.taking_back import TakeBackDialog
from tests.shots.camera import Camera
from tests.shots.scenes import Scene
from tests.ui.lively import add_runs, make_lively
from tests.ui.troubles import make_trouble


def _begin(camera: Camera) -> None:
    make_lively(camera.shop)
    add_runs(camera.shop)
    camera.window.page("home").refresh()
    camera.go("home")
    camera.take("home-checklist")


_TROUBLES = tuple(f"activity-trouble-{name}" for name in ("problems", "waiting", "checks", "imports"))
_DETAILS = (
    "activity-selected",
    "activity-why",
    "activity-run",
    "activity-import-selected",
    "activity-import-take-back",
    "activity-came-back",
)


def _busy(camera: Camera) -> None:
    """While messages go out: everything approved, one on its way, the sending run not yet ended."""
    queue.approve(camera.shop)
    db = camera.shop.db
    db.run("UPDATE outbox SET state = 'sending' WHERE id = (SELECT min(id) FROM outbox WHERE state = 'pending')")
    job_runs.begin(db, Job.SEND, camera.shop.now(), trigger="clock")
    camera.window.page("home").refresh()
    camera.go("home")
    camera.take("home-busy")
    for name in ("waiting", "checks"):
        camera.go("activity", {"filter": name})
        camera.window.page("activity").refresh()
        camera.take(f"activity-busy-{name}")


def _problem(camera: Camera) -> None:
    make_trouble(camera.shop)
    camera.window.page("home").refresh()
    camera.go("home")
    camera.take("home-problem")
    _clock(camera)
    for name in _TROUBLES:
        camera.go("activity", {"filter": name.rpartition("-")[2]})
        camera.window.page("activity").refresh()
        camera.take(name)
    _details(camera)


def _clock(camera: Camera) -> None:
    """The PC's clock lies a year ahead of what was recorded: the owner is asked whether its date is right."""
    shop, was_sample = camera.shop, camera.shop.is_sample
    shop.is_sample = False  # an invented shop may be opened after years
    clock_watch.watch(shop, shop.now() + timedelta(days=365))
    camera.window.page("home").refresh()
    camera.go("home")
    camera.take("home-clock")
    clock_watch.confirm(shop)
    shop.is_sample = was_sample
    camera.settle()


def _details(camera: Camera) -> None:
    """Why one waits, what one run found, and the owner's word on selected messages."""
    page = camera.go("activity", {"filter": "waiting"})
    waiting = camera.shop.db.value("SELECT id FROM outbox WHERE reason = 'quiet_hours'")
    page.table.select_id(waiting)
    camera.settle()
    camera.take("activity-selected")
    page.table.opened.emit(waiting)
    dialog = camera.window.findChild(MessageDialog)
    camera.take("activity-why", dialog)
    dialog.close()
    page = camera.go("activity", {"filter": "checks"})
    page.ensureWidgetVisible(page.runs.table)  # what was never seen was never fetched
    camera.settle()
    page.runs.table.opened.emit(page.runs.model.id_at(0))
    dialog = camera.window.findChild(FactsDialog)
    camera.take("activity-run", dialog)
    dialog.close()
    page = camera.go("activity", {"filter": "imports"})
    page.ensureWidgetVisible(page.imports.table)
    camera.settle()
    page.imports.table.select_id(page.imports.model.id_at(0))
    camera.settle()
    camera.take("activity-import-selected")
    page.imports.undo.click()
    camera.settle()
    dialog = camera.window.findChild(TakeBackDialog)
    camera.take("activity-import-take-back", dialog)
    dialog.close()
    camera.go("activity", {"filter": "came_back", "days": 30})
    camera.take("activity-came-back")


SCENES = (
    Scene("home-checklist", _begin, "empty"),
    Scene("home-busy activity-busy-waiting activity-busy-checks", _busy),
    Scene(" ".join(("home-problem", "home-clock", *_TROUBLES, *_DETAILS)), _problem),
)
