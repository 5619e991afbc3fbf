"""The promises of what happens when things go wrong: which tests prove each, and how those ended; it makes the page.

`python -m tests.promises` runs those tests (further words go to pytest) and writes docs/promises.md; `… tests` runs the
whole suite, `… tests/PATH` a part of it, and `… --from PAGE` takes over what another checkout's page tells. A test
claims rows in its docstring, or, where that names none, in its module's: “Promise 13: …”, “(promises 10, 11)”, or
numbers before a colon, as in “C10, 27: …”.
What a run did not try, a test or one of its cases, keeps the result that the page has; with `--collect-only` all do.
A page on which two tests tell the same of the same minute is taken over by no one: one of them never told it.
"""

import ast
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
PAGE = REPOSITORY / "docs" / "promises.md"


@dataclass(frozen=True)
class Row:
    """One promise; `limit` says plainly what of it is not proven, `unkept` why the whole is not kept."""

    number: int
    fault: str
    promise: str
    limit: str = ""
    unkept: str = ""


ROWS = tuple(
    Row(number, *parts)
    for number, parts in enumerate(
        (
            ("kill -9 at any moment of 5,000 sends", "0 twice, 0 silently lost, uncertain ≤ calls in flight"),
            (
                "power cut (a file system that drops unsynced writes)",
                "committed intents survive; the database opens",
                "The store runs on apsw's own SQLite there; that a disk obeys a sync is the machine's to keep.",
            ),
            ("crash after accept, provider with idempotency keys", "resolved by itself, one message"),
            ("the same, provider that can be looked up", "resolved after a settling delay"),
            ("the same, neither", "the owner sees exactly which; nothing is sent again by itself"),
            ("timeout after accept; hung or dripping socket", "uncertain; total deadline 30 s"),
            ("429, 500 storm, malformed JSON", "no loss; bounded requests; pause with the cause"),
            (
                "DNS, refused, bad certificate, offline for 3 days",
                "nothing failed, nothing burnt; expired rows skipped with the reason",
            ),
            (
                "token revoked at message 1,000 of 5,000",
                "at most 1 further request, 1 pause, 1 notice, the rest pending",
                "Where a provider takes several calls at once, those that were out when it was learned end alike.",
            ),
            (
                "opt-out during a campaign, or while the PC slept",
                "none starts after it was learned; opt-outs are fetched first; if they can't be, the channel is held",
            ),
            (
                "two campaigns, two rows for one person, two windows, two processes",
                "at most 1 in 7 days and 4 in 30; one message per human; the second window raises the first",
            ),
            (
                "database locked by another program, disk full during send, import, backup or logging",
                "a sentence; stop before the wire; resume",
            ),
            (
                "damaged database",
                "noticed at start; newest good backup offered; campaigns paused; never sends from a doubtful file",
                "Bytes that flip inside a text can't be seen: SQLite keeps no sums of its pages.",
            ),
            (
                "old backup restored, database copied to a second PC",
                "opens paused; 0 sent again; opt-outs and erasures kept (a small append-only ledger outside it)",
                "If the files beside the database are lost with it, what waits in the copy is taken out, and no more.",
            ),
            (
                "database of a newer version; migration interrupted anywhere; downgrade",
                "refused with its bytes untouched; old or new, never half; the pre-migration backup is offered",
                "There is one released schema so far: what is interrupted is its making.",
            ),
            (
                "asleep at 09:00; clock 2 h back, +1 day, 1970; travel; daylight saving both ways in any zone",
                "exactly one run per local date, or a skip with its reason; held while the clock can't be trusted",
            ),
            (
                "run late past the window",
                "never outside the recipient's allowed hours; a zone that can't be known holds and asks",
            ),
            (
                "file half written, truncated at any byte; crash or cancel while importing",
                "all or nothing; cancel or crash is acknowledged within 1 s and taken back before anything else",
            ),
            (
                "2 GB file; 1,000,000 rows",
                "streamed, < 300 MB, cancel within 1 s, no gap over 50 ms in the window",
                (
                    "The suite's files are smaller; the full sizes are measured by hand (benches). In an hour with "
                    "the window open and no import none of 900 rounds halted for over 50 ms (docs/performance.md)."
                ),
            ),
            (
                "8 encodings × 5 line endings × 4 delimiters, BOM, NUL, unclosed quote, wrong columns",
                "right, or an error with the line, the column and the cause",
            ),
            ("the same file twice; an opted-out or erased person in a file", "no change; no double; stays out"),
            ("XLSX bomb, XML entity bomb", "refused within 1 s, < 200 MB"),
            (
                "cells that begin with = + - @, HTML and template syntax in names",
                "exported inert; shown as text; never evaluated",
            ),
            (
                "template with an unknown or empty field, endless loop or huge output",
                "found before the first send; the row is skipped, never “Hi ,”; 1 s cap",
            ),
            (
                "keyring missing, locked, full, or plaintext only",
                "said with the cure; secrets in memory only, background sending off; none in plain text anywhere",
            ),
            ("secrets and personal data in logs, crash reports, exports of others, file names", "none"),
            (
                "base address changed to a stranger's, redirects, `.netrc` on the PC",
                "the token goes only to the configured host; no redirects followed; no ambient credentials",
            ),
            (
                "delivery events repeated or out of order; orders imported twice, late or refunded",
                "idempotent; one conversion per order",
            ),
            (
                "pause or cancel pressed at a random moment; template edited while running",
                "no new call after the one in flight; running steps keep their text",
            ),
            ("30 simulated days of random faults", "every invariant above holds (stateful property test)"),
            ("log-off, Windows Update, SIGTERM", "drained or marked within 5 s", "Proven on Linux only."),
            (
                "erasure",
                "not one byte of phone or e-mail in database, WAL, log or ledger; still suppressed on re-import",
            ),
        ),
        1,
    )
)

_SPOKEN = re.compile(r"\bpromises? (\d+(?:(?:, (?:and )?| and )\d+)*)", re.IGNORECASE)
_LEADING = re.compile(r"^((?:[A-D]?\d+(?:[–-][A-D]?\d+)?,? ?)+):")
_DAY = r"\d{4}-\d\d-\d\d"
_LINE = re.compile(rf"^- (passed|failed|not run yet)(?: on ({_DAY}))?: `([^`]+)`(?: \(long form\))?$")
_CASE = re.compile(rf"^  - (passed|failed) on ({_DAY}(?: \d\d:\d\d)?)(?: \[(.*?)\])?: (.*)$")


@dataclass(frozen=True)
class Proof:
    """A test that claims rows."""

    name: str
    rows: frozenset[int]
    is_long: bool


@dataclass(frozen=True)
class Case:
    """How one case of a test ended last, when (UTC, to the minute), and what it has to tell of that."""

    ended: str
    on: str
    figures: str


@dataclass
class Result:
    """How a test ended last; `cases` are those of its cases that tell figures, by their names."""

    ended: str = "not run yet"
    on: str = ""
    cases: dict[str, Case] = field(default_factory=dict)

    def after(self, older: "Result") -> "Result":
        """This one with the cases that the other tells later or alone; while one of those failed, so does the test."""
        kept = {
            name: case for name, case in older.cases.items() if name not in self.cases or case.on > self.cases[name].on
        }
        stands = any(case.ended == "failed" for case in kept.values())
        return Result("failed" if stands else self.ended, self.on, {**self.cases, **kept})


def rows_of(docstring: str, *, is_test: bool = True) -> set[int]:
    """The rows that a docstring claims."""
    found = {int(number) for part in _SPOKEN.findall(docstring) for number in re.findall(r"\d+", part)}
    leading = _LEADING.match(docstring) if is_test else None
    if leading:
        found |= {int(word) for word in re.findall(r"(?<![A-D\d–-])\d+\b", leading.group(1))}
    return {number for number in found if 1 <= number <= len(ROWS)}


def proofs_in(source: str, path: str) -> Iterator[Proof]:
    """The tests of a file that claim rows, themselves or through their module."""
    tree = ast.parse(source)
    everywhere = rows_of(ast.get_docstring(tree) or "", is_test=False)
    for name, node in _tests(tree, path):
        text = (ast.get_docstring(node) or "") if isinstance(node, ast.FunctionDef) else ""
        rows = rows_of(text) or everywhere
        marks = [ast.unparse(each) for each in getattr(node, "decorator_list", ())]
        if rows:
            yield Proof(name, frozenset(rows), is_long=any("mark.soak" in mark for mark in marks))


def _tests(tree: ast.Module, path: str) -> Iterator[tuple[str, ast.AST]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test"):
            yield f"{path}::{node.name}", node
        elif isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
            yield from _tests(ast.Module(node.body, []), f"{path}::{node.name}")
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "").startswith("Test"):
            yield f"{path}::{ast.unparse(node.targets[0])}::runTest", node


@cache
def proofs() -> tuple[Proof, ...]:
    """Every test of the suite that claims rows."""
    found: list[Proof] = []
    for file in sorted((REPOSITORY / "tests").rglob("test_*.py")):
        if file.parent.name != "house":
            found += proofs_in(file.read_text(encoding="utf-8"), file.relative_to(REPOSITORY).as_posix())
    return tuple(found)


def results_on(page: str) -> dict[str, Result]:
    """The results that a page tells."""
    found: dict[str, Result] = {}
    result: Result | None = None
    for line in page.splitlines():
        if match := _LINE.match(line):
            ended, on, name = match.groups()
            found[name] = result = Result(ended, on or "")
        elif result and (match := _CASE.match(line)):
            ended, on, case, figures = match.groups()
            result.cases[case or ""] = Case(ended, on, figures)
        else:
            result = None  # what stands under no test's line is told by none
    return found


def told_by_two(results: Mapping[str, Result]) -> list[str]:
    """The cases, as `test[case]`, that tell the very figures of another test's case."""
    told: dict[Case, dict[str, list[str]]] = {}
    for name, result in results.items():
        for case, said in result.cases.items():
            told.setdefault(said, {}).setdefault(name, []).append(f"{name}[{case}]")
    return sorted(each for tests in told.values() if len(tests) > 1 for cases in tests.values() for each in cases)


def brought_together(here: Mapping[str, Result], elsewhere: Mapping[str, Result]) -> dict[str, Result]:
    """The results of two pages: of each test the later one, with the cases that only the other tells."""
    found = dict(here)
    for name, there in elsewhere.items():
        ours = here.get(name, Result())
        found[name] = there.after(ours) if there.on >= ours.on else ours.after(there)
    return found


def write_page(results: Mapping[str, Result], claims: Iterable[Proof]) -> str:
    """The page: the table of all rows, and below it every test with its last result."""
    tests = {row.number: [proof for proof in claims if row.number in proof.rows] for row in ROWS}
    lines = [
        "# What we promise when things go wrong",
        "",
        "Made by the test run (`python -m tests.promises`), not by hand. A test names the rows that it proves; how it",
        "ended last stands with it, and with a long form what its cases told. Those run by hand",
        "(`python -m tests.promises -m soak`).",
        "",
        "| # | fault | promise | kept |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| {row.number} | {row.fault} | {row.promise} | {_kept(row, tests[row.number], results)} |" for row in ROWS
    ]
    for row in ROWS:
        lines += ["", f"## {row.number}. {row.fault}", ""]
        lines += [f"{text}\n" for text in (row.unkept, row.limit) if text]
        for proof in tests[row.number]:
            lines += _lines(proof, results.get(proof.name, Result()))
    return "\n".join(lines) + "\n"


def _kept(row: Row, tests: list[Proof], results: Mapping[str, Result]) -> str:
    if row.unkept or not tests:
        return f"no: {row.unkept or 'no test proves it'}"
    ends = [results.get(proof.name, Result()).ended for proof in tests]
    if "failed" in ends:
        return f"no: {ends.count('failed')} of its {len(ends)} tests failed"
    told = f"{ends.count('passed')} of {len(ends)} tests passed"
    rest = ends.count("not run yet")
    return ("yes: " if ends.count("passed") else "not run yet: ") + told + (f", {rest} not run yet" if rest else "")


def _lines(proof: Proof, result: Result) -> Iterator[str]:
    when = f" on {result.on}" if result.on else ""
    yield f"- {result.ended}{when}: `{proof.name}`{' (long form)' if proof.is_long else ''}"
    for name, case in sorted(result.cases.items()):
        yield f"  - {case.ended} on {case.on}{f' [{name}]' if name else ''}: {case.figures}"


class Recorder:
    """Listens to a run, on the process that collects the reports, and writes the page at its end."""

    def __init__(self, now: datetime) -> None:
        self._today, self._minute = f"{now:%Y-%m-%d}", f"{now:%Y-%m-%d %H:%M}"
        self._found: dict[str, Result] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """One phase of one case has ended; a case that was left out says nothing."""
        if report.skipped or (report.when != "call" and report.passed):
            return
        name, _, case = report.nodeid.partition("[")
        result = self._found.setdefault(name, Result("passed", self._today))
        if report.failed:
            result.ended = "failed"
        figures = "; ".join(str(text) for key, text in report.user_properties if key == "figures")
        if figures:
            result.cases[case.removesuffix("]")] = Case(report.outcome, self._minute, figures)

    def pytest_sessionfinish(self) -> None:
        """The run is over."""
        old = _told_by(PAGE)
        found = {name: result.after(old.get(name, Result())) for name, result in self._found.items()}
        PAGE.write_text(write_page({**old, **found}, proofs()), encoding="utf-8")


def _told_by(page: Path) -> dict[str, Result]:
    return results_on(page.read_text(encoding="utf-8")) if page.exists() else {}


def main(words: list[str]) -> int:
    """The command; gives what pytest gives."""
    if words[:1] == ["--from"]:
        there = _told_by(Path(words[1]))
        if mixed := told_by_two(there):
            print(f"{words[1]} tells the same of two tests: {', '.join(mixed)}", file=sys.stderr)  # noqa: T201
            return 1
        PAGE.write_text(write_page(brought_together(_told_by(PAGE), there), proofs()), "utf-8")
        return 0
    is_named = any(word.split("/")[0] == "tests" for word in words)
    names = [] if is_named else [proof.name for proof in proofs()]
    return pytest.main([*words, *names], plugins=[Recorder(datetime.now(UTC))])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
