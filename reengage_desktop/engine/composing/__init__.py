"""Writes messages: one customer's fields into the right template, in the form that the channel takes (A9, C15)."""

from reengage_desktop.domain.templating import MissingField
from reengage_desktop.engine.composing.values import Matter, language_of, shop_language, values_for
from reengage_desktop.engine.composing.writing import CannotCompose, Writer, compose, preview

__all__ = [
    "CannotCompose",
    "Matter",
    "MissingField",
    "Writer",
    "compose",
    "language_of",
    "preview",
    "shop_language",
    "values_for",
]
