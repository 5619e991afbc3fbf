"""Files of some seventy systems that nobody showed us: right, asked about or refused (issue 4, shows 1)."""

from itertools import chain
from pathlib import Path

import pytest

from reengage_desktop.connectors.vocabulary.fields import FIELDS
from reengage_desktop.connectors.vocabulary.refusals import FileRefused
from reengage_desktop.domain.vocabulary import ImportKind
from tests.connectors.tables import Read, shop, write
from tests.connectors.unseen import CASES
from tests.connectors.unseen.case import CURRENCIES, Case, shown

_TELLING = (
    "customer_id name first_name last_name customer_name email phone country birthday created_at last_order_at "
    "orders_count lifetime_value channel opted_out_at order_id ordered_at status currency order_total refunded_amount "
    "product_id sku product_name quantity unit_price line_total price stock"
).split()
_TOLD_ELSEWHERE = {("customers", "status"), ("orders", "country")}


def _read(folder: Path, case: Case) -> Read:
    settings = shop(case.country, currency=CURRENCIES[case.country])
    return Read(write(folder, case.text.encode(case.encoding), case.file_name), settings=settings)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_file_that_nobody_showed_us(tmp_path: Path, case: Case) -> None:
    """D2: what it holds, each field of each record, no agreement that it does not give, or the right sentence."""
    if case.refused:
        with pytest.raises(FileRefused) as refusal:
            _read(tmp_path, case)
        assert case.refused.lower() in str(refusal.value).lower()
        return
    read = _read(tmp_path, case)
    assert (str(read.plan.kind), read.plan.preset) == (case.kind, case.preset)
    named = set(case.values)
    telling = [
        field
        for field in FIELDS[ImportKind(case.kind)]
        if (field in _TELLING and (case.kind, field) not in _TOLD_ELSEWHERE) or field.startswith("consent_")
    ]
    found = {field: [shown(value) for value in read.column(field)] for field in {*telling, *named}}
    nothing: list[str | bool | None] = [None] * len(read.records)
    assert found == {field: list(case.values.get(field, nothing)) for field in found}
    assert read.rejected == list(case.rejected)
    assert len([fault for fault in read.faults if not fault.is_rejected]) == case.bad_cells
    assert len(read.plan.questions) == case.questions


def test_the_cases_are_told_apart() -> None:
    """Each name once: a second one of a name would hide the first."""
    names = [case.name for case in CASES]
    assert len(names) == len(set(names))
    assert not set(chain.from_iterable(case.values for case in CASES)) - set(chain.from_iterable(FIELDS.values()))
