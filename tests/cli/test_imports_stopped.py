"""An import that is stopped while another process works for it: nothing is left of it, and no trace is printed."""

import sys
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.command_line import CommandLine

_ROWS = 3_000

CTRL_C = """
import os, signal, sys
if "spawn_main" in "".join(sys.orig_argv):
    os.kill(os.getpid(), signal.SIGINT)
"""
"""Run by Python before anything else: Ctrl+C at the earliest moment of a process that the import starts."""


def _orders(path: Path) -> Path:
    """Orders of eight megabytes as CSV: as many as are read in a process of its own."""
    header = ["order_id", "ordered_at", "email", "order_total", "currency", "note"]
    rows = [[f"o{n}", "2026-03-04", f"a{n}@example.com", "12.50", "USD", "x" * 3_000] for n in range(_ROWS)]
    if path.suffix == ".xlsx":
        book = Workbook(write_only=True)
        sheet = book.create_sheet("Orders")
        for row in (header, *rows):
            sheet.append(row)
        book.save(path)
    else:
        path.write_text("".join(",".join(row) + "\n" for row in (header, *rows)))
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="a process can't be started deaf there")
@pytest.mark.parametrize("name", ["orders.csv", "orders.xlsx"])
def test_ctrl_c_is_left_to_the_program(cli: CommandLine, tmp_path: Path, name: str) -> None:
    """cli.md: never a traceback; Ctrl+C reaches the processes of an import too, however early, and ends none."""
    (tmp_path / "early").mkdir()
    (tmp_path / "early" / "sitecustomize.py").write_text(CTRL_C)
    words = ("import", "orders", _orders(tmp_path / name), "--json")
    process = cli.start(*words, environ={"PYTHONPATH": str(tmp_path / "early")})
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, ""), out
    assert cli.ask("customers", "list")["total"] == _ROWS
