"""Plays the scenes and saves the pictures."""

import argparse
import importlib
import os
import pkgutil
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from reengage_desktop.app.sample.building import build_sample
from reengage_desktop.ui.application import make_application
from tests.shots import scenes
from tests.shots.camera import PRESENT, open_camera
from tests.shots.looks import Look, find_looks
from tests.shots.scenes import Scene


def all_scenes() -> list[Scene]:
    """The scenes of every module in the folder."""
    names = sorted(each.name for each in pkgutil.iter_modules(scenes.__path__))
    modules = [importlib.import_module(f"{scenes.__name__}.{name}") for name in names]
    return [scene for module in modules for scene in module.SCENES]


def draw(out: Path, only: tuple[str, ...], looks: list[Look]) -> list[Path]:
    """Draws everything into the folder and gives the pictures."""
    out.mkdir(parents=True, exist_ok=True)
    app = make_application(["shots"])
    wanted = [each for each in all_scenes() if not only or any(word in each.name for word in only)]
    taken: list[Path] = []
    with tempfile.TemporaryDirectory() as folder:
        kept = {"sample": Path(folder) / "sample", "empty": Path(folder) / "empty"}
        kept["empty"].mkdir()
        if any(scene.shop == "sample" for scene in wanted):
            build_sample(kept["sample"], PRESENT, _say_nothing)
        for look in looks:
            for name, shop in kept.items():
                taken += _play(app, [scene for scene in wanted if scene.shop == name], (shop, look, out, only))
    return taken


def _play(app: QApplication, wanted: list[Scene], where: tuple[Path, Look, Path, tuple[str, ...]]) -> list[Path]:
    shop, look, out, only = where
    if not wanted:
        return []
    with open_camera(app, shop, look, out, only) as camera:
        for scene in wanted:
            scene.play(camera)
    return camera.taken


def _say_nothing(_day: int, _days: int | None) -> None:
    """Building the sample shop tells how far it is."""


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.shots", description="Pictures of every screen.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", nargs="*", default=[], help="parts of the pictures' names")
    parser.add_argument("--looks", nargs="*", default=[], help="parts of the looks' names, or all; the usual four else")
    asked = parser.parse_args()
    for picture in draw(asked.out, tuple(asked.only), find_looks(asked.looks)):
        print(picture)  # noqa: T201 - that is what it is for


if __name__ == "__main__":
    main()
