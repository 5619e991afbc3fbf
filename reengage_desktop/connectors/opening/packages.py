"""Workbooks as files: what they are, whatever their names say, and copies that the reader of workbooks can read."""

import re
import shutil
import zipfile
from pathlib import Path

_KINDS = {"xl/workbook.xml": ".xlsx", "xl/workbook.bin": ".xlsb", "content.xml": ".ods"}
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""The stream in which Excel keeps a workbook with a password."""

_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"
_PREFIXES = {b"urn:oasis:names:tc:opendocument:xmlns:%s:1.0" % name: name for name in (b"office", b"table", b"text")}
_NAMESPACE = re.compile(rb"""xmlns:([\w.-]+)\s*=\s*["']([^"']+)""")
_TAG = re.compile(rb"<[^<>]*>")
_HEAD = 1 << 14

_OTHER_ERROR = re.compile(
    rb"""(<(?:\w+:)?c\s[^<>]*?\bt=["']e["'][^<>]*>(?:<(?:\w+:)?f\b[^<>]*/>|<(?:\w+:)?f\b[^<>]*>[^<]*</(?:\w+:)?f>)?"""
    rb"""<(?:\w+:)?v>)(?!#(?:N/A|REF!|NAME\?|VALUE!|DIV/0!|NULL!|NUM!)<)[^<]*<"""
)


def named_by_kind(path: Path, folder: Path) -> Path:
    """The workbook under a name that says what it is: itself, or a copy in `folder`; raises OSError."""
    kind = _kind(path)
    if path.suffix == kind:
        return path
    return Path(shutil.copyfile(path, folder / f"book{kind}"))


def _kind(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as package:
            return next((kind for part, kind in _KINDS.items() if part in package.NameToInfo), path.suffix)
    except zipfile.BadZipFile:
        return ".xlsx" if _LOCKED in path.read_bytes() else ".xls"


def with_usual_prefixes(path: Path, folder: Path) -> Path:
    """The ODS workbook with its elements named as everyone names them: itself, or a copy in `folder`.

    The reader of workbooks knows `table:table`, not `ns2:table`. The content is held in memory as a whole.
    """
    if path.suffix != ".ods":
        return path
    with zipfile.ZipFile(path) as package:
        content = package.read("content.xml")
    said = {prefix: _PREFIXES.get(uri, prefix) for prefix, uri in _NAMESPACE.findall(content[:_HEAD])}
    others = {prefix: usual for prefix, usual in said.items() if prefix != usual}
    if not others:
        return path
    name = re.compile(rb"(?<=[<\s/])(" + b"|".join(others) + rb"):(?=\w)")
    content = _TAG.sub(lambda tag: name.sub(lambda found: others[found[1]] + b":", tag[0]), content)
    with zipfile.ZipFile(folder / "usual.ods", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        for part, text in (("mimetype", _OPEN_DOCUMENT), ("META-INF/manifest.xml", b"<m/>"), ("content.xml", content)):
            out.writestr(part, text)
    return folder / "usual.ods"


def without_other_errors(path: Path, folder: Path) -> Path | None:
    """A copy of an XLSX workbook whose errors are all of those that every program knows; None where they are.

    A sheet is held in memory as a whole.
    """
    if path.suffix != ".xlsx" or not zipfile.is_zipfile(path):
        return None
    copy, count = folder / "mended.xlsx", 0
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        for name in package.namelist():
            content = package.read(name)
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                content, changed = _OTHER_ERROR.subn(rb"\1#VALUE!<", content)
                count += changed
            out.writestr(name, content)
    return copy if count else None
