"""Turns a written e-mail into its two forms: an HTML table that every mail program shows, and plain text.

The body is plain text with a few signs: `# title`, `- list`, `> offer`, `---`, `**bold**`, `[text](https://…)`, a line
of its own of the last is a button. Values are shielded before they are filled in, so that a name with such signs or
with HTML in it is shown as it is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape
from string import Template as Layout
from typing import Any
from urllib.parse import quote

_SIGNS = "#*[]()>_-`"
_SHIELD = {ord(sign): 0xE000 + n for n, sign in enumerate(_SIGNS)}
_UNSHIELD = {code: sign for sign, code in _SHIELD.items()}
_UNSHIELD_HTML = {code: escape(chr(sign)) for code, sign in _UNSHIELD.items()}
_DROPPED: dict[int, str | None] = {
    **dict.fromkeys(range(0xE000, 0xE100)),
    **dict.fromkeys(range(0x20), " "),
    0x7F: None,
    # A sign that turns the direction of writing would turn all that follows the name.
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A))),
}

_LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]+)\)")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_STRONG = re.compile(r"<strong>([^<]*)</strong>")
_LONGEST_WORD = 24
_SAFE = re.compile(r"(https?://|mailto:)[^\s\"'<>]+", re.IGNORECASE)


@dataclass(frozen=True)
class Footer:
    """What every e-mail ends with: who writes, from where, why, and how to stop it."""

    business_name: str
    postal_address: str
    unsubscribe_address: str | None
    language: str


_WORDS = {
    "en": {
        "why": "You get this e-mail because you bought from {shop} and agreed to hear from us.",
        "stop": "No more of these? Write to {address} with the word “unsubscribe”, or just reply with it.",
        "reply": "No more of these? Just reply with the word “unsubscribe”.",
        "link": "Unsubscribe",
    },
    "de": {
        "why": "Sie erhalten diese E-Mail, weil Sie bei {shop} gekauft und dem Empfang zugestimmt haben.",
        "stop": "Keine weiteren? Schreiben Sie an {address} das Wort „abmelden“, oder antworten Sie einfach damit.",
        "reply": "Keine weiteren? Antworten Sie einfach mit dem Wort „abmelden“.",
        "link": "Abmelden",
    },
}

_FONT = "font-family:-apple-system,Segoe UI,Helvetica,Arial,sans-serif"
# Programs that know neither ignore it; whoever reads in the dark or on a telephone gets a mail made for that.
_STYLE = (
    "<style>:root{color-scheme:light dark;supported-color-schemes:light dark}"
    "@media (max-width:480px){.outer{padding:0 !important}.card{border-radius:0 !important}"
    ".pad{padding:22px 18px !important}.button{display:block !important;text-align:center}"
    ".button a{display:block !important}}"
    "@media (prefers-color-scheme:dark){body,.page{background:#1e2126 !important}.card{background:#23272d !important}"
    ".words{color:#e6e8eb !important}.foot{color:#9aa3ad !important;border-color:#3a4048 !important}"
    ".words a,.foot a{color:#5aa2f2 !important}.button{background:#2569b3 !important}"
    ".button a{background:#2569b3 !important;color:#ffffff !important}.offer{background:#2a3442 !important}"
    ".line{border-color:#3a4048 !important}}</style>"
)
_PAGE = Layout(
    '<!DOCTYPE html><html lang="$language"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">'
    f"<title>$title</title>{_STYLE}</head>"
    '<body style="margin:0;padding:0;background:#f5f6f8">'
    '<div style="display:none;max-height:0;overflow:hidden">$preheader</div>'
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="page" style="background:#f5f6f8">'
    '<tr><td align="center" class="outer" style="padding:24px 12px">'
    '<table role="presentation" width="600" cellpadding="0" cellspacing="0" class="card" '
    'style="max-width:600px;width:100%;background:#ffffff;border-radius:8px">'
    f'<tr><td class="pad words" style="padding:28px 32px;{_FONT};font-size:16px;line-height:1.5;color:#1c2128">$blocks'
    f'</td></tr><tr><td class="pad foot" style="padding:20px 32px;border-top:1px solid #dfe3e8;{_FONT};font-size:12px;'
    'line-height:1.5;color:#5b6570">$footer</td></tr></table></td></tr></table></body></html>'
)


def shielded(value: Any) -> Any:
    """A value, or a list or mapping of values, whose signs are no signs any more; numbers stay numbers."""
    if isinstance(value, str):
        return value.translate(_DROPPED).translate(_SHIELD)
    if isinstance(value, Mapping):
        return {key: shielded(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [shielded(each) for each in value]
    return value


def plain_value(value: Any) -> Any:
    """A value as one line of plain text, or a list or mapping of such."""
    if isinstance(value, str):
        return " ".join(value.translate(_DROPPED).split())
    if isinstance(value, Mapping):
        return {key: plain_value(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain_value(each) for each in value]
    return value


def escaped(text: str) -> str:
    """The text as HTML shows it."""
    return escape(text)


def unshielded(text: str) -> str:
    """The text with the shielded signs back."""
    return text.translate(_UNSHIELD)


def lay_out(body: str, footer: Footer, *, subject: str, preheader: str | None) -> tuple[str, str]:
    """The HTML and the plain text of an e-mail whose body was filled in with shielded values."""
    blocks = [block.strip("\n") for block in re.split(r"\n\s*\n", body.strip()) if block.strip()]
    page = _PAGE.substitute(
        language=footer.language,
        title=_html(subject),
        preheader=_html(preheader or ""),
        blocks="".join(_html_block(block) for block in blocks),
        footer=_html_footer(footer),
    )
    text = "\n\n".join(_text_block(block) for block in blocks)
    return unbroken(page), f"{text}\n\n-- \n{_text_footer(footer)}\n"


def unbroken(html: str) -> str:
    """The HTML with every short bold word, such as a code, kept on one line: a hyphen in it would let it be broken."""
    return _STRONG.sub(_kept_whole, html)


def _html(text: str) -> str:
    return escape(unshielded(text))


def _html_block(block: str) -> str:
    lines = [line.strip() for line in block.split("\n")]
    if lines == ["---"]:
        return '<hr class="line" style="border:0;border-top:1px solid #dfe3e8;margin:20px 0">'
    if len(lines) == 1 and lines[0].startswith("# "):
        return f'<h1 style="margin:0 0 16px;font-size:24px;line-height:1.3">{_inline(lines[0][2:])}</h1>'
    if len(lines) == 1 and (button := _LINK.fullmatch(lines[0])) and _is_safe(button[2]):
        return _button(button[1], button[2])
    if all(line.startswith("- ") for line in lines):
        items = "".join(f'<li style="margin:0 0 6px">{_inline(line[2:])}</li>' for line in lines)
        return f'<ul style="margin:0 0 16px;padding-left:22px">{items}</ul>'
    if all(line.startswith(">") for line in lines):
        inner = "<br>".join(_inline(line[1:].strip()) for line in lines)
        style = "margin:0 0 16px;padding:16px;background:#eef4fb;border-radius:6px;text-align:center"
        return f'<p class="offer" style="{style}">{inner}</p>'
    return f'<p style="margin:0 0 16px">{"<br>".join(_inline(line) for line in lines)}</p>'


def _button(text: str, url: str) -> str:
    """A cell of a table: Outlook knows no padding of a link, and takes the cell's own instead."""
    style = "display:inline-block;padding:12px 22px;background:#1f6fbf;color:#ffffff;text-decoration:none"
    return (
        '<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 20px"><tr>'
        '<td class="button" bgcolor="#1f6fbf" style="border-radius:6px;mso-padding-alt:12px 22px">'
        f'<a href="{_html(url)}" style="{style};border-radius:6px">{_html(text)}</a></td></tr></table>'
    )


def _is_safe(url: str) -> bool:
    return _SAFE.fullmatch(unshielded(url)) is not None


def _inline(text: str) -> str:
    def link(found: re.Match[str]) -> str:
        if not _SAFE.fullmatch(unshielded(found[2])):
            return f"{found[1]} ({found[2]})"
        return f'<a href="{found[2]}" style="color:#1f6fbf">{found[1]}</a>'

    linked = _LINK.sub(link, escape(text))
    return _BOLD.sub(r"<strong>\1</strong>", linked).translate(_UNSHIELD_HTML)


def _kept_whole(found: re.Match[str]) -> str:
    word = unescape(found[1])
    is_code = len(word) <= _LONGEST_WORD and "-" in word and " " not in word
    return f'<strong style="white-space:nowrap">{found[1]}</strong>' if is_code else found[0]


def _text_block(block: str) -> str:
    lines = []
    for line in block.split("\n"):
        bare = _BOLD.sub(r"\1", _LINK.sub(r"\1: \2", line.strip()))
        lines.append(unshielded(re.sub(r"^(# |>\s?)", "", bare)))
    return "\n".join(lines)


def _html_footer(footer: Footer) -> str:
    words = _WORDS[footer.language]
    lines = [f"<strong>{escape(footer.business_name)}</strong>"]
    lines += [escape(line) for line in footer.postal_address.splitlines() if line.strip()]
    lines.append(escape(words["why"].format(shop=footer.business_name)))
    lines.append(escape(_stop(footer)))
    if footer.unsubscribe_address:
        href = f"mailto:{quote(footer.unsubscribe_address, safe='@+')}?subject=unsubscribe"
        lines.append(f'<a href="{escape(href)}" style="color:#5b6570">{escape(words["link"])}</a>')
    return "<br>".join(lines)


def _text_footer(footer: Footer) -> str:
    why = _WORDS[footer.language]["why"].format(shop=footer.business_name)
    address = [line.strip() for line in footer.postal_address.splitlines() if line.strip()]
    return "\n".join([footer.business_name, *address, "", why, _stop(footer)])


def _stop(footer: Footer) -> str:
    words = _WORDS[footer.language]
    if footer.unsubscribe_address:
        return words["stop"].format(address=footer.unsubscribe_address)
    return words["reply"]
