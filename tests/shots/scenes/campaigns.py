"""The campaigns' screens: what waits for approval, and what writes by itself further down."""

from tests.shots.camera import Camera
from tests.shots.scenes import Scene


def _approve(camera: Camera) -> None:
    page = camera.go("campaigns", {"approve": True})
    camera.take("campaigns-approve")
    page.show_overview()


def _always_on(camera: Camera) -> None:
    page = camera.go("campaigns")
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    camera.take("campaigns-limits")
    page.verticalScrollBar().setValue(0)


SCENES = (
    Scene("campaigns-approve", _approve),
    Scene("campaigns-limits", _always_on),
)
