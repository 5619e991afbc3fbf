"""What a file is that is no table, told by how it begins, whatever its name says; and what would work instead."""

import re
from pathlib import Path

from reengage_desktop.connectors.opening.encodings import wide_without_mark
from reengage_desktop.connectors.vocabulary.refusals import FileRefused
from reengage_desktop.domain.sentences import Sentence

_INSTEAD = "Export the list as CSV or Excel instead."
_SAVE_IT = "Open it in a spreadsheet program and save it as Excel workbook (.xlsx) or CSV."
_WHAT = {
    "is_pdf": f"is a PDF document. {_INSTEAD}",
    "is_database": f"is a database. {_INSTEAD}",
    "is_packed": "is a compressed file. Unpack it first and import what is inside.",
    "is_encrypted": "is encrypted. Decrypt it first and import what is inside.",
    "is_picture": f"is a picture. {_INSTEAD}",
    "is_document": f"is a text document. {_INSTEAD}",
    "is_link": "is only a link to another file or page. Open that, save its list as CSV or Excel, and import what you "
    "saved.",
    "is_calendar": f"is a calendar. {_INSTEAD}",
    "is_mail": "is an e-mail. Save the list that is attached to it as a file of its own, and import that.",
    "is_statement": "is a bank's statement of account, no list of customers or orders. Export these from the shop "
    "instead.",
    "is_edi": f"is a message between the programs of two companies (EDI). {_INSTEAD}",
    "is_cards": "is a list of address cards (vCard). Export the contacts as CSV instead, such as by Google Contacts.",
    "is_web_page": f"is a web page, whatever its name says. {_SAVE_IT}",
    "is_xml": f"is an XML file. {_SAVE_IT}",
    "is_json": f"is a JSON file. {_INSTEAD}",
    "no_text": f"is no table of text. {_INSTEAD}",
}
_BYTES = (
    ("is_pdf", rb"%PDF"),
    ("is_database", rb"SQLite format 3|\x00\x01\x00\x00Standard (?:Jet|ACE) DB"),
    ("is_packed", rb"\x1f\x8b|7z\xbc\xaf|Rar!|BZh[1-9]1AY|\xfd7zXZ\0|\x28\xb5\x2f\xfd|.{257}ustar"),
    ("is_encrypted", rb"Salted__|age-encryption\.org/"),
    ("is_picture", rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP|II\*\0|MM\0\*|....ftyp(?:heic|heix|mif1|avif)"),
    ("is_document", rb"\{\\rtf"),
    ("is_link", rb"L\0\0\0\x01\x14\x02\0"),
)
_SQL = (
    rb"(?:(?:--|\#)[^\n]*\n\s*|/\*[^*]*\*/;?\s*|(?:set|use|pragma|begin|start|drop|lock|unlock)\s[^;]*;\s*)*"
    rb"(?:create\s(?:table|database)|insert\sinto|copy\s\S+\s\([^)]*\)\sfrom\sstdin)"
)
_MAIL = (
    rb"from\s\S+@\S+\s+(?:mon|tue|wed|thu|fri|sat|sun)\s|(?:return-path|message-id):\s*<|delivered-to:\s*\S+@"
    rb"|received:\s(?:from|by)\s|(?:dkim-signature|x-mozilla-status|x-gm-thrid):|from:\s[^\n]*@[^\n]*\n"
    rb"(?:to|cc|subject|date|sent):\s"
)
"""A report may name its days by `From:` and `To:`."""
_XML = (
    rb"<\?xml|<!--|<workbook|<(?!(?:br|b|p|i|em|strong|font|div|span|pre|small)\b)[a-z][^<>,;\t]*>(?:\r?\n\s*)?"
    rb"<[a-z][\w:.-]*[\s/>]"
)
"""A web shop's warning above its list is no XML, whatever it stands in."""
_TEXTS = (
    (
        "is_database",
        rb"--\s(?:mysql|mariadb)\sdump|--\sphpmyadmin\ssql\sdump|--\n--\spostgresql\sdatabase\sdump|" + _SQL,
    ),
    ("is_cards", rb"begin:vcard"),
    ("is_calendar", rb"begin:vcalendar"),
    ("is_mail", _MAIL),
    ("is_statement", rb"!type:|!account\b|ofxheader:|<ofx>|:20:[^\n]*\n:2[158]|<\?xml[^>]*>\s*<\w+[^>]*camt\.05[2-4]"),
    ("is_edi", rb"una.{6}\s*unb\+|unb\+uno|isa\*00\*"),
    ("is_link", rb"\[internetshortcut\]|\{\s*\"url\":\s*\"https://docs\.google\.com"),
    ("is_encrypted", rb"-----begin pgp message"),
    ("is_web_page", rb"mime-version:|<!doctype html|<html|<table|<head|<meta"),
    ("is_xml", _XML),
    ("is_json", rb"""\{\s*"|\[\s*[\[{"\]]|[\[{]\s*\n"""),
)
"""How they begin, in small letters."""
_LIKE = [(kind, re.compile(form, re.DOTALL)) for kind, form in _BYTES]
_LIKE_TEXT = [(kind, re.compile(form)) for kind, form in _TEXTS]
_TEXT_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_TEXT_BYTES = 1000


def refusal(kind: str, path: Path, what: str = "") -> FileRefused:
    """The fault that names a file and says `what` of it, else what is said of its kind."""
    return FileRefused(Sentence(kind, f"“{path.name}” {what or _WHAT[kind]}", file=path.name))


def refuse_foreign(path: Path, head: bytes) -> None:
    """Raises FileRefused with what a file is, by its first bytes, where it is no table of text."""
    for kind, form in _LIKE:
        if form.match(head):
            raise refusal(kind, path)
    start = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:_TEXT_BYTES].lower()
    for kind, form in _LIKE_TEXT:
        if form.match(start):
            raise refusal(kind, path)
    marks = b"\0\x1a\x1b"  # what fills blocks up, what ends the files of old tills, what shifts Japanese letters
    control = sum(byte < 9 or 13 < byte < 32 for byte in head.translate(None, marks))
    if control > 0.05 * len(head) and not head.startswith(_TEXT_MARKS) and not wide_without_mark(head):
        raise refusal("no_text", path)
