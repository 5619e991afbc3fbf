"""A burst of wishes costs two readings; a fault is told and does not end the reading."""

from threading import Event

from PySide6.QtCore import QObject

from reengage_desktop.ui.reading import Reading
from tests.ui.stage import Stage


def test_a_burst_of_wishes_is_read_twice(stage: Stage) -> None:
    """The first wish and the last one are read; those between are met by the last."""
    read: list[int] = []
    shown: list[int] = []
    gate = Event()
    reading: Reading[int] = Reading(stage.desk, stage.desk, shown.append)

    def task(number: int) -> int:
        gate.wait(20)
        read.append(number)
        return number

    for number in range(6):
        reading.start(lambda number=number: task(number))  # type: ignore[misc]
    gate.set()
    stage.settle()
    assert read == shown == [0, 5]
    reading.start(lambda: task(9))
    stage.settle()
    assert shown == [0, 5, 9]


def test_a_fault_does_not_end_it(stage: Stage) -> None:
    """What went wrong reaches the owner; the next wish is met as if nothing had been."""
    shown: list[int] = []
    reading: Reading[int] = Reading(stage.desk, QObject(stage.desk), shown.append)
    reading.start(lambda: 1 // 0)
    stage.settle()
    assert [type(fault) for fault in stage.faults] == [ZeroDivisionError]
    reading.start(lambda: 7)
    stage.settle()
    assert shown == [7]
