"""Makes the page docs/import-coverage.md of what the program says of every shared file (`python -m` this module)."""

import tempfile
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reengage_desktop.connectors.vocabulary.presets import load_presets
from reengage_desktop.engine.importing import ImportRefused, ImportReport, ImportRequest
from tests.conftest import find_shared
from tests.coverage import addresses
from tests.engine.import_rig import Rig

FILE = Path(__file__).resolve().parents[2] / "docs" / "import-coverage.md"
_HERE = Path(__file__).resolve().parent
_HEAD = """# What comes of real exports

Made by `python -m tests.coverage.page`; a test fails where this page is out of date, and where the program's counts
are not those that a person counted in the files (`tests/coverage/by_hand.toml`). Each file is brought into an empty
shop in the United States as its owner would: the file alone, no kind named, no mapping. “Cells” are single values that
were left out, beyond the one that costs a whole row. The files are the shared ones, but for the collections of broken
files, e-mail addresses, phone numbers and hostile texts, which have tests of their own.

| file | taken for | written by | rows | created | updated | left out | cells | asked |
|---|---|---|---|---|---|---|---|---|
"""


@dataclass(frozen=True)
class Found:
    """What the program says of one file; `refused` is its sentence where it takes none of it."""

    kind: str = ""
    title: str = ""
    rows: int = 0
    created: int = 0
    updated: int = 0
    rejected: int = 0
    cells: int = 0
    customers: int = 0
    causes: tuple[str, ...] = ()
    """Of rows left out, the commonest first, each without the cell that it begins with."""

    questions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    refused: str = ""


def by_hand() -> dict[str, dict[str, Any]]:
    """What a person counted, by file."""
    counted: dict[str, dict[str, Any]] = tomllib.loads((_HERE / "by_hand.toml").read_text("utf-8"))
    return counted


@cache
def found(name: str) -> Found:
    """What the program says of a shared file, in an empty shop, first as a dry run."""
    shared = find_shared()
    assert shared is not None, "the page needs the shared data"
    path = shared / "data" / name
    with tempfile.TemporaryDirectory() as folder:
        rig = Rig(Path(folder))
        try:
            shown = rig.bring_in_file(ImportRequest(path, is_dry_run=True))
            done = rig.bring_in_file(ImportRequest(path))
            assert _figures(done) == _figures(shown), "a dry run tells what the import does"
            preset = rig.db.value("SELECT preset FROM imports")
            customers = rig.db.value("SELECT count(*) FROM customers")
        except ImportRefused as refusal:
            return Found(refused=str(refusal))
        finally:
            rig.db.close()
    return _found(shown, preset, customers)


def _figures(report: ImportReport) -> tuple[int, ...]:
    return report.rows, report.created, report.updated, report.unchanged, report.rejected, report.anonymous


def _found(report: ImportReport, preset: str | None, customers: int) -> Found:
    titles = {each.name: each.title for each in load_presets()}
    return Found(
        kind=str(report.kind),
        title=titles[preset] if preset else "",
        rows=report.rows,
        created=report.created,
        updated=report.updated,
        rejected=report.rejected,
        cells=sum(problem.count for problem in report.problems) - report.rejected,
        customers=customers,
        causes=tuple(_cause(problem.message) for problem in report.problems if problem.is_rejected),
        questions=report.questions,
        notes=tuple(map(str, report.notes)),
    )


def _cause(message: str) -> str:
    """The sentence without the cell that it begins with."""
    return message.rpartition("”: ")[2] if message.startswith("“") else message


def page() -> str:
    """The page as it should be."""
    rows = "\n".join(_row(name, found(name)) for name in by_hand())
    whys = "\n".join(f"- `{name}`: {each['why']}." for name, each in by_hand().items() if "why" in each)
    return f"{_HEAD}{rows}\n\n## Why the numbers are these\n\n{whys}\n\n{addresses.section()}"


def _row(name: str, found: Found) -> str:
    if found.refused:
        return f"| {name} | refused: {_cell(found.refused)} |  |  |  |  |  |  |  |"
    left_out = f"{found.rejected:,}: {_cell('; '.join(found.causes))}" if found.rejected else "–"
    asked = _cell("; ".join(found.questions)) or "–"
    cells = [name, found.kind, found.title or "plain columns", f"{found.rows:,}", f"{found.created:,}"]
    return (
        f"| {' | '.join([*cells, f'{found.updated:,}', left_out, f'{found.cells:,}' if found.cells else '–', asked])} |"
    )


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8")
