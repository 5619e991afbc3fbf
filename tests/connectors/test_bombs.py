"""Small files that unfold into huge ones (promise 22), each opened as an import does, in a process of its own."""

import json
import multiprocessing
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from reengage_desktop.connectors.opening.spreadsheets import convert

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="what a process held at most is read from Linux's own account"
)

REPOSITORY = Path(__file__).resolve().parents[2]
MOST_S, MOST_MB = 1.0, 200.0
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
ENTITIES = f'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY l0 "lollollollol">{LAUGHS}]>'
"""A billion times “lollollollol” in a few hundred characters, if somebody unfolds `&l9;`."""
ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="S"><table:table-row{}><table:table-cell{} office:value-type="string">'
    "<text:p>{}</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>"
    "</office:document-content>"
)
SHEET_2003 = (
    '<?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet>'
    "<Table><Row><Cell><Data>email</Data></Cell></Row><Row><Cell><Data>&l9;</Data></Cell></Row></Table></Worksheet>"
    "</Workbook>"
)
PAGE = "<html><body><table><tr><td>email</td></tr><tr><td>&l9;</td></tr></table></body></html>"


def _package(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return path


def _ods(path: Path, content: str) -> Path:
    files = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": b"<manifest/>",
        "content.xml": content.encode(),
    }
    return _package(path, files)


def _with_entities(path: Path, part: str, text: str) -> Path:
    """A sound workbook in one part of which a text is a billion laughs."""
    _far_apart(path, "B2")
    with zipfile.ZipFile(path) as whole:
        files = {each.filename: whole.read(each) for each in whole.infolist()}
    words = files[part].decode().partition("?>")
    content = (words[2] or words[0]).replace(text, "&l9;")
    assert "&l9;" in content
    return _package(path, {**files, part: (ENTITIES + content).encode()})


def _far_apart(path: Path, last: str = "XFD1048576") -> Path:
    """Two cells at opposite corners: a small file that asks for a table of 17 billion cells."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet[last] = "email", "Ann"
    book.save(path)
    return path


def _unfolding(path: Path, size_mb: int) -> Path:
    _package(path, {"xl/workbook.xml": b"<workbook/>"})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package, package.open("xl/sheet1.xml", "w") as sheet:
        for _ in range(size_mb):
            sheet.write(b"0" * (1 << 20))
    return path


def _written(path: Path, content: str) -> Path:
    path.write_text(content, encoding="utf-8")
    return path


def test_the_memory_limit_alone_refuses_what_unpacks_to_little(tmp_path: Path) -> None:
    """Promise 22: 26 million empty cells in a package that looks harmless, and nobody watches the child."""
    path = _far_apart(tmp_path / "wide.xlsx", "Z1000000")
    assert sum(each.file_size for each in zipfile.ZipFile(path).infolist()) < 20_000
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=convert, args=(str(path), None, str(tmp_path / "out.csv"), 400 << 20, sender))
    child.start()
    sender.close()
    try:
        answer = receiver.recv() if receiver.poll(60) else None
    except EOFError:  # the reader's own language ends itself where it gets no memory
        answer = None
    child.join(60)
    receiver.close()
    assert answer is None or answer.kind == "workbook_memory"
    assert not (tmp_path / "out.csv").exists()


def test_bombs_are_refused_at_once(tmp_path: Path) -> None:
    """Promise 22: each costs less than a second of the processors and 200 MB, here and in the reader's process."""
    repeated = ' table:number-rows-repeated="1000000"', ' table:number-columns-repeated="16000"', "email"
    bombs = {
        _unfolding(tmp_path / "unfolds.xlsx", 100): "unpack",
        _far_apart(tmp_path / "wide.xlsx"): "memory",
        _ods(tmp_path / "repeated.ods", ODS.format(*repeated)): "damaged",
        _ods(tmp_path / "entities.ods", ENTITIES + ODS.format("", "", "&l9;")): "damaged",
        _with_entities(tmp_path / "entities.xlsx", "xl/workbook.xml", "Sheet"): "damaged",
        _with_entities(tmp_path / "cells.xlsx", "xl/worksheets/sheet1.xml", "Ann"): "damaged",
        _written(tmp_path / "entities.xls", ENTITIES + SHEET_2003): "XML file",
        _written(tmp_path / "entities.html", ENTITIES + PAGE): "XML file",
    }
    command = [sys.executable, "-m", "tests.connectors.opening_program", *map(str, bombs)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True, timeout=60)
    for (path, word), (said, worked_s, most_mb) in zip(bombs.items(), json.loads(done.stdout), strict=True):
        assert said is not None, f"{path.name} is refused"
        assert word in said, path.name
        assert worked_s < MOST_S, path.name
        assert most_mb < MOST_MB, path.name


def test_a_refusal_for_memory_is_quick_whatever_the_environment_asks_of_the_reader(tmp_path: Path) -> None:
    """Promise 22: a million rows of repeated cells; asked for its calls, the reader took minutes to end."""
    repeated = ' table:number-rows-repeated="1048576"', ' table:number-columns-repeated="8"', "email"
    path = _ods(tmp_path / "long.ods", ODS.format(*repeated))
    command = [sys.executable, "-m", "tests.connectors.opening_program", str(path)]
    asked = {**os.environ, "RUST_BACKTRACE": "1"}
    done = subprocess.run(command, cwd=REPOSITORY, env=asked, capture_output=True, text=True, check=True, timeout=60)
    ((said, _, _),) = json.loads(done.stdout)
    assert "memory" in said
    assert done.stderr == "", "nothing of the reader's own words"
