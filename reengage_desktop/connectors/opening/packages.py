"""Workbooks as files: what they are, whatever their names say, and copies that the reader of workbooks can read."""

import posixpath
import re
import shutil
import zipfile
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import IO, Any
from xml.sax import SAXException, make_parser
from xml.sax.handler import feature_namespaces
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

_KINDS = {"xl/workbook.xml": ".xlsx", "xl/workbook.bin": ".xlsb", "content.xml": ".ods"}
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""The stream in which Excel keeps a workbook with a password."""

_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"
_PREFIXES = {b"urn:oasis:names:tc:opendocument:xmlns:%s:1.0" % name: name for name in (b"office", b"table", b"text")}
_NAMESPACE = re.compile(rb"""\sxmlns:?([\w.-]*)\s*=\s*["']([^"']+)""")
_HEAD = 1 << 14

_LINKS = "_rels/.rels"
_MAIN_PART = re.compile(rb"""<[^<>]*/officeDocument["'][^<>]*>""")
_TARGET = re.compile(rb"""\bTarget\s*=\s*["']/?([^"']+)""")

_OTHER_ERROR = re.compile(
    rb"""(<(?:\w+:)?c\s[^<>]*?\bt=["']e["'][^<>]*>(?:<(?:\w+:)?f\b[^<>]*/>|<(?:\w+:)?f\b[^<>]*>[^<]*</(?:\w+:)?f>)?"""
    rb"""<(?:\w+:)?v>)(?!#(?:N/A|REF!|NAME\?|VALUE!|DIV/0!|NULL!|NUM!)<)[^<]*<"""
)


def usual_names(package: zipfile.ZipFile) -> dict[str, str]:
    """The names of a package's parts as everyone gives them, by those that they have.

    A workbook's main part may have any name and folder, which a list of links tells; some programs write a backslash
    for `/`.
    """
    names = {name: name.replace("\\", "/") for name in package.namelist()}
    main = "" if not _KINDS.keys().isdisjoint(names) else _main_part(package, names)
    folder, file = posixpath.split(main)
    if not file.lower().startswith("workbook"):
        return names
    usual = "workbook" + posixpath.splitext(file)[1].lower()
    moved = {
        _LINKS: _LINKS,
        main: f"xl/{usual}",
        posixpath.join(folder, "_rels", f"{file}.rels"): f"xl/_rels/{usual}.rels",
    }
    head = f"{folder}/" if folder else ""
    for name, given in names.items():
        names[name] = moved.get(given) or (f"xl/{given.removeprefix(head)}" if given.startswith(head) else given)
    return names


def _main_part(package: zipfile.ZipFile, names: dict[str, str]) -> str:
    """The part that a package begins with, by its list of links; empty where that tells none."""
    links = next((name for name, given in names.items() if given == _LINKS), "")
    if not links:
        return ""
    with package.open(links) as part:
        told = _MAIN_PART.search(part.read(_HEAD))
    target = _TARGET.search(told[0]) if told else None
    return target[1].decode() if target else ""


def with_usual_names(path: Path, folder: Path) -> Path:
    """The workbook with its parts named as everyone names them: itself, or a copy in `folder`; raises OSError.

    A part is held in memory as a whole.
    """
    if not zipfile.is_zipfile(path):
        return path
    with zipfile.ZipFile(path) as package:
        names = usual_names(package)
        if all(name == usual for name, usual in names.items()):
            return path
        main = _main_part(package, {name: name.replace("\\", "/") for name in names})
        usual_main = next(iter(_KINDS.keys() & set(names.values())), main)
        begin = f'"/{posixpath.dirname(main)}/'.replace("//", "/").encode()
        with zipfile.ZipFile(folder / "named.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
            for name, usual in names.items():
                content = package.read(name)
                if usual == _LINKS and main:
                    content = content.replace(main.encode(), usual_main.encode())
                elif usual.endswith(".rels"):
                    content = content.replace(begin, b'"/xl/')
                out.writestr(usual, content)
    return folder / "named.zip"


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

    The reader of workbooks knows `table:table`, not `ns2:table` or `table`. The content is held in memory as a whole.
    Raises ValueError for what is no XML.
    """
    if path.suffix != ".ods":
        return path
    with zipfile.ZipFile(path) as package:
        content = package.read("content.xml")
    if all(prefix == _PREFIXES.get(uri, prefix) for prefix, uri in _NAMESPACE.findall(content)):
        return path
    with zipfile.ZipFile(folder / "usual.ods", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        for part, text in (("mimetype", _OPEN_DOCUMENT), ("META-INF/manifest.xml", b"<m/>")):
            out.writestr(part, text)
        with out.open("content.xml", "w") as stream:
            _name_as_usual(content, stream)
    return folder / "usual.ods"


def _name_as_usual(content: bytes, out: IO[bytes]) -> None:
    """Writes XML anew, with the prefixes that everyone uses; raises ValueError."""
    text = TextIOWrapper(out, "utf-8", newline="")
    if b"<!ENTITY" in content:
        raise ValueError("an open document has no entities of its own")
    parser = make_parser()  # noqa: S317 - without entities it unfolds nothing
    parser.setFeature(feature_namespaces, True)  # noqa: FBT003 - the parser's way
    parser.setContentHandler(_UsualNames(text))
    try:
        parser.parse(BytesIO(content))
    except SAXException as error:
        raise ValueError(str(error)) from None
    text.flush()


class _UsualNames(XMLGenerator):
    """Names every element and attribute of an open document by its usual prefix, and others by none."""

    def __init__(self, out: TextIOWrapper) -> None:
        super().__init__(out, "utf-8", short_empty_elements=True)

    def startPrefixMapping(self, prefix: str | None, uri: str) -> None:  # noqa: N802 - the parser's name
        """Says nothing: the reader of workbooks knows its prefixes."""

    def endPrefixMapping(self, prefix: str | None) -> None:  # noqa: N802 - the parser's name
        """Says nothing."""

    def startElementNS(self, name: Any, _: str | None, attrs: Any) -> None:  # noqa: N802 - the parser's name
        """Writes an element's begin."""
        self.startElement(_usual(name), AttributesImpl({_usual(each): value for each, value in attrs.items()}))

    def endElementNS(self, name: Any, _: str | None) -> None:  # noqa: N802 - the parser's name
        """Writes an element's end."""
        self.endElement(_usual(name))


def _usual(name: tuple[str | None, str]) -> str:
    uri, local = name
    prefix = _PREFIXES.get((uri or "").encode())
    return f"{prefix.decode()}:{local}" if prefix else local


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
