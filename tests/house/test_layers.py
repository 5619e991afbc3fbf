"""The layers: no module is part of an import cycle, and every import contract turns red when somebody crosses it."""

import ast
import re
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.house.source import PACKAGE, Module, read

# One convenient import per contract of pyproject.toml: (where it would be written, what it says, the contract's name).
CROSSINGS = [
    ("domain/money.py", "import reengage_desktop.store", "1 "),
    ("engine/profiles.py", "import reengage_desktop.engine.queueing", "2 "),
    ("jobs/events.py", "import PySide6.QtCore", "3 "),
    ("domain/moments.py", "def later():\n    import threading", "4 "),
    ("engine/queueing.py", "from peewee import Model", "5 "),
    ("store/migrations/m0001_first.py", "import reengage_desktop.domain.vocabulary", "6 "),
    ("channels/registry.py", "import urllib3", "7 urllib3"),
    ("channels/registry.py", "import dns", "7 dns"),
    ("jobs/events.py", "import apscheduler", "7 apscheduler"),
    ("channels/registry.py", "import keyring", "7 keyring"),
    ("ui/home/page.py", "import reengage_desktop.ui.customers", "8 "),
    ("ui/home/page.py", "import reengage_desktop.engine.queueing", "9 "),
    ("channels/twilio.py", "import reengage_desktop.channels.pretend", "10 "),
    ("domain/contacts.py", "import reengage_desktop.domain.vocabulary", "11 "),
    ("connectors/opening/table.py", "import reengage_desktop.connectors.recognising.headings.naming", "12 "),
    ("domain/vocabulary.py", "def later():\n    import reengage_desktop.domain.contacts", "11 "),
]
# What the real package imports from outside, without which a contract has nothing to protect.
OUTSIDE = {
    "ui/window.py": "import PySide6.QtWidgets",
    "store/database.py": "import peewee",
    "transport/sessions.py": "import urllib3",
    "channels/domain_records.py": "import dns",
    "jobs/clock.py": "import apscheduler",
    "credentials.py": "import keyring",
}


def edges(modules: list[Module]) -> dict[str, set[str]]:
    """Which module of the package imports which, imports inside functions included."""
    names = {_name(module): module for module in modules}
    graph: dict[str, set[str]] = {name: set() for name in names}
    for name, module in names.items():
        for node in module.nodes:
            if isinstance(node, ast.Import):
                found = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                found = [_target(node.module, alias.name, names) for alias in node.names]
            else:
                continue
            graph[name].update(target for target in found if target in names and target != name)
    return graph


def _name(module: Module) -> str:
    return module.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _target(module: str, name: str, known: dict[str, Module]) -> str:
    return f"{module}.{name}" if f"{module}.{name}" in known else module


def cycle(graph: dict[str, set[str]]) -> list[str]:
    """One import cycle, or nothing."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as found:
        return list(found.args[1])
    return []


def test_no_import_cycles() -> None:
    """No module imports itself by a detour, not even inside a function."""
    assert not cycle(edges(read(PACKAGE)))


def test_import_cycles_are_seen() -> None:
    """Negative control: a cycle closed by an import inside a function is found."""
    one = Module("reengage_desktop/one.py", "from reengage_desktop import two")
    two = Module("reengage_desktop/two.py", "def f():\n    from reengage_desktop.one import g")
    assert set(cycle(edges([one, two]))) == {"reengage_desktop.one", "reengage_desktop.two"}
    assert not cycle(edges([one]))


@pytest.fixture
def hollow(tmp_path: Path) -> Path:
    """A copy of the package with every file empty but for its proper outside import, under the same contracts."""
    for path in PACKAGE.rglob("*.py"):
        copy = tmp_path / path.relative_to(PACKAGE.parent)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(OUTSIDE.get(path.relative_to(PACKAGE).as_posix(), "") + "\n", encoding="utf-8")
    text = (PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8")
    contracts = "[tool.importlinter]" + text.partition("[tool.importlinter]")[2]
    (tmp_path / "pyproject.toml").write_text(contracts, encoding="utf-8")
    return tmp_path


def _verdicts(folder: Path) -> dict[str, bool]:
    """Which contracts hold for the package in the folder, by name."""
    program = "import sys; sys.path.insert(0, ''); from importlinter.cli import lint_imports_command as lint; lint()"
    command = [sys.executable, "-P", "-c", program, "--no-cache"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    found = re.findall(r"^(\d+ .+) (KEPT|BROKEN)\b", done.stdout, re.MULTILINE)
    assert found, done.stdout + done.stderr
    return {name: verdict == "KEPT" for name, verdict in found}


def test_contracts_turn_red(hollow: Path) -> None:
    """Negative control: the hollow package keeps every contract, and one convenient import breaks each of them."""
    kept = _verdicts(hollow)
    assert all(kept.values()), kept
    for path, crossing, _ in CROSSINGS:
        file = hollow / "reengage_desktop" / path
        file.write_text(file.read_text(encoding="utf-8") + crossing + "\n", encoding="utf-8")
    broken = [name for name, holds in _verdicts(hollow).items() if not holds]
    assert len(broken) == len(kept)
    assert all(any(name.startswith(contract) for name in broken) for _, _, contract in CROSSINGS)
