"""Every tab as it opens, over the sample shop and over an empty one."""

from tests.shots.camera import Camera
from tests.shots.scenes import Scene

_TABS: tuple[tuple[str, str, object], ...] = (
    ("home", "home", None),
    ("customers", "customers", {"segment": "inactive"}),
    ("campaigns", "campaigns", None),
    ("templates", "templates", None),
    ("analytics", "analytics", None),
    ("activity", "activity", {"filter": "all"}),
    ("activity-problems", "activity", {"filter": "problems"}),
    ("activity-checks", "activity", {"filter": "checks"}),
    ("activity-imports", "activity", {"filter": "imports"}),
    ("settings-shop", "settings", {"section": "shop"}),
    ("settings-rules", "settings", {"section": "rules"}),
    ("settings-connections", "settings", {"section": "connections"}),
    ("settings-copies", "settings", {"section": "backup"}),
    ("settings-appearance", "settings", {"section": "app"}),
)


def _tab(name: str, page: str, argument: object, suffix: str = "") -> Scene:
    def play(camera: Camera) -> None:
        shown = camera.go(page, argument)
        shown.verticalScrollBar().setValue(0)
        if page == "customers" and not suffix:
            shown.table.select_id(shown.model.id_at(4))
            shown.table.scrollToTop()
        camera.take(name + suffix)

    return Scene(name + suffix, play, "empty" if suffix else "sample")


SCENES = tuple(_tab(*each) for each in _TABS) + tuple(
    _tab(*each, suffix="-empty") for each in _TABS if each[0].partition("-")[0] == each[0]
)
