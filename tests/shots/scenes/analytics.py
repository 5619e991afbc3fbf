"""Analytics full, compared, as a table, over two days of one's own choice, with too few to judge, and empty."""

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QScrollArea

from tests.shots.camera import Camera
from tests.shots.scenes import Scene


def _scroll(camera: Camera, share: float) -> None:
    page = camera.window.page("analytics")
    assert isinstance(page, QScrollArea)
    camera.settle()
    bar = page.verticalScrollBar()
    bar.setValue(round(bar.maximum() * share))


def _full(camera: Camera) -> None:
    camera.go("analytics", {"days": 90})
    camera.window.page("analytics").lines.lines.move_to(60)
    camera.take("analytics-full")
    _scroll(camera, 0.5)
    camera.take("analytics-middle")
    camera.window.page("analytics").hours.heat.setFocus(Qt.FocusReason.TabFocusReason)
    camera.window.page("analytics").hours.heat.move_to(60)
    _scroll(camera, 1.0)
    camera.take("analytics-end")
    _scroll(camera, 0.0)


def _compared(camera: Camera) -> None:
    camera.go("analytics", {"days": 30})
    page = camera.window.page("analytics")
    page.range.compare.setChecked(True)
    camera.take("analytics-compared")
    page.lines.turn()
    camera.settle()
    camera.take("analytics-table")
    page.lines.turn()
    page.range.compare.setChecked(False)


def _few(camera: Camera) -> None:
    camera.go("analytics", {"days": 7})
    camera.take("analytics-few")


def _custom(camera: Camera) -> None:
    camera.go("analytics")
    page = camera.window.page("analytics")
    page.range.choose_period(QDate(2026, 10, 20), QDate(2026, 11, 3))
    camera.take("analytics-custom")
    page.range.choose_period(QDate(2026, 1, 3), QDate(2026, 1, 20))
    camera.take("analytics-nothing-sent")
    camera.go("analytics", {"days": 30})


def _empty(camera: Camera) -> None:
    camera.go("analytics")
    camera.take("analytics-nobody")
    _scroll(camera, 1.0)
    camera.take("analytics-nobody-end")


SCENES = (
    Scene("analytics-full analytics-middle analytics-end", _full),
    Scene("analytics-compared analytics-table", _compared),
    Scene("analytics-few", _few),
    Scene("analytics-custom analytics-nothing-sent", _custom),
    Scene("analytics-nobody analytics-nobody-end", _empty, shop="empty"),
)
