"""What is wrong in a file that is being checked, by its cause."""

from reengage_desktop.store.scratch import Scratch

_CAUSE = (
    "CASE WHEN message LIKE '“%”: %' THEN substr(message, instr(message, '”: ')) "
    "WHEN message LIKE 'This line has %' THEN 'width' ELSE message END"
)
"""What is the same in all complaints of a cause: everything but the value of the cell."""

_MOST_GROUPS = 40
_SAMPLES = 3

Group = tuple[str | None, str, int, bool, tuple[tuple[int, str], ...]]


def group(scratch: Scratch) -> list[Group]:
    """Column, first message, number of places, whether rows stay out, first lines with values; the commonest first."""
    found = scratch.rows(
        f"SELECT column_name, {_CAUSE} AS cause, min(message), count(*), max(is_rejected) FROM bad_lines "
        f"GROUP BY column_name, cause ORDER BY count(*) DESC, min(line) LIMIT {_MOST_GROUPS}"
    )
    groups: list[Group] = []
    for column, cause, message, count, is_rejected in found:
        samples = scratch.rows(
            f"SELECT line, coalesce(value, '') FROM bad_lines WHERE column_name IS ? AND {_CAUSE} = ? ORDER BY line "
            f"LIMIT {_SAMPLES}",
            (column, cause),
        )
        groups.append((column, message, count, bool(is_rejected), tuple((line, value) for line, value in samples)))
    return groups
