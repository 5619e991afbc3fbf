"""The facts of many customers, summed up in a thread and a scratch file of their own while indexes are being built."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

from reengage_desktop.domain.settings import Settings
from reengage_desktop.store import facts
from reengage_desktop.store.scratch import Scratch


@contextmanager
def gathered_beside(
    shop: Path, checked: Path, settings: Settings, span: tuple[int, int], is_cancelled: Callable[[], bool]
) -> Iterator[Callable[[], tuple[Path, int]]]:
    """Sums up what everybody `touched` in the scratch file `checked` bought, beside what is done inside.

    Gives the call that waits for the end: where the sums are, and the newest order's id that they hold; it raises
    Cancelled. Whoever leaves early ends the work.
    """
    is_over = threading.Event()
    target = checked.with_name("facts.db")

    def gather() -> tuple[Path, int]:
        with closing(Scratch(target, shop, lambda: is_over.is_set() or is_cancelled())) as scratch:
            scratch.copy_table(checked, "touched")
            return target, facts.gather(scratch, settings, span)

    with ThreadPoolExecutor(1, "facts") as pool:
        task = pool.submit(gather)
        try:
            yield task.result
        finally:
            is_over.set()
