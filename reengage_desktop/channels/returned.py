"""What one mail in the owner's mailbox is: a bounce, a complaint, a robot's reply, or a person's words.

Any bytes have an answer. Nothing is decided here about customers: the mail only says which of our messages it names.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from reengage_desktop.channels.errors import without_personal_data
from reengage_desktop.channels.protocol import MailBack, MailKind
from reengage_desktop.domain.stop_words import Wish, read_wish

_MOST_NAMED = 50
_LONGEST_TEXT = 2_000
_LONGEST_PART = 100_000
_NAME = re.compile(r"<([^<>\s@]{1,200})@[^<>\s@]{1,200}>")
_OUR_NAME = re.compile(r"\brd-[0-9a-z]{1,40}-\d{1,18}(?=@)", re.IGNORECASE)
_QUOTED_NAME = re.compile(r"^\W{0,4}message-id:\s*<([^<>\s@]{1,200})@", re.IGNORECASE | re.MULTILINE)
_TOKEN = re.compile(r"(?<![\w.])t?\d{1,18}\.[0-9a-f]{20}(?![\w.])", re.IGNORECASE)
_ADDRESS = re.compile(r"[^\s@<>\"'();:,\[\]]{1,64}@[^\s@<>\"'();:,\[\]]{1,250}\.[^\s@<>\"'();:,\[\]]{1,60}")
_STATUS = re.compile(r"\b([45])\.(\d{1,3})\.(\d{1,3})\b")
_CODE = re.compile(r"\b([45])\d\d\b")
_ROBOTS = re.compile(r"mailer-daemon|postmaster|mail-daemon|mailerdaemon", re.IGNORECASE)

# 5.2.x: the box is full or the mail too large; 5.3, 5.6: the server or the content; 5.7: a rule or a spam filter. The
# address itself is sound, so these are counted and not believed at once.
_SOFT_SUBJECTS = {"2", "3", "6", "7"}
_HARD_DETAILS = {("2", "1"), ("7", "13")}  # the account is switched off
_SOFT_WORDS = re.compile(
    r"mailbox (is )?full|over ?quota|quota exceeded|exceeded .{0,20}quota|storage|temporar|try again|too large|"
    r"too big|spam|blocked|blacklist|policy|grey ?list|timed? ?out|postfach.{0,20}voll|voll.{0,20}postfach|"
    r"vorübergehend",
    re.IGNORECASE,
)
_HARD_WORDS = re.compile(
    r"user unknown|unknown user|no such user|no mailbox|does ?n.t exist|does not exist|not exist|unknown recipient|"
    r"recipient.{0,30}(rejected|not found|unknown)|address not found|(was|were|be) ?n.t (be )?found|could not be found|"
    r"invalid (recipient|mailbox|address)|unrouteable|mailbox (unavailable|not found)|no longer (valid|active|in use)|"
    r"account.{0,30}(disabled|inactive|closed)|not a known user|(host|domain).{0,30}not found|"
    r"unbekannt|nicht gefunden|existiert nicht|nicht vorhanden|ungültig",
    re.IGNORECASE,
)
_AUTO_SUBJECT = re.compile(
    r"^\W*((re|aw|auto|fwd?)\s*:\s*)*(out of (the )?office|automatic reply|auto.?reply|auto.?response|"
    r"vacation|away from|i am away|abwesenheit|abwesend|automatische antwort|nicht im büro|im urlaub|"
    r"réponse automatique|absence|respuesta automática|fuera de la oficina|risposta automatica)",
    re.IGNORECASE,
)
_QUOTE_STARTS = re.compile(
    r"^\s*(-{2,}\s*(original message|ursprüngliche nachricht|forwarded message|weitergeleitete nachricht)|_{10,}\s*$|"
    r"on .{5,200} wrote:?\s*$|am .{5,200} schrieb.{0,200}:?\s*$|le .{5,200} a écrit\s*:?\s*$|(from|von|de):\s.*@)",
    re.IGNORECASE,
)


def read_mail(raw: bytes, at: datetime) -> MailBack:
    """What a mail says; `raw` may be cut off anywhere, `at` is when it arrived."""
    mail = message_from_bytes(raw)
    event_id = _header(mail, "Message-ID").strip()[:250] or hashlib.sha256(raw).hexdigest()
    sender = parseaddr(_header(mail, "From"))[1]
    report = _report(mail)
    if report is not None:
        return _of_report(mail, report, MailBack(event_id, MailKind.DELAYED, at, sender=sender))
    if _has_part(mail, "message/feedback-report"):
        names, recipient = _names_anywhere(mail), _complainant(mail)
        return MailBack(event_id, MailKind.COMPLAINT, at, sender=sender, recipient=recipient, names=names)
    if _has_part(mail, "message/disposition-notification"):
        return MailBack(event_id, MailKind.AUTO_REPLY, at, sender=sender)  # a receipt: she read it, or threw it away
    if _is_robot_s(mail, sender):
        return _of_words(mail, MailBack(event_id, MailKind.SOFT_BOUNCE, at, sender=sender))
    return _of_person(mail, MailBack(event_id, MailKind.WRITTEN, at, sender=sender))


def own_words(text: str) -> str:
    """What the writer wrote herself: without the mail that she quotes and without her signature."""
    kept: list[str] = []
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        if line.rstrip() == "--":
            break
        if _QUOTE_STARTS.match(line):
            if _is_marked(lines[number:]):
                continue
            break
        if not line.lstrip().startswith(">"):
            kept.append(line.strip())
    return "\n".join(kept).strip()[:_LONGEST_TEXT]


def _is_marked(lines: Sequence[str]) -> bool:
    """Whether what is quoted here bears a “>” on its lines: many mail programs let people write below it."""
    first = next((line for line in lines if line.strip()), "")
    return first.lstrip().startswith(">")


# Bounces.


def _report(mail: Message) -> dict[str, str] | None:
    """The fields about the recipient in a delivery report (RFC 3464), by their small names; None without one."""
    for part in mail.walk():
        if part.get_content_type() == "message/delivery-status":
            return _fields(part)
    return None


def _fields(part: Message) -> dict[str, str]:
    payload = part.get_payload()
    blocks = [each for each in payload if isinstance(each, Message)] if isinstance(payload, list) else []
    blocks = blocks or [message_from_bytes(line_block) for line_block in _bytes(part).split(b"\n\n")]
    said = [{name.casefold(): _plain(value) for name, value in block.items()} for block in blocks]
    about = [block for block in said if "action" in block or "final-recipient" in block]
    failed = [block for block in about if block.get("action", "").strip().casefold() == "failed"]
    return (failed or about or [{}])[0]


def _of_report(mail: Message, fields: dict[str, str], back: MailBack) -> MailBack:
    recipient = fields.get("original-recipient") or fields.get("final-recipient", "")
    found = _ADDRESS.search(recipient)
    diagnosis = fields.get("diagnostic-code", "")
    status = fields.get("status", "")
    action = fields.get("action", "").strip().casefold()
    kind = _verdict(status, diagnosis) if action in ("failed", "") else MailKind.DELAYED
    return _bounce(mail, back, kind, found.group() if found else "", f"{status} {diagnosis}")


def _complainant(mail: Message) -> str:
    """The address that a complaint (RFC 5965) says it is from; empty where it keeps that to itself."""
    for part in mail.walk():
        if part.get_content_type() == "message/feedback-report":
            said = part.get_payload()
            fields = said[0] if isinstance(said, list) and said and isinstance(said[0], Message) else part
            found = _ADDRESS.search(_header(fields, "Original-Rcpt-To"))
            return found.group() if found else ""
    return ""


def _of_words(mail: Message, back: MailBack) -> MailBack:
    """A bounce that is no delivery report: qmail's letter, Exchange's page, a provider's own words."""
    text = "\n".join(_texts(mail))
    own = text.split("--- Below this line")[0][:10_000]
    failed = _ADDRESS.search(_header(mail, "X-Failed-Recipients"))
    ours = {parseaddr(_header(mail, name))[1].casefold() for name in ("From", "To", "Delivered-To")}
    named = [found.group() for found in _ADDRESS.finditer(own) if found.group().casefold() not in ours]
    recipient = failed.group() if failed else (named or [""])[0]
    status = _STATUS.search(own)
    kind = _verdict(status.group() if status else "", own)
    is_delay = re.search(r"delayed|still trying|verzögert|no action is required", own, re.IGNORECASE)
    return _bounce(mail, back, MailKind.DELAYED if is_delay else kind, recipient, status.group() if status else "")


def _verdict(status: str, words: str) -> MailKind:
    """Hard only where the address itself is wrong; what is not clear is soft."""
    found = _STATUS.search(status)
    if found is None or found.group(2) == "0":
        found = _STATUS.search(words) or found
    if found is not None and found.group(1) == "4":
        return MailKind.SOFT_BOUNCE
    if found is not None and found.group(2) != "0":
        is_soft = found.group(2) in _SOFT_SUBJECTS and (found.group(2), found.group(3)) not in _HARD_DETAILS
        return MailKind.SOFT_BOUNCE if is_soft else MailKind.BOUNCE
    code = _CODE.search(words)
    if _SOFT_WORDS.search(words) or (code is not None and code.group(1) == "4"):
        return MailKind.SOFT_BOUNCE
    return MailKind.BOUNCE if _HARD_WORDS.search(words) else MailKind.SOFT_BOUNCE


def _bounce(mail: Message, back: MailBack, kind: MailKind, recipient: str, words: str) -> MailBack:
    detail = without_personal_data(words)
    return MailBack(
        back.event_id, kind, back.at, back.sender, recipient=recipient, names=_names_anywhere(mail), text=detail
    )


def _is_robot_s(mail: Message, sender: str) -> bool:
    if _header(mail, "X-Failed-Recipients") or _header(mail, "Content-Type").casefold().startswith("multipart/report"):
        return True
    return _ROBOTS.fullmatch(sender.partition("@")[0].partition("+")[0]) is not None


# People, and the robots that answer for them.


def _of_person(mail: Message, back: MailBack) -> MailBack:
    subject, words = _header(mail, "Subject"), own_words(_body(mail))
    # Our own subject may be one of “vacation”: what says no below it was written by a person.
    sounds_auto = _AUTO_SUBJECT.match(subject) is not None and read_wish(words) is Wish.NONE
    is_auto = sounds_auto or _is_automatic(mail)
    places = [subject, *(_header(mail, name) for name in ("To", "Cc", "Delivered-To", "X-Original-To"))]
    if not is_auto:
        places.append(words)
    tokens = [found.group() for place in places for found in _TOKEN.finditer(place.replace("+", " "))]
    names = _NAME.findall(f"{_header(mail, 'In-Reply-To')} {_header(mail, 'References')}")
    kind = MailKind.AUTO_REPLY if is_auto else MailKind.WRITTEN
    plain_subject = _TOKEN.sub("", subject).strip()
    return MailBack(
        back.event_id,
        kind,
        back.at,
        back.sender,
        names=_once(reversed(names)),
        tokens=_once(tokens),
        subject=plain_subject[:200],
        text=words,
    )


def _is_automatic(mail: Message) -> bool:
    submitted = _header(mail, "Auto-Submitted").strip().casefold()
    if submitted and not submitted.startswith("no"):
        return True
    if any(_header(mail, name) for name in ("X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply-From")):
        return True
    if _header(mail, "Precedence").strip().casefold() in ("auto_reply", "auto-reply", "bulk", "junk", "list"):
        return True
    return _header(mail, "Return-Path").strip() == "<>"


# Reading without trusting.


def _has_part(mail: Message, kind: str) -> bool:
    return any(part.get_content_type() == kind for part in mail.walk())


def _names_anywhere(mail: Message) -> tuple[str, ...]:
    """The names of mails that a bounce carries with it: as headers of a part, or quoted in its text."""
    names: list[str] = []
    for part in mail.walk():
        if part is not mail:
            names += _NAME.findall(_header(part, "Message-ID"))
    for text in _texts(mail):
        names += _OUR_NAME.findall(text) + _QUOTED_NAME.findall(text)
    names += _NAME.findall(f"{_header(mail, 'In-Reply-To')} {_header(mail, 'References')}")
    return _once(names)


def _texts(mail: Message) -> Iterator[str]:
    for part in mail.walk():
        if part.get_content_type() in ("text/plain", "text/html", "text/rfc822-headers", "message/rfc822-headers"):
            yield _text(part)


def _body(mail: Message) -> str:
    """The plain text; else the HTML without its marks, up to what it quotes."""
    for part in mail.walk():
        if part.get_content_type() == "text/plain":
            return _text(part)
    for part in mail.walk():
        if part.get_content_type() == "text/html":
            written = _unquoted(_text(part))
            broken = re.sub(r"(?i)<(br|/p|/div|/tr)[^>]{0,200}>", "\n", written)
            return re.sub(r"<[^>]{0,2000}>?|&nbsp;", " ", re.sub(r"(?is)<(style|script).{0,50000}?</\1>", "", broken))
    return ""


def _unquoted(html: str) -> str:
    """The HTML without what it quotes; a line with “>” stands where somebody may have written below that."""
    above, mark, quoted = [*re.split(r"(<blockquote|gmail_quote|divRplyFwdMsg)", html, maxsplit=1), "", ""][:3]
    below = quoted.rpartition("</blockquote>")[2] if mark == "<blockquote" and "</blockquote>" in quoted else ""
    return f"{above}<br>> <br>{below}" if below else above


def _text(part: Message) -> str:
    raw = _bytes(part)
    try:
        return raw.decode(part.get_content_charset("utf-8"), "replace")
    except (LookupError, ValueError):
        return raw.decode("latin-1")


def _bytes(part: Message) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError):
        payload = None
    return payload[:_LONGEST_PART] if isinstance(payload, bytes) else b""


def _header(mail: Message, name: str) -> str:
    return _plain(mail.get(name))


def _plain(value: object) -> str:
    """A header's words, decoded where that can be done, in one line."""
    if value is None:
        return ""
    try:
        text = str(make_header(decode_header(str(value))))
    except (HeaderParseError, LookupError, ValueError):
        text = str(value)
    return " ".join(text.split())[:4_000]


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.casefold() for name in names))[:_MOST_NAMED]
