"""How somebody buys, in two sentences: the rhythm against the silence, and what is bought most."""

from collections.abc import Sequence

from reengage_desktop.engine.profiles import Profile
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.wording import translate


def rhythm_sentence(desk: Desk, profile: Profile) -> str:
    """Such as `Usually buys every 21 days, silent for 74. 12 orders, € 412.10 in all`."""
    person, silent = profile.customer, profile.silent_days
    if silent is None:
        return translate("Customers", "Has never bought anything that we know of.")
    return f"{_rhythm(person.median_gap_days, silent)} {_spent(desk, profile)}"


def likes_sentence(products: Sequence[str], categories: Sequence[str]) -> str:
    """What is bought most often, and from which categories; empty where nothing stands out."""
    sentences = []
    if products:
        text = translate("Customers", "Buys most: {things}.")
        sentences.append(text.replace("{things}", ", ".join(products)))
    if categories:
        text = translate("Customers", "Likes: {things}.")
        sentences.append(text.replace("{things}", ", ".join(categories[:4])))
    return " ".join(sentences)


def _rhythm(gap: float | None, silent: int) -> str:
    if gap is None:
        text = translate("Customers", "Last order %Ln days ago.", "", silent)
        return text if silent else translate("Customers", "Last order today.")
    every = translate("Customers", "Usually buys every %Ln days,", "", max(1, round(gap)))
    if not silent:
        return f"{every} {translate('Customers', 'last time today.')}"
    return f"{every} {translate('Customers', 'silent for %Ln days.', '', silent)}"


def _spent(desk: Desk, profile: Profile) -> str:
    text = translate("Customers", "%Ln orders, {money} in all.", "", profile.customer.orders_count)
    return text.replace("{money}", desk.money(profile.customer.lifetime_value_minor))
