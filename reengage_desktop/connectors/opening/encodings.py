"""Which characters the bytes of a text file stand for: BOM, strict UTF-8, UTF-16 by its NULs, then the code page."""

import codecs
import locale
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase
from typing import BinaryIO

from reengage_desktop.connectors.opening.twice_encoded import has_twice_encoded
from reengage_desktop.domain.sentences import Sentence

_BLOCK = 1 << 20
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CODE_PAGES = {
    "JP": "cp932", "TW": "cp950", "HK": "cp950", "MO": "cp950", "CN": "gb18030", "SG": "cp1252", "KR": "cp949",
    "GR": "cp1253", "CY": "cp1253", "RU": "cp1251", "UA": "cp1251", "BY": "cp1251", "BG": "cp1251", "RS": "cp1250",
    "MK": "cp1251", "KZ": "cp1251", "PL": "cp1250", "CZ": "cp1250", "SK": "cp1250", "HU": "cp1250", "SI": "cp1250",
    "HR": "cp1250", "RO": "cp1250", "AL": "cp1250", "TR": "cp1254", "IL": "cp1255", "EG": "cp1256", "SA": "cp1256",
    "AE": "cp1256", "MA": "cp1256", "LT": "cp1257", "LV": "cp1257", "EE": "cp1257", "VN": "cp1258", "TH": "cp874",
}  # fmt: skip
"""The Windows code page of a country's PCs, where it is not cp1252."""

_UNSEEN_BYTES = re.compile(rb"\xe2(?=\x80[\x8b\x8e\x8f\xaa-\xae]|\x81[\xa0\xa6-\xa9])|\xef(?=\xbb\xbf)|\xc2(?=\xad)")
"""Blanks without width, marks of direction, byte order marks and soft hyphens in UTF-8."""
_PLAIN = bytes(range(0x80))
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_SCRIPTS = {
    "cp932": re.compile("[\u3040-\u30ff\u4e00-\u9fff\uff61-\uff9f]"),
    "euc_jp": re.compile("[\u3040-\u30ff\u4e00-\u9fff]"),
    "cp950": re.compile("[\u4e00-\u9fff]"),
    "gb18030": re.compile("[\u4e00-\u9fff]"),
    "cp949": re.compile("[\uac00-\ud7a3]"),
}
_LOCAL_SCRIPTS = {
    "cp1255": re.compile("[\u05b0-\u05ea]"),
    "cp1256": re.compile("[\u060c-\u0652]"),
    "cp874": re.compile("[\u0e01-\u0e5b]"),
}
"""Those whose bytes are letters in other code pages too, so that only the shop's country tells."""
_KANA = re.compile("[\u3040-\u30ff]")
_HALF_KANA = re.compile("[\uff61-\uff9f]")
_COMMON = {
    "cp950": "的是一不了人在有我他這中大來上個國說們為子和你地出道也時年得就那要下以生"
    "會自著去之過家學對可她里後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方"
    "又如前所本見經頭面公同三已老從動兩長"
    "商品名稱價格數量客戶訂單編號電話電子郵件地址姓陳林黃張李王吳劉蔡楊台北市",
    "gb18030": "的是一不了人在有我他这中大来上个国说们为子和你地出道也时年得就那要下"
    "以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主"
    "行方又如前所本见经头面公同三已老从动两长"
    "商品名称价格数量客户订单编号电话电子邮件地址姓陈林黄张李王吴刘蔡杨北京上海市",
    "cp1253": "αοιετσνηυρπκμλςάίόέήύώΑΟΙΕΤΣΝΗΥΡΠΚΜΛ",
    "cp1251": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфОЕАИНТСРВЛКМДПУ",
}
_COMMON["cp866"] = _COMMON["cp1251"]
_USUAL_CYRILLIC = frozenset("оеаинтсрвлк")
_MORE_USUAL = 1.65
"""Times: what KOI8 wrote is read as other letters in cp1251, and never so many of the usual ones."""
"""Letters that ordinary text in that code page is mostly made of."""


_LETTER = r"[^\W\d_]"
_SMALL = "[áäöüßéèêëàâãåæçñíìîïóòôõøúùûœ]"
_CAPITAL = "[ÁÄÖÜÉÈÊËÀÂÃÅÆÇÑÍÌÎÏÓÒÔÕØÚÙÛŒ]"
_WESTERN = re.compile(
    rf"""(?<={_LETTER}){_SMALL}(?![A-Z]) | {_SMALL}(?=[a-z])                                # a letter in a word
    | (?<=[A-Z]){_CAPITAL}(?![a-z]) | (?<!{_LETTER}){_CAPITAL}(?={_LETTER})
    | (?<!{_LETTER})[“‘„«](?=\w) | (?<=[\w.!?])[”»](?!\w) | (?<!{_LETTER})[–—€£](?!{_LETTER})  # signs around words
    | (?<={_LETTER})’(?=[A-Z]|(?:s|t|d|m|re|ve|ll)\b) | \b[cdjlmnst]’(?=\w)                 # O’Neil, Ann’s, l’eau""",
    re.VERBOSE,
)
"""Letters and signs where western text has them; what another code page makes of them mostly stands elsewhere."""
_USUAL_WESTERN = frozenset("áäöüßéèêëàãåçñíóïøÅØÖÄÜÉ€£“”„’–")
_WITHIN = re.compile(rf"(?<={_LETTER})[^\w\s!-~’·\xad](?={_LETTER})|(?<=[a-zß-ÿ])[À-ÞŠŽŸ]")
"""Signs and capitals in the middle of a word."""

_LINE_END = re.compile(r"[\r\n]")
_SHIFTED = re.compile(rb"\x1b\$[@B]")
"""How ISO-2022-JP turns to Japanese letters."""

_BEHIND = re.compile(rb"[\x80-\xff]([\x40-\x7e])")
"""The plain letters behind others: of one case in western words, any in the double bytes of Japanese."""

_OLDER = {"cp1250": ("iso8859_2", "cp852"), "cp1253": ("iso8859_7", "cp737"), "cp1254": ("iso8859_9", "cp857")}
"""What Unix and DOS had before a code page of Windows."""

_SIGNS = bytes((0x80, 0x82, 0x84, 0x85, *range(0x91, 0x98)))
"""What Windows has quotation marks and dashes for."""

_MORE_VALID = 3
"""Times: well-formed UTF-8 comes about in another encoding's text, but seldom."""
_MOSTLY = 0.8
_ENOUGH = 12
"""Bytes that are not plain ASCII: in fewer, another script than the shop's cannot be told from `żółty`."""


@dataclass(frozen=True)
class Encoding:
    """How to decode a file. `errors` is `replace` only for UTF-8 with a few damaged bytes.

    `has_unseen`: somewhere in its UTF-8 there may be marks that nobody sees. `is_twice`: some of its letters were
    encoded twice.
    """

    name: str
    has_nul: bool = False
    errors: str = "strict"
    note: Sentence | None = None
    has_unseen: bool = False
    is_twice: bool = False


def stated_encoding(name: str) -> Encoding:
    """A file's encoding in the owner's words; what does not fit it is shown as �. Raises LookupError."""
    return Encoding(codecs.lookup(name).name, has_nul=True, errors="replace")


def detect_encoding(path: Path, country: str | None = None, go_on: Callable[[], object] = bool) -> Encoding:
    """The file's encoding; reads the whole file once, in blocks. `country`: the shop's, for its PCs' code page.

    `go_on` is called before each block, and raises to end the reading.
    """
    with path.open("rb") as file:
        head = file.read(65_536)
        for mark, name in _BOMS:
            if head.startswith(mark):
                return Encoding(name)
        is_marked = head.startswith(codecs.BOM_UTF8)
        if not is_marked and (wide := wide_without_mark(head)):
            return Encoding(wide)
        if _SHIFTED.search(head) and head.isascii():
            return Encoding("iso2022_jp_ext", errors="replace")
        file.seek(len(codecs.BOM_UTF8) if is_marked else 0)
        scan = _scan(file, go_on)
    utf8 = "utf-8-sig" if is_marked else "utf-8"
    if not scan.invalid:
        text = "Letters that were encoded twice in this file, such as “Ã¼” for “ü”, were put right."
        twice = Sentence("encoded_twice", text) if scan.is_twice else None
        return Encoding(utf8, scan.has_nul, note=twice, has_unseen=scan.has_unseen, is_twice=scan.is_twice)
    if is_marked or scan.valid > _MORE_VALID * scan.invalid:
        text = f"{scan.invalid} damaged characters in this UTF-8 file are shown as �."
        note = Sentence("damaged_characters", text, number=scan.invalid)
        return Encoding(utf8, has_nul=scan.has_nul, errors="replace", note=note, has_unseen=scan.has_unseen)
    name = _code_page(bytes(scan.high_lines), country)
    note = Sentence("read_as", f"The text was read as {_label(name)}.", encoding=name)
    return Encoding(name, has_nul=scan.has_nul, errors="replace", note=note)


def _label(name: str) -> str:
    titles = {
        "cp1252": "Windows-1252 (Western European)",
        "cp932": "Shift-JIS (Japanese)",
        "mac_roman": "Mac Roman (old Macs)",
        "cp850": "code page 850 (DOS)",
    }
    return titles.get(name, name)


def wide_without_mark(head: bytes) -> str | None:
    """UTF-16 and UTF-32 without a BOM, by where their NULs stand; in pairs of other scripts than ours there are few."""
    for name, unused in (("utf-32-le", head[3::4]), ("utf-32-be", head[::4])):
        if unused and not unused.strip(b"\0") and _reads(head, name):
            return name
    pairs = len(head) // 2
    if pairs < 2:
        return None
    even, odd = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    for name, empty, other in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if other < 0.05 * pairs and empty > 0.4 * pairs:
            return name
        if other == 0 and empty > 0.05 * pairs and _reads(head, name):
            return name
    return None


def _reads(head: bytes, name: str) -> bool:
    """Whether bytes are lines of text in an encoding."""
    text = head.decode(name, "ignore")
    return bool(_LINE_END.search(text)) and all(char.isprintable() or char in "\r\n\t" for char in text)


@dataclass
class _Scan:
    high_lines: bytearray
    has_nul: bool = False
    has_unseen: bool = False
    is_twice: bool = False
    valid: int = 0
    invalid: int = 0


def _scan(file: BinaryIO, go_on: Callable[[], object]) -> _Scan:
    """Counts well-formed and damaged multi-byte sequences, and keeps up to 256 KB of lines that are not plain ASCII."""
    scan, rest = _Scan(bytearray()), b""
    while block := file.read(_BLOCK):
        go_on()
        block = rest + block
        scan.has_nul = scan.has_nul or b"\0" in block
        cut = len(block) if len(block) < _BLOCK else max(block.rfind(b"\n"), block.rfind(b"\r")) + 1 or len(block)
        block, rest = block[:cut], block[cut:]
        if not block.isascii():
            _count_sequences(block, scan)
    if rest and not rest.isascii():
        _count_sequences(rest, scan)
    return scan


def _count_sequences(block: bytes, scan: _Scan) -> None:
    """Adds a block's counts; well-formed sequences are counted by the bytes they take beyond one a character."""
    if len(scan.high_lines) < 262_144:
        for line in block.splitlines(keepends=True):
            if not line.isascii():
                scan.high_lines += line
    scan.is_twice = scan.is_twice or has_twice_encoded(block)
    scan.has_unseen = scan.has_unseen or bool(_UNSEEN_BYTES.search(block.translate(None, _PLAIN)))
    text = block.decode("utf-8", "replace")
    # A file may hold well-formed U+FFFD of its own: its exporter's losses, not ours.
    scan.invalid += max(0, text.count("\ufffd") - block.count(b"\xef\xbf\xbd"))
    scan.valid += len(block) - len(text)


def _code_page(sample: bytes, country: str | None) -> str:
    """The likeliest code page of bytes that are not UTF-8."""
    local = _local_code_page(country)
    runs = [len(run) for run in _HIGH_RUN.findall(sample)]
    # Western text has single accented letters; three and more in a row speak of another script or of double bytes.
    long_runs = sum(length for length in runs if length >= 3)
    is_western = long_runs < 0.3 * sum(runs)
    script = None if is_western else _LOCAL_SCRIPTS.get(local)
    if script and len(script.findall(sample.decode(local, "replace"))) > _MOSTLY * sum(runs):
        return local
    if is_western or (sum(runs) < _ENOUGH and local not in _SCRIPTS and local not in _COMMON):
        if local in {"cp1250", "cp1254"}:
            return _of_its_time(sample, local)
        return local if local in {"cp1257", "cp1258"} else _western(sample)
    scores = {name: _plausibility(sample, name) for name in (*_SCRIPTS, "cp1253", "cp1251")}
    if local == "cp1251":
        scores["cp866"] = _plausibility(sample, "cp866")
    if local in scores:
        scores[local] += 0.15
    best = max(scores, key=lambda name: scores[name])
    if best in {"cp1251", "cp1253"} and local != "cp1253" and _usual(sample, "koi8_u") > _MORE_USUAL * _usual(sample):
        return "koi8_u"
    return _of_its_time(sample, best if scores[best] >= 0.3 else local)


def _western(sample: bytes) -> str:
    """The code page of Windows, Unix, DOS or old Macs, by whose letters make words; kana among them is Japanese."""
    behind = b"".join(_BEHIND.findall(sample))
    in_one_case = max(
        sum(map(low.__contains__, behind)) for low in (ascii_lowercase.encode(), ascii_uppercase.encode())
    )
    if in_one_case <= _MOSTLY * len(behind) and _plausibility(sample, "cp932") > 0.6:
        return "cp932"
    dos_or_mac = ("cp850", "mac_roman") if b"\n" in sample else ("mac_roman", "cp850")
    return max(("cp1252", "iso8859_15", *dos_or_mac), key=lambda name: _western_words(sample, name))


def _western_words(sample: bytes, name: str) -> int:
    """How well a code page turns bytes into western words: their letters and signs, less what no word has in it."""
    text = sample.decode(name, "replace")
    found = _WESTERN.findall(text)
    return len(found) + sum(map(_USUAL_WESTERN.__contains__, found)) - 2 * len(_WITHIN.findall(text))


def _of_its_time(sample: bytes, page: str) -> str:
    """What Unix or DOS had where Windows has a code page, where that makes more letters; else that code page."""
    if page not in _OLDER:
        return page
    unix, dos = _OLDER[page]
    best = max((page, unix), key=lambda name: _letters(sample, name))
    told = sample.translate(None, _SIGNS)
    return dos if _letters(told, dos) == 1 and _letters(told, best) < _MOSTLY else best


def _letters(sample: bytes, name: str) -> float:
    """How many of a text's characters would be letters, plain ones left aside; 0 to 1."""
    high = [char for char in sample.decode(name, "replace") if char > "\x7f"]
    return sum(map(str.isalpha, high)) / max(1, len(high))


def _usual(sample: bytes, name: str = "cp1251") -> int:
    """How many of a text's letters are those that Cyrillic words are mostly made of, capital or not."""
    return sum(char in _USUAL_CYRILLIC for char in sample.decode(name, "replace").lower())


def _plausibility(sample: bytes, name: str) -> float:
    # What Windows added to Korean begins with a high byte and ends with a plain letter, as western words do.
    text = sample.decode("euc_kr" if name == "cp949" else name, "replace")
    high = [char for char in text if char > "\x7f"]
    if not high or high.count("\ufffd") > 0.02 * len(high):
        return 0.0
    if name in {"cp932", "euc_jp"}:
        kana, half = len(_KANA.findall(text)), len(_HALF_KANA.findall(text))
        if half > 0.3 * len(high):
            return 0.0
        return len(_SCRIPTS[name].findall(text)) / len(high) * (0.9 if kana > 0.05 * len(high) else 0.25)
    if name == "cp949":
        return 0.9 * len(_SCRIPTS[name].findall(text)) / len(high)
    common = sum(char in _COMMON[name] for char in high) / len(high)
    return common if name in {"cp1253", "cp1251", "cp866"} else min(1.0, 1.6 * common)


def _local_code_page(country: str | None) -> str:
    """The ANSI code page of this PC where it has one, else of the shop's country."""
    if sys.platform == "win32":
        return locale.getpreferredencoding(do_setlocale=False)
    return _CODE_PAGES.get(country or "", "cp1252")
