"""The page of promises: all rows, each with tests that exist, and none that is claimed by nobody."""

from pathlib import Path

from tests import promises
from tests.promises import (
    PAGE,
    ROWS,
    Case,
    Proof,
    Result,
    brought_together,
    proofs,
    proofs_in,
    results_on,
    rows_of,
    told_by_two,
    write_page,
)


def test_every_promise_has_a_test() -> None:
    """A row that no test proves says plainly that it is not kept, and why."""
    proven = {number for proof in proofs() for number in proof.rows if not proof.is_long}
    assert len(ROWS) == 32
    assert [row.number for row in ROWS if row.number not in proven and not row.unkept] == []


def test_the_page_is_of_this_suite() -> None:
    """It names no test that is gone, and tells the rows as they are; `python -m tests.promises` makes it anew."""
    page = PAGE.read_text(encoding="utf-8")
    told = results_on(page)
    assert sorted(set(told) - {proof.name for proof in proofs()}) == []
    assert [row.number for row in ROWS if f"| {row.number} | {row.fault} | {row.promise} |" not in page] == []
    known = [proof for proof in proofs() if proof.name in told]
    assert write_page(told, known) == page, "make it anew: python -m tests.promises --collect-only"


def test_no_test_tells_the_figures_of_another() -> None:
    """What a long form told stands with it alone."""
    assert told_by_two(results_on(PAGE.read_text(encoding="utf-8"))) == []


def test_figures_that_stand_with_the_wrong_test_are_seen(tmp_path: Path) -> None:
    """Negative control: one channel's kill loop that shows what the revoked token told is taken over from no page."""
    kills, revoked = (Proof(f"tests/{name}.py::test_a", frozenset({1}), is_long=True) for name in ("k", "r"))
    sms, mail = Case("passed", "2026-11-22 08:13", "revoked"), Case("passed", "2026-11-22 08:13", "killed")
    mixed = {
        kills.name: Result("passed", "2026-11-22", {"sms": sms, "mail": mail}),
        revoked.name: Result("passed", "2026-11-22", {"sms": sms}),
    }
    assert told_by_two(mixed) == [f"{kills.name}[sms]", f"{revoked.name}[sms]"]
    page = tmp_path / "page.md"
    page.write_text(write_page(mixed, [kills, revoked]), encoding="utf-8")
    before = PAGE.read_bytes()
    assert promises.main(["--from", str(page)]) == 1
    assert PAGE.read_bytes() == before
    del mixed[kills.name].cases["sms"]
    assert told_by_two(mixed) == []


def test_figures_below_no_test_are_nobody_s() -> None:
    """A line that names no test ends the one above: what follows it is not counted for that."""
    case = "  - passed on 2026-11-22 08:13 [sms]: revoked"
    told = results_on(f"- passed on 2026-11-22: `t.py::a` (long form)\n- left out: `t.py::b`\n{case}\n")
    assert told == {"t.py::a": Result("passed", "2026-11-22")}


def test_no_promise_is_told_as_failed() -> None:
    """A page on which a test failed is not committed."""
    told = results_on(PAGE.read_text(encoding="utf-8"))
    assert [name for name, result in told.items() if result.ended == "failed"] == []


def test_rows_are_read_as_they_are_written() -> None:
    """Negative control: what claims a row, and what only looks like it."""
    assert rows_of("Promise 13, 15: damaged") == {13, 15}
    assert rows_of("C1: x (promises 10, 11, 29 and 30; C4)") == {10, 11, 29, 30}
    assert rows_of("6, 7, 9, 26: by fault") == {6, 7, 9, 26}
    assert rows_of("C10, C18, 27: the stream") == {27}
    assert rows_of("A1–A3: rows of the requirements") == set()
    assert rows_of("12 messages: all of them go") == set()
    assert rows_of("promise 99") == set()


def test_a_row_without_its_test_is_seen() -> None:
    """Negative control: a failing, a missing and a gone test change the page."""
    claim = Proof("tests/x.py::test_a", frozenset({1}), is_long=False)
    assert "| no: no test proves it |" in write_page({}, [])
    assert "no: 1 of its 1 tests failed" in write_page({claim.name: Result("failed", "2026-11-21")}, [claim])
    assert results_on(write_page({}, [claim])) == {claim.name: Result()}
    source = '"""M (promise 2)."""\ndef test_b():\n    """27: no."""\n@pytest.mark.soak\ndef test_c():\n    pass\n'
    assert [(each.name, sorted(each.rows), each.is_long) for each in proofs_in(source, "t.py")] == [
        ("t.py::test_b", [27], False),
        ("t.py::test_c", [2], True),
    ]
    assert promises.REPOSITORY in PAGE.parents


def test_a_case_that_was_not_tried_keeps_what_it_told() -> None:
    """A long form of one channel forgets nothing of the others, and passes for none of them."""
    claim = Proof("tests/x.py::test_a", frozenset({1}), is_long=True)
    mail, text = Case("passed", "2026-11-21", "5,000 [mails]; 0 twice"), Case("passed", "2026-11-22", "0 twice")
    before = Result("passed", "2026-11-21", {"slow mail": mail, "": text})
    assert results_on(write_page({claim.name: before}, [claim])) == {claim.name: before}
    later = Result("passed", "2026-11-22", {"sms": text})
    both = Result("passed", "2026-11-22", {"slow mail": mail, "": text, "sms": text})
    assert later.after(before) == both
    assert brought_together({claim.name: before}, {claim.name: later}) == {claim.name: both}
    assert brought_together({claim.name: later}, {claim.name: before}) == {claim.name: both}
    assert brought_together({claim.name: later}, {claim.name: Result()}) == {claim.name: later}
    again = Result("passed", "2026-11-22", {"sms": Case("passed", "2026-11-22 04:40", "0 twice again")})
    assert brought_together({claim.name: again}, {claim.name: both})[claim.name].cases["sms"] == again.cases["sms"]
    assert results_on(write_page({claim.name: again}, [claim])) == {claim.name: again}
    broken = Result("failed", "2026-11-21", {"slow mail": Case("failed", "2026-11-21", "1 twice")})
    assert later.after(broken).ended == "failed", "one that failed does so until it is tried again"
    assert Result("passed", "2026-11-22", {"slow mail": mail}).after(broken).ended == "passed"
