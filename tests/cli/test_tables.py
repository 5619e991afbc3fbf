"""Text for people: columns that line up, whatever is in them."""

from reengage_desktop.cli.tables import counted, day_and_time, facts, table


def test_columns_line_up() -> None:
    text = table(("name", "sent", "why"), [("Ann", 7, None), ("田中さん", 1234, True), ("B" * 80, "1,000", ["a", "b"])])
    lines = text.splitlines()
    assert lines[0].split() == ["name", "sent", "why"]
    assert lines[2].split() == ["Ann", "7", "-"]
    ends = {line.index(figure) + len(figure) for line, figure in zip(lines[2:], ("7", "1234", "1,000"), strict=True)}
    assert len(ends) == 2, "figures end together; a wide letter counts twice"
    assert "…" in lines[4]
    assert lines[4].endswith("a, b")


def test_nothing_is_said() -> None:
    assert table(("name",), []) == "Nothing to show."


def test_line_breaks_of_a_value_break_no_table() -> None:
    assert len(table(("a", "b"), [("one\ntwo", "three\nfour")]).splitlines()) == 3


def test_facts_leave_empty_ones_out() -> None:
    assert facts([("name", "Ann"), ("phone", None), ("orders", 0)]) == "name:   Ann\norders: 0"


def test_words() -> None:
    assert (counted(1, "row", "rows"), counted(1200, "row", "rows")) == ("1 row", "1,200 rows")
    assert (day_and_time(None), day_and_time("2026-11-21T09:00:00-05:00")) == ("-", "2026-11-21 09:00")
