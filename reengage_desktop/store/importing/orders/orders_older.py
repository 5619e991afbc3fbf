"""An older export imported after a newer one: its orders stay in the state that the newer one told."""

from reengage_desktop.store.importing.staged import CHANGED, CHANGED_LINES, SAME
from reengage_desktop.store.imports import SAVED_TOGETHER_S
from reengage_desktop.store.scratch import Scratch

_NEWER = "SELECT id FROM imports WHERE state = 'done' AND kind = 'orders' AND file_at > :before"

_RANK = """CASE {status} WHEN 'refunded' THEN 4 WHEN 'partly_refunded' THEN 3 WHEN 'cancelled' THEN 2
    WHEN 'voided' THEN 2 WHEN 'paid' THEN 1 WHEN 'unknown' THEN NULL ELSE 0 END"""
"""Money that came back stays back, whatever the age of the file that tells it: from 3 on."""

_KEPT = f"""WITH told AS (
        SELECT base AS run, max({_RANK.format(status="status")}) AS said FROM heads GROUP BY base),
    known AS (
        SELECT h.run, o.id, o.import_id, {_RANK.format(status="o.status")} AS state
        FROM heads AS h JOIN orders AS o ON o.id = h.order_id WHERE h.action IN ({CHANGED}, {CHANGED_LINES}))
    SELECT run FROM known JOIN told USING (run) WHERE said <> state AND (said < 3 OR state = 4)
    AND (import_id IN ({_NEWER}) OR id IN
        (SELECT row_id FROM import_journal WHERE import_id IN ({_NEWER}) AND table_name = 'orders'))
    AND run NOT IN (SELECT b.base FROM papers AS p JOIN heads AS b ON b.run = p.run)"""


def keep(scratch: Scratch, file_at: int) -> int:
    """Leaves orders as they are whose other state a newer file told; gives how many. `file_at`: unix seconds.

    Orders have been compared before; those of which the file tells a paper of money that came back are written.
    """
    before = {"before": file_at + SAVED_TOGETHER_S}
    if scratch.value(f"{_NEWER} LIMIT 1", before) is None:
        return 0
    return scratch.run(f"UPDATE heads SET action = {SAME} WHERE run IN ({_KEPT})", before)
