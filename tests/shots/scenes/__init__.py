"""What pictures are taken of: one module per area, each with its `SCENES`."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.shots.camera import Camera


@dataclass(frozen=True)
class Scene:
    """Something to open and take pictures of. `shop`: `sample` (lively) or `empty`; each look has a copy of its own.

    `spoils`: the shop is another one afterwards, so that it is played after the others.
    """

    name: str
    play: Callable[[Camera], None]
    shop: str = "sample"
    spoils: bool = False
