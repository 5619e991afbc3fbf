"""The pictures of the documentation: each one is renewed by a command, and shown somewhere."""

import re
from pathlib import Path

from tests.shots.__main__ import all_scenes
from tests.shots.looks import LOOKS, MORE_LOOKS
from tests.shots.renewing import PICTURES

_OF_THE_PACKAGE = "packaged"


def test_every_picture_is_renewed_and_shown(repository: Path) -> None:
    """Issue 3, "What it must show" 1: no picture of docs/images is left behind, and none is missing."""
    there = {each.stem for each in (repository / "docs" / "images").glob("*.png")}
    assert there == {each.name for each in PICTURES} | {_OF_THE_PACKAGE}
    papers = [repository / "README.md", *(repository / "docs").glob("*.md")]
    shown = {name for paper in papers for name in re.findall(r"images/([\w-]+)\.png", paper.read_text("utf-8"))}
    assert there == shown


def test_every_part_of_a_picture_is_taken_by_a_scene() -> None:
    """The names of scenes and looks that the pictures are made of exist."""
    taken = {name for scene in all_scenes() for name in scene.name.split()}
    looks = {look.name for look in LOOKS + MORE_LOOKS}
    parts = {part for picture in PICTURES for part in picture.parts}
    assert {picture for picture, _look in parts} <= taken
    assert {look for _picture, look in parts} <= looks
