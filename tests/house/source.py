"""The package's source as the house rules read it: one parsed module per file, its names resolved to their origin."""

import ast
import gc
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGE = REPOSITORY / "reengage_desktop"


@dataclass(frozen=True)
class Fault:
    """One place where a rule is broken."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


@dataclass
class Module:
    """One parsed file; `path` is relative to the repository, with forward slashes."""

    path: str
    text: str = field(repr=False)
    tree: ast.Module = field(init=False, repr=False)
    nodes: list[ast.AST] = field(init=False, repr=False)
    imported: dict[str, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.tree = ast.parse(self.text, self.path)
        self.nodes = list(ast.walk(self.tree))
        self.imported = dict(self._imports())

    def _imports(self) -> Iterator[tuple[str, str]]:
        for node in self.nodes:
            if isinstance(node, ast.Import):
                for alias in node.names:
                    top = alias.name.partition(".")[0]
                    yield (alias.asname, alias.name) if alias.asname else (top, top)
            elif isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    yield alias.asname or alias.name, f"{node.module}.{alias.name}"

    def dotted(self, node: ast.AST) -> str | None:
        """The full name that an expression stands for, such as `datetime.datetime.now`; None where it has none."""
        if isinstance(node, ast.Name):
            return self.imported.get(node.id, node.id)
        if isinstance(node, ast.Attribute):
            owner = self.dotted(node.value)
            return None if owner is None else f"{owner}.{node.attr}"
        return None

    def calls(self) -> Iterator[ast.Call]:
        """Every call in the file."""
        return (node for node in self.nodes if isinstance(node, ast.Call))

    def fault(self, node: ast.AST | int, message: str) -> Fault:
        """A fault at the node, or at the line."""
        return Fault(self.path, node if isinstance(node, int) else getattr(node, "lineno", 1), message)


@cache
def read(folder: Path) -> list[Module]:
    """Every Python file under the folder, in order."""
    files = sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)
    modules = [Module(path.relative_to(REPOSITORY).as_posix(), path.read_text(encoding="utf-8")) for path in files]
    gc.freeze()  # millions of nodes that stay: no later search for cycles goes through them
    return modules
