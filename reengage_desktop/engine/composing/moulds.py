"""E-mails for many customers at once: each shape of a template is laid out once, and only its values are put in.

A mould is the laid-out e-mail with a mark in place of every value that is a customer's own. It is used only where that
gives exactly what laying out anew would give: the value is merely shown (no filter but `default`, no comparison, no
link made of it), and nothing about it could move a line. Everything else goes the long way.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reengage_desktop.domain import mail_layout, templating
from reengage_desktop.domain.fields import ALIASES, FIELDS
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.templating import MissingField

LayOut = Callable[[Mapping[str, Any], Mapping[str, Any]], Content]
"""Lays an e-mail out from its values as plain text and as shielded text."""

OWN = (
    "first_name name customer_name last_name city days_since_last_order last_order_on orders_count last_product "
    "favourite_category discount_code code_expires_on service_type agent_name"
).split()
"""The fields that are a customer's own, and for which a mark can stand."""

_PLAIN, _SHIELDED = 0xF0000, 0xF1000
_MARK = re.compile(f"([{chr(_PLAIN)}-{chr(_SHIELDED + 0xFFF)}])")
_LONGEST = 300
_MOST = 500

_CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_SHOWN = re.compile(r"\{\{-?\s*[\w.]+\s*(\|\s*default:\s*(\"[^\"]*\"|'[^']*')\s*)?-?\}\}")
_ASKED = re.compile(r"\{%-?\s*(if|elsif|unless)\s+[\w.]+(\s+(and|or)\s+[\w.]+)*\s*-?%\}")
_PLAIN_TAG = re.compile(r"\{%-?\s*(else|endif|endunless|endfor|for\s+\w+\s+in\s+\w+)\s*-?%\}")
_TAG = re.compile(r"\{%-?\s*(\w+)")
_KNOWN_TAGS = frozenset("if elsif else endif unless endunless for endfor".split())
_LINKED = re.compile(r"\]\([^)\n]*\)")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_WORD = re.compile(r"[a-z_][\w.]*")


@dataclass(frozen=True)
class _Mould:
    """An e-mail in pieces; every second piece is a mark."""

    subject: tuple[str, ...]
    preheader: tuple[str, ...] | None
    html: tuple[str, ...]
    text: tuple[str, ...]

    @classmethod
    def of(cls, content: Content) -> "_Mould":
        """The mould of an e-mail with marks in it."""
        pieces = [tuple(_MARK.split(part or "")) for part in (content.subject, content.html, content.text)]
        preheader = None if content.preheader is None else tuple(_MARK.split(content.preheader))
        return cls(pieces[0], preheader, pieces[1], pieces[2])

    def cast(self, shown: Mapping[str, str], escaped: Mapping[str, str]) -> Content:
        """The e-mail with values in place of the marks."""
        return Content(
            text=_joined(self.text, shown),
            subject=_joined(self.subject, shown),
            preheader=None if self.preheader is None else _joined(self.preheader, shown),
            html=mail_layout.unbroken(_joined(self.html, escaped)),
        )


class Moulds:
    """The moulds of one run."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], _Mould | MissingField] = {}

    def email(self, template: Template, values: Mapping[str, Any], language: str, lay_out: LayOut) -> Content:
        """The e-mail, as `lay_out` would give it with all these values; raises what it raises."""
        castable, named = spoken_of(template.texts)
        own = {name: str(values[name]) for name in castable if is_simple(values.get(name))}
        if not own:
            return lay_out(mail_layout.plain_value(values), mail_layout.shielded(values))
        others = repr([(name, value) for name, value in values.items() if name in named and name not in own])
        key = (template, language, frozenset(own), others)
        mould = self._known.get(key)
        if mould is None:
            mould = _made(values, own, lay_out)
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[key] = mould
        if isinstance(mould, MissingField):
            raise MissingField(mould.field)
        return mould.cast(*_in_place(own))


def _made(values: Mapping[str, Any], own: Mapping[str, str], lay_out: LayOut) -> _Mould | MissingField:
    plain = {name: chr(_PLAIN + OWN.index(name)) for name in own}
    shielded = {name: chr(_SHIELDED + OWN.index(name)) for name in own}
    try:
        return _Mould.of(lay_out(mail_layout.plain_value(values) | plain, mail_layout.shielded(values) | shielded))
    except MissingField as fault:
        return fault


@lru_cache(maxsize=512)
def spoken_of(sources: tuple[str, ...]) -> tuple[tuple[str, ...], frozenset[str]]:
    """The fields that these texts only show or ask for, so that a mark can stand for them, and all that they name."""
    castable, named = set(OWN), set[str]()
    for source in map(templating.expand, sources):
        if _MARK.search(source) or not _KNOWN_TAGS.issuperset(_TAG.findall(source)):
            return (), frozenset()
        for code in _CODE.findall(source):
            named |= _named(code)
            if not (_SHOWN.fullmatch(code) or _ASKED.fullmatch(code)):
                castable -= _named(code)
        for link in _LINKED.findall(source):
            castable -= _named(link)
    return tuple(sorted(castable & named)), frozenset(named)


def is_plain(sources: tuple[str, ...]) -> bool:
    """Whether these texts do nothing with any field but to show it, to ask for it, and to go through a list."""
    codes = [code for source in sources for code in _CODE.findall(templating.expand(source))]
    return all(_SHOWN.fullmatch(code) or _ASKED.fullmatch(code) or _PLAIN_TAG.fullmatch(code) for code in codes)


def _named(code: str) -> set[str]:
    """The fields that a piece of a template may speak of; a group's name stands for all of the group."""
    words = set(_WORD.findall(_QUOTED.sub("", code)))
    groups = {word.partition(".")[0] for word in words}
    return (words & FIELDS.keys()) | {
        name for alias, name in ALIASES.items() if alias in words or alias.partition(".")[0] in groups
    }


def is_simple(value: object) -> bool:
    """Whether a value shows as it is: a number, or a short text without blanks at its ends."""
    if isinstance(value, str):
        return bool(value) and len(value) <= _LONGEST and value == value.strip() and value.isprintable()
    return isinstance(value, int) and not isinstance(value, bool)


def _in_place(own: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """What stands in place of each mark in plain text, and in HTML."""
    shown: dict[str, str] = {}
    for name, value in own.items():
        number = OWN.index(name)
        shown[chr(_PLAIN + number)] = mail_layout.plain_value(value)
        shown[chr(_SHIELDED + number)] = mail_layout.unshielded(mail_layout.shielded(value))
    return shown, {mark: mail_layout.escaped(text) for mark, text in shown.items()}


def _joined(pieces: tuple[str, ...], shown: Mapping[str, str]) -> str:
    return "".join(shown.get(piece, piece) for piece in pieces)
