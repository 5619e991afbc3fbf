"""The packaged program: what build.spec leaves out is asked for by nobody; by hand, it is built and tried out whole."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

# Imports every module of the package while the excluded ones can't be found, as in the packaged program.
TRIAL = """
import importlib, pkgutil, sys

class LeftOut:
    def find_spec(self, name, path=None, target=None):
        if any(name == left or name.startswith(left + ".") for left in sys.argv[1:]):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, LeftOut())
import reengage_desktop
for module in pkgutil.walk_packages(reengage_desktop.__path__, "reengage_desktop."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
"""


def excludes(spec: str) -> list[str]:
    """The modules that the recipe leaves out."""
    for node in ast.walk(ast.parse(spec)):
        if isinstance(node, ast.keyword) and node.arg == "excludes":
            left_out: list[str] = ast.literal_eval(node.value)
            return left_out
    return []


def import_all_without(*left_out: str) -> "subprocess.CompletedProcess[str]":
    """Imports the whole package where these modules are missing."""
    return subprocess.run([sys.executable, "-c", TRIAL, *left_out], capture_output=True, text=True, check=False)


def test_nobody_asks_for_what_is_left_out(repository: Path) -> None:
    """D4: the package, and all that it imports, does without the modules that the packaged program lacks."""
    left_out = excludes((repository / "build.spec").read_text(encoding="utf-8"))
    assert "phonenumbers.geodata" in left_out
    done = import_all_without(*left_out)
    assert done.returncode == 0, done.stderr


def test_a_module_too_many_is_noticed() -> None:
    """Negative control: the templates' engine needs pytz, although nothing of ours does."""
    assert "pytz" in import_all_without("pytz").stderr


@pytest.mark.soak
def test_packaged_program(repository: Path) -> None:
    """D4: built, and tried out where there is no source: doctor, import, demo, and a window where there is Xvfb."""
    done = subprocess.run([sys.executable, ".ci/setup.py", "--package"], cwd=repository, check=False)
    assert done.returncode == 0
