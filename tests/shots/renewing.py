"""Draws the pictures of the documentation anew: `python -m tests.shots.renewing [part of a name …]`.

Each comes from a scene that is played in a fresh sample shop, so that no other scene shows in it. `packaged.png` is of
the packaged program and comes from `.ci/frozen.py`.
"""

import argparse
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from reengage_desktop.ui.application import make_application
from tests.shots.__main__ import Album, all_scenes, make_shops, play
from tests.shots.looks import LOOKS, MORE_LOOKS
from tests.shots.scenes import Scene

IMAGES = Path(__file__).parents[2] / "docs" / "images"
_GROUND, _GAP = "#888d94", 16
_COLOURS = 256
_USUAL = "light-1280"
_CARDS = (
    "not-connected", "saved", "testing", "on-trial", "wrong-key", "suspended", "sender", "quota", "throttled",
    "no-money", "breaker", "unreachable", "locked", "proxy",
)  # fmt: skip
_ENDINGS = ("asked", "sent", "refused", "unsure", "paused", "rests", "customers", "suppressed")


@dataclass(frozen=True)
class Image:
    """A picture of the documentation: what scenes took, with the look of each, put together in so many columns."""

    name: str
    parts: tuple[tuple[str, str], ...]
    columns: int = 1


def _one(name: str, picture: str, look: str = _USUAL) -> Image:
    return Image(name, ((picture, look),))


PICTURES = (
    _one("first-run-light", "first-run-rhythm"),
    _one("home-light", "home"),
    _one("customers-light", "customers"),
    _one("campaigns-light", "campaigns-own"),
    _one("approval-light", "campaigns-approve"),
    _one("wizard-check-light", "wizard-check"),
    _one("campaign-result-light", "campaign-result"),
    _one("templates-light", "templates-problem"),
    _one("analytics-dark", "analytics-full", "dark-1280"),
    _one("activity-problems-light", "activity-trouble-problems"),
    _one("connections-light", "settings-provider-refused"),
    _one("import-light", "import-columns"),
    _one("home-empty-light", "home-empty"),
    _one("activity-busy-dark", "activity-busy-checks", "dark-1280"),
    _one("home-problem-dark", "home-problem", "dark-1280"),
    _one("import-problems-dark", "import-broken", "dark-1280"),
    _one("import-rows-light", "import-shopify-rows"),
    _one("import-semicolons-light", "import-cp1252"),
    _one("import-dates-light", "import-dates"),
    _one("import-refused-dark", "import-payouts", "dark-1280"),
    _one("customers-dark", "customers", "dark-1280"),
    _one("customers-small", "customers", "light-960"),
    _one("analytics-small", "analytics", "light-960"),
    _one("customers-german", "customers", "german-960"),
    _one("campaigns-german", "campaigns-limits", "german-960"),
    _one("home-mirrored", "home", "mirrored-1280"),
    _one("home-large", "home", "large-960"),
    _one("settings-large", "settings-rules", "large-960"),
    _one("by-hand-light", "by-hand"),
    _one("call-light", "call"),
    _one("connection-works-light", "card-works"),
    _one("connection-works-dark", "card-works", "dark-1280"),
    _one("connections-locked-light", "connections-store-locked"),
    _one("receipt-light", "settings-receipt"),
    _one("replies-light", "replies"),
    Image("connection-states-light", tuple((f"card-{each}", _USUAL) for each in _CARDS), 2),
    Image("test-message-light", tuple((f"test-message-{each}", _USUAL) for each in _ENDINGS), 3),
    Image("papers", tuple((f"paper-{each}", _USUAL) for each in ("call-sheet", "letters", "labels")), 3),
    Image("mail", tuple((f"mail-{wide}", look) for wide in (600, 360) for look in (_USUAL, "dark-1280")), 4),
)


def renew(app: QApplication, wanted: tuple[Image, ...], target: Path) -> list[Path]:
    """Draws these pictures into the target and gives their files."""
    scenes = {name: scene for scene in all_scenes() for name in scene.name.split()}
    with tempfile.TemporaryDirectory() as folder:
        drawn = _draw(app, scenes, wanted, Path(folder))
        return [_put_together(image, drawn, target) for image in wanted]


def _draw(app: QApplication, scenes: dict[str, Scene], wanted: tuple[Image, ...], folder: Path) -> Path:
    """Plays every scene once in each look that is asked of it; gives the folder with what it took."""
    needed = sorted({(scenes[picture].name, look) for image in wanted for picture, look in image.parts})
    by_name = {scene.name: scene for scene in scenes.values()}
    shops = make_shops(folder, [by_name[name] for name, _look in needed])
    looks = {look.name: look for look in LOOKS + MORE_LOOKS}
    drawn = folder / "drawn"
    drawn.mkdir()
    for name, look in needed:
        scene = by_name[name]
        play(app, [scene], (shops[scene.shop], looks[look], drawn, ()), Album())
    return drawn


def _put_together(image: Image, drawn: Path, target: Path) -> Path:
    parts = [QImage(str(drawn / f"{picture}-{look}.png")) for picture, look in image.parts]
    made = parts[0] if len(parts) == 1 else _tiled(parts, image.columns)
    file = target / f"{image.name}.png"
    _lightened(made).save(str(file), quality=0)
    return file


def _tiled(parts: list[QImage], columns: int) -> QImage:
    """The parts row by row, each as high as its tallest, a gap apart."""
    rows = [parts[start : start + columns] for start in range(0, len(parts), columns)]
    widths = [max(row[at].width() for row in rows if at < len(row)) for at in range(columns)]
    heights = [max(each.height() for each in row) for row in rows]
    size = QSize(sum(widths) + _GAP * (columns + 1), sum(heights) + _GAP * (len(rows) + 1))
    made = QImage(size, QImage.Format.Format_RGB32)
    made.fill(_GROUND)
    painter = QPainter(made)
    top = _GAP
    for row, height in zip(rows, heights, strict=True):
        left = _GAP
        for each, width in zip(row, widths, strict=False):
            painter.drawImage(QPoint(left, top), each)
            left += width + _GAP
        top += height + _GAP
    painter.end()
    return made


def _lightened(picture: QImage) -> QImage:
    """The picture in its commonest colours, each other one in the nearest of them: a third of the file."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(plain.constBits()).cast("B").cast("I"))
    table = [colour for colour, _count in counted.most_common(_COLOURS)]
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, flags)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.shots.renewing", description="Pictures for docs/images.")
    parser.add_argument("only", nargs="*", help="parts of the pictures' names; all else")
    parser.add_argument("--out", type=Path, default=IMAGES)
    asked = parser.parse_args()
    wanted = tuple(each for each in PICTURES if not asked.only or any(word in each.name for word in asked.only))
    asked.out.mkdir(parents=True, exist_ok=True)
    for file in renew(make_application(["shots"]), wanted, asked.out):
        print(file)  # noqa: T201 - that is what it is for


if __name__ == "__main__":
    main()
