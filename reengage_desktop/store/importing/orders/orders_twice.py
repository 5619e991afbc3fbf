"""New orders that the shop may have already under other numbers: a list of payments tells of the shop's own orders."""

from reengage_desktop.store.scratch import Scratch

_LOOKED_AT = 2_000
"""So many of the new orders tell what all are like, however long the file is."""

_NEW = """CREATE TABLE looked_at AS SELECT h.run, k.customer_id, h.ordered_at, h.has_time,
    coalesce(h.total + h.later_sum, h.lines_total) AS total
    FROM heads AS h JOIN people AS p ON p.pid = h.pid JOIN folk AS k ON k.f = p.f
    WHERE h.base = h.run AND h.action IS NULL AND k.customer_id IS NOT NULL LIMIT ?"""

_LIKE_THEM = """CREATE TABLE like_them AS SELECT n.run, o.id FROM looked_at AS n JOIN orders AS o
    ON o.customer_id = n.customer_id AND o.total_minor = n.total
    AND abs(o.ordered_at - n.ordered_at) < iif(o.has_time AND n.has_time, 21600, 86400) WHERE n.total <> 0"""
"""A bare day is its first moment: what was bought then lies within the day behind it."""

_NAMED = """DELETE FROM like_them WHERE id IN (
    SELECT order_id FROM heads WHERE order_id IN (SELECT id FROM like_them))"""
"""Those that the file itself names are other purchases."""


def count(scratch: Scratch) -> tuple[int, int]:
    """How many of the new orders of known customers were looked at, and how many of them the shop may have already.

    Those are of the same customer and amount and of about the same moment as an order that the file does not name. At
    most some thousands are looked at.
    """
    if scratch.value("SELECT 1 FROM orders LIMIT 1") is None:
        return 0, 0
    scratch.run(_NEW, (_LOOKED_AT,))
    looked_at = int(scratch.value("SELECT count(*) FROM looked_at"))
    scratch.run(_LIKE_THEM)
    scratch.run(_NAMED)
    return looked_at, int(scratch.value("SELECT count(DISTINCT run) FROM like_them"))
