"""A file that ends anywhere: refused in a sentence or brought in as far as it goes, and put right by the whole one."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.engine.importing import ImportRefused, ImportReport, ImportRequest
from reengage_desktop.jobs.refusals import find_sentence
from tests.connectors.test_workbooks import workbook
from tests.engine.import_rig import Rig

ORDERS = [
    {
        "order_id": f"A-{n}",
        "ordered_at": f"2026-0{n}-03 10:00",
        "status": "paid",
        "email": f"zoë{n}@example.com",
        "customer_name": f'Zoë "{n}"',
        "product_name": "Tea, green",
        "quantity": n,
        "unit_price": "12.50",
        "order_total": f"{12.5 * n:.2f}",
    }
    for n in range(1, 5)
]


def _bring_in(rig: Rig, path: Path) -> ImportReport | None:
    """What came of a file; None when it was refused, in a sentence and without a trace."""
    columns = {name: name for name in ORDERS[0]}
    before = rig.picture()
    try:
        return rig.bring_in_file(ImportRequest(path, ImportKind.ORDERS, mapping=columns, rejects_dir=rig.folder / "r"))
    except Exception as fault:  # noqa: BLE001 - whatever it is, it has to be a sentence
        refused = fault
    assert find_sentence(refused), repr(refused)
    assert rig.picture() == before
    return None


def _orders(rig: Rig) -> dict[str, tuple[object, ...]]:
    rows = rig.db.rows("SELECT external_id, total_minor, ordered_at, status, customer_id FROM orders")
    return {name: tuple(rest) for name, *rest in rows}


def _lengths(whole: bytes, step: int) -> Iterator[int]:
    near_its_end = range(len(whole) - min(12, 720 // step), len(whole))
    yield from sorted({*range(1, len(whole), step), *near_its_end})


def _cut_everywhere(folder: Path, whole: bytes, suffix: str, step: int) -> tuple[int, int]:
    """Brings in the file cut at these bytes, the whole one after it each time; gives how many came in of how many."""
    folder.mkdir(exist_ok=True)
    path = folder / f"export{suffix}"
    reference = Rig(folder / "reference")
    path.write_bytes(whole)
    assert _bring_in(reference, path) is not None
    right, facts = _orders(reference), reference.facts()
    rig = Rig(folder / "shop")
    empty, came_in, lengths = rig.picture(), 0, list(_lengths(whole, step))
    for length in lengths:
        path.write_bytes(whole[:length])
        part = _bring_in(rig, path)
        came_in += part is not None
        got = _orders(rig)
        wrong = [name for name, found in got.items() if right.get(name, (None,))[:3] != found[:3]]
        assert len(wrong) <= 1, f"{length}: at most the order in which it breaks off"
        path.write_bytes(whole)
        rest = _bring_in(rig, path)
        assert rest is not None
        assert set(_orders(rig)) >= set(right)
        _take_back(rig, [rest] if part is None else [rest, part])
        assert rig.picture() == empty, f"{length}: taken back without a trace"
    reference.db.close()
    rig.db.close()
    assert facts
    return came_in, len(lengths)


def _take_back(rig: Rig, reports: Sequence[ImportReport]) -> None:
    for report in reports:
        if report.import_id is not None:
            rig.undo(report)


def _text(encoding: str) -> bytes:
    lines = [",".join(ORDERS[0])]
    lines += [",".join('"' + str(cell).replace('"', '""') + '"' for cell in row.values()) for row in ORDERS]
    return ("\n".join(lines) + "\n").encode(encoding)


def _workbook(folder: Path) -> bytes:
    cells: list[list[Any]] = [list(ORDERS[0]), *(list(row.values()) for row in ORDERS)]
    return workbook(folder / "whole.xlsx", ("Orders", cells)).read_bytes()


def test_a_text_may_end_at_any_byte(tmp_path: Path) -> None:
    """Promise 18: what is whole of it comes in right, and the whole file afterwards puts the rest right."""
    came_in, tried = _cut_everywhere(tmp_path, _text("utf-8"), ".csv", 110)
    assert 0 < came_in < tried


def test_a_workbook_may_end_at_any_byte(tmp_path: Path) -> None:
    """Promise 18: a piece of a workbook is none, whatever it lacks."""
    came_in, _ = _cut_everywhere(tmp_path, _workbook(tmp_path), ".xlsx", 1800)
    assert came_in == 0


@pytest.mark.soak
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("form", ["utf-8", "utf-16", "cp1252", "workbook"])
def test_at_every_byte(tmp_path: Path, form: str, record_property: Callable[[str, object], None]) -> None:
    """Promise 18: the full form, each byte of a text, and sixty places of a workbook; three minutes each."""
    if form == "workbook":
        came_in, tried = _cut_everywhere(tmp_path / "sheet", _workbook(tmp_path), ".xlsx", 90)
        assert came_in == 0
    else:
        came_in, tried = _cut_everywhere(tmp_path / "text", _text(form), ".csv", 1)
    record_property(
        "figures",
        f"{came_in} of {tried} cut files came in as far as they went, the others were refused in a sentence; "
        "the whole file put each right, and each was taken back without a trace",
    )


def many(name: str) -> str:
    """A file of so many orders that it is read in several pieces."""
    rows = (f"{name}{n},2026-03-01,{name}{n}@example.com,5.00\n" for n in range(30_000))
    return "order_id,ordered_at,email,order_total\n" + "".join(rows)


@pytest.mark.parametrize("text", [many("b"), "", many("a") + "z,2026-03-01,z@example.com,5.00\n", None])
def test_a_file_that_is_changed_while_it_is_read_leaves_nothing(tmp_path: Path, text: str | None) -> None:
    """Promise 18: written over, cut off, grown or gone, what would come in is half of one and half of another file."""
    rig, path = Rig(tmp_path / "shop"), tmp_path / "orders.csv"
    path.write_text(many("a"), encoding="utf-8")
    before = rig.picture()

    waiting = [text]

    def write_over(_rows: int, _total: int | None) -> None:
        while waiting:
            waiting.pop()
            path.unlink() if text is None else path.write_text(text, encoding="utf-8")

    with pytest.raises((ImportRefused, OSError)) as refusal:
        rig.bring_in_file(ImportRequest(path, ImportKind.ORDERS), progress=write_over)
    assert find_sentence(refusal.value)
    assert rig.picture() == before
    if text:
        assert rig.bring_in_file(ImportRequest(path, ImportKind.ORDERS)).created == text.count("@")
    rig.db.close()
