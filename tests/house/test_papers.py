"""What the papers around the code promise: two commands, no machine paths, a test for every claimed row."""

import ast
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from reengage_desktop.cli.parser import read_words

CLAIMED = [f"A{n}" for n in range(1, 19)] + [f"B{n}" for n in range(1, 8)] + [f"D{n}" for n in range(1, 6)]
"""The rows of the requirements that this version claims (A19, A20, B8 and C follow)."""

_MACHINE_PATH = re.compile(r"(?:^|[^A-Za-z0-9_.])/(?:work|farm|root|tmp|home)/[a-z]")
_ROW = re.compile(r"\b([ABCD]\d{1,2})\b")
_ADDRESS = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_RESERVED = re.compile(r"(?:^|\.)(?:ex[aä]mple\.(?:com|org|net)|example|test|invalid|localhost)$")


def two_commands(readme: str) -> list[str]:
    """The lines of the first fenced block after the heading `## Two commands`."""
    section = readme.partition("\n## Two commands\n")[2].partition("\n## ")[0]
    block = re.search(r"^```\w*\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    return block.group(1).splitlines() if block else []


def machine_paths(text: str) -> list[int]:
    """The numbers of the lines that name a folder of somebody's machine."""
    return [number for number, line in enumerate(text.splitlines(), 1) if _MACHINE_PATH.search(line)]


def rows_claimed(source: str) -> set[str]:
    """The row ids in the docstrings of tests, `A1–A3` and `A1-A3` counting for all three."""
    rows: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        text = ast.get_docstring(node) or ""
        rows.update(_ROW.findall(text))
        for letter, first, last in re.findall(r"\b([ABCD])(\d{1,2})[–-]\1(\d{1,2})\b", text):
            rows.update(f"{letter}{n}" for n in range(int(first), int(last) + 1))
    return rows


def reachable_addresses(text: str) -> list[str]:
    """E-mail domains in the text that somebody could own."""
    return [domain for domain in _ADDRESS.findall(text) if not _RESERVED.search(domain.casefold())]


def tracked(repository: Path) -> list[Path]:
    """The text files that belong to the project, whether or not they are committed yet."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=repository,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\0")
    return [repository / name for name in listed if name and (repository / name).is_file()]


def test_readme_has_two_commands(repository: Path) -> None:
    """The README's first fenced block below `## Two commands` is exactly the two lines that the checks run."""
    commands = two_commands((repository / "README.md").read_text(encoding="utf-8"))
    assert len(commands) == 2
    assert "demo --no-window" in commands[0]
    assert commands[1] in (repository / ".ci" / "run").read_text(encoding="utf-8")


def test_two_commands_are_read_exactly() -> None:
    """Negative control: a third line, another section's block and a missing block are told apart."""
    assert two_commands("# X\n\n## Two commands\n\nWords.\n\n```sh\na\nb\nc\n```\n") == ["a", "b", "c"]
    assert two_commands("# X\n\n## Two commands\n\nWords.\n\n## Next\n\n```\na\nb\n```\n") == []


def test_readme_commands_are_real(repository: Path) -> None:
    """D5: every command that the README shows is one that the command line understands."""
    text = (repository / "README.md").read_text(encoding="utf-8")
    shown = [line for line in text.splitlines() if line.startswith("reengage-desktop ")]
    assert len(shown) > 5
    for line in shown:
        assert read_words(shlex.split(line)[1:]).handler, line


def test_no_machine_paths(repository: Path) -> None:
    """No tracked file names a folder of the machine that it was written on."""
    faults = []
    for path in tracked(repository):
        if path.suffix in {".lock", ".png", ".ico", ".icns"} or path == Path(__file__):
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        faults += [f"{path.relative_to(repository)}:{line}" for line in machine_paths(text)]
    assert not faults


@pytest.mark.parametrize(("before", "folder"), [("cd ", "work"), ("see ", "tmp"), ('open("', "home")])
def test_machine_paths_are_seen(before: str, folder: str) -> None:
    """Negative control: the usual ones are caught, an address on the web is not."""
    assert machine_paths(f'{before}/{folder}/anna/shop.db"') == [1]
    assert machine_paths("https://shop.example.com/home/news, docs/tmp/x, ./work/a") == []


def test_every_claimed_row_is_proven(repository: Path) -> None:
    """Each requirement that this version claims stands in the docstring of a test."""
    proven: set[str] = set()
    for path in (repository / "tests").rglob("test_*.py"):
        proven |= rows_claimed(path.read_text(encoding="utf-8"))
    assert not [row for row in CLAIMED if row not in proven]


def test_rows_are_read_from_docstrings_only() -> None:
    """Negative control: a row in a comment or a name proves nothing."""
    assert rows_claimed('def test_a():\n    """A5, B1–B3: caps."""') == {"A5", "B1", "B2", "B3"}
    assert rows_claimed("# A7\nA8 = 1") == set()


def test_nobody_can_be_written_to(repository: Path) -> None:
    """Every e-mail address in tests and resources ends in a domain that is reserved for examples."""
    faults = []
    for folder in ("tests", "resources", "benches"):
        for path in sorted((repository / folder).rglob("*")):
            if path.suffix not in {".py", ".csv", ".json", ".txt", ".toml"} or "house" in path.parts:
                continue
            found = reachable_addresses(path.read_text(encoding="utf-8", errors="replace"))
            faults += [f"{path.relative_to(repository)}: {domain}" for domain in found]
    assert not faults


def test_reachable_addresses_are_seen() -> None:
    """Negative control: a real-looking domain is caught, the reserved ones are not."""
    assert reachable_addresses("anna@gmail.com, b@shop.example.com, c@x.test") == ["gmail.com"]
