"""The set-up script: refuses what it can't use, says what it takes, and leaves the machine's own settings alone."""

import ast
import re
import subprocess
import sys
from pathlib import Path


def ask(repository: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """One start of the script."""
    command = [sys.executable, str(repository / ".ci" / "setup.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_unknown_words_are_refused(repository: Path) -> None:
    """A misspelt option sets nothing up."""
    done = ask(repository, "--tests-please")
    assert done.returncode == 2
    assert "unknown" in done.stderr


def test_help_names_every_way_to_use_it(repository: Path) -> None:
    """Set up, test, package."""
    done = ask(repository, "--help")
    assert done.returncode == 0
    assert {"--test", "--package"} <= set(re.findall(r"--\w+", done.stdout))


def test_it_starts_without_installed_packages(repository: Path) -> None:
    """It imports the standard library only, and the package no earlier than its Python is known to be able to."""
    tree = ast.parse((repository / ".ci" / "setup.py").read_text(encoding="utf-8"))
    top = {alias.name.partition(".")[0] for node in tree.body if isinstance(node, ast.Import) for alias in node.names}
    top |= {(node.module or "").partition(".")[0] for node in tree.body if isinstance(node, ast.ImportFrom)}
    assert top <= sys.stdlib_module_names


def test_no_registry_is_named(repository: Path) -> None:
    """The machine's own indexes, proxies and certificates hold: no script names a host."""
    for name in ("setup.py", "run", "frozen.py"):
        text = (repository / ".ci" / name).read_text(encoding="utf-8")
        assert not re.search(r"https?://|pypi|--index|--trusted-host", text), name
