"""Plays the scenes and saves the pictures."""

import argparse
import importlib
import os
import pkgutil
import tempfile
from dataclasses import dataclass, field
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
    """The scenes of every module in the folder; those that spoil the shop for others come last."""
    names = sorted(each.name for each in pkgutil.iter_modules(scenes.__path__))
    modules = [importlib.import_module(f"{scenes.__name__}.{name}") for name in names]
    found = [scene for module in modules for scene in module.SCENES]
    return sorted(found, key=lambda scene: scene.spoils)


@dataclass
class Album:
    """The pictures, and what is nameless, cut off or covered in them."""

    pictures: list[Path] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def draw(app: QApplication, out: Path, only: tuple[str, ...], looks: list[Look]) -> Album:
    """Draws everything into the folder."""
    out.mkdir(parents=True, exist_ok=True)
    wanted = [each for each in all_scenes() if not only or any(word in each.name for word in only)]
    album = Album()
    with tempfile.TemporaryDirectory() as folder:
        kept = make_shops(Path(folder), wanted)
        for look in looks:
            for name, shop in kept.items():
                played = [scene for scene in wanted if scene.shop == name]
                play(app, played, (shop, look, out, only), album)
    return album


def make_shops(folder: Path, wanted: list[Scene]) -> dict[str, Path]:
    """The shops that the scenes are played in, by their kind, in a folder of their own."""
    kept = {"sample": folder / "sample", "empty": folder / "empty"}
    kept["empty"].mkdir()
    if any(scene.shop == "sample" for scene in wanted):
        build_sample(kept["sample"], PRESENT, _say_nothing)
    return kept


def play(app: QApplication, wanted: list[Scene], where: tuple[Path, Look, Path, tuple[str, ...]], album: Album) -> None:
    """Plays the scenes, one after the other, in one window over a copy of the shop."""
    shop, look, out, only = where
    if not wanted:
        return
    with open_camera(app, shop, look, out, only) as camera:
        for scene in wanted:
            camera.window.toast.hide()  # what the scene before said
            scene.play(camera)
    album.pictures += camera.taken
    album.faults += camera.faults


def _say_nothing(_day: int, _days: int | None) -> None:
    """Building the sample shop tells how far it is."""


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.shots", description="Pictures of every screen.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", nargs="*", default=[], help="parts of the pictures' names")
    parser.add_argument("--looks", nargs="*", default=[], help="parts of the looks' names, or all; the usual four else")
    asked = parser.parse_args()
    album = draw(make_application(["shots"]), asked.out, tuple(asked.only), find_looks(asked.looks))
    for line in (*map(str, album.pictures), *album.faults):
        print(line)  # noqa: T201 - that is what it is for


if __name__ == "__main__":
    main()
