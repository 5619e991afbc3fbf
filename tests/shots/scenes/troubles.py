"""Home and Activity when something is wrong, and a shop that is just being set up; played last, for it changes both."""

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


def _problem(camera: Camera) -> None:
    make_trouble(camera.shop)
    camera.window.page("home").refresh()
    camera.go("home")
    camera.take("home-problem")
    for name in ("problems", "waiting", "checks", "imports"):
        camera.go("activity", {"filter": name})
        camera.window.page("activity").refresh()
        camera.take(f"activity-trouble-{name}")


SCENES = (Scene("home-checklist", _begin, "empty"), Scene("home-problem", _problem))
