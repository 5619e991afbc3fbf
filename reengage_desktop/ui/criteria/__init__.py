"""Criteria as sentences: shown, edited and counted. Used by the pages of customers and of campaigns."""

from reengage_desktop.ui.criteria.editor import CriteriaEditor
from reengage_desktop.ui.criteria.match import MatchLine
from reengage_desktop.ui.criteria.words import sentence_of

__all__ = ["CriteriaEditor", "MatchLine", "sentence_of"]
