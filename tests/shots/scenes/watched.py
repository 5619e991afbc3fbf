"""The folder whose files come in by themselves: its card in Settings, and what Home says of a file that waits."""

from PySide6.QtWidgets import QScrollArea

from reengage_desktop.jobs.tasks import watched
from reengage_desktop.store import notices
from tests.shots.camera import Camera
from tests.shots.scenes import Scene

_UNKNOWN = "Nummer;Mail;Stufe\n1;zoe@example.com;A\n"
_PIECE = "Nummer;Mail;Stufe\n1;zoe@example.com;A\n2;bo"


def _play(camera: Camera) -> None:
    folder = camera.files / "Exports"
    folder.mkdir(exist_ok=True)
    page = camera.go("settings", {"section": "app"})
    area = page._stack.currentWidget()
    assert isinstance(area, QScrollArea)
    card = page.section("app").folder
    area.ensureWidgetVisible(card)
    camera.take("settings-watched-none")
    watched.choose_folder(camera.shop, str(folder))
    camera.settle()
    area.ensureWidgetVisible(card)
    camera.take("settings-watched")
    for name, text in (("loyalty cards.csv", _UNKNOWN), ("stopped.csv", _PIECE)):
        path = folder / name
        path.write_text(text, encoding="utf-8")
        watched.take_up(camera.shop, path)
    camera.go("home")
    camera.window.page("home").refresh()
    camera.settle()
    camera.take("home-file-waits")
    for name in ("loyalty cards.csv", "stopped.csv"):
        notices.dismiss(camera.shop.db, f"folder:{name}", camera.shop.now())
    watched.choose_folder(camera.shop, "")
    camera.settle()


SCENES = (Scene("settings-watched-none settings-watched home-file-waits", _play),)
