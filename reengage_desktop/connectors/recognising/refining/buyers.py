"""What a file of orders, views, wishes or enquiries says of who plainly left the letters, in columns about them."""

from collections.abc import Mapping

from reengage_desktop.connectors.checking.plan import Plan
from reengage_desktop.connectors.recognising.columns.guessing import guess
from reengage_desktop.connectors.recognising.headings.asking import is_about_letters
from reengage_desktop.connectors.recognising.headings.leaving import add_refusals, add_states, without_agreement
from reengage_desktop.connectors.values.profiles import Profile
from reengage_desktop.connectors.vocabulary.fields import IDENTITY_FIELDS
from reengage_desktop.connectors.vocabulary.presets import Feed
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.vocabulary import ImportKind

_HEARD = frozenset({ImportKind.ORDERS, ImportKind.VIEWS, ImportKind.ENQUIRIES, ImportKind.WISHLISTS})
"""The kinds of files of what somebody did; those of people and of leavers have fields for it."""


def refusals_of_buyers(plan: Plan, profiles: Mapping[str, Profile], *, is_stated: bool) -> dict[str, Feed]:
    """The columns that the kind's own fields leave out in which people left the letters, by consent; no yes counts.

    A mere no to the question of a checkout is the answer of that day, and she may have agreed since: it counts only
    where the owner states (`is_stated`) that everyone in this file agreed.
    """
    if plan.kind not in _HEARD or not plan.has(*IDENTITY_FIELDS):
        return {}
    about = {name: profiles[name] for name in plan.left_out if is_about_letters(name) and not profiles[name].is_empty}
    if not about:
        return {}
    has_only_numbers = not plan.has("email")
    if is_stated:
        asked = without_agreement(guess(ImportKind.CUSTOMERS, about, has_mail=not has_only_numbers))
        return {name: feed for name, feed in asked.items() if name.startswith("consent_")}
    feeds: dict[str, Feed] = {}
    add_refusals(feeds, about, set(), has_only_numbers=has_only_numbers)
    add_states(feeds, about, has_only_numbers=has_only_numbers)
    return feeds


def note_on_refusals(columns: tuple[str, ...]) -> Sentence:
    """What the owner is told of columns whose no was taken."""
    text = f"“{'”, “'.join(columns)}” says who wants no messages: they are not written to."
    return Sentence("buyers_refuse", text, columns=columns)
