"""A customer whom the owner types in: told apart from those who are known already, and with the words of her yes."""

from dataclasses import dataclass

from reengage_desktop.domain.contacts import normalise_email, normalise_phone
from reengage_desktop.domain.listings import CustomerRow
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.events import CustomersChanged
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import customers, listings, suppressions
from reengage_desktop.store.database import Row


@dataclass(frozen=True)
class Newcomer:
    """What the owner typed: addresses as she wrote them, the channels agreed to and in which words."""

    name: str = ""
    email: str = ""
    phone: str = ""
    agreed: tuple[ChannelName, ...] = ()
    wording: str = ""


@dataclass(frozen=True)
class Look:
    """What is to be said of a newcomer before she is kept: addresses that are none, and who has them already.

    `was_forgotten`: an address asked to be forgotten once; nobody writes to it, whatever is agreed now.
    """

    email_is_valid: bool
    phone_is_valid: bool
    known: tuple[CustomerRow, ...]
    was_forgotten: bool


def look_at(shop: Shop, newcomer: Newcomer) -> Look:
    """Checks the addresses and looks for the same person among the customers; nothing is written."""
    email, phone = _addresses(shop, newcomer)
    ids: list[int] = []
    forgotten = False
    for kind, address in (("email", email), ("phone", phone)):
        if address is not None:
            ids += customers.find_all_by_address(shop.db, kind, address)
            forgotten = forgotten or suppressions.is_erased(shop.db, kind, address)
    known = listings.customer_rows(shop.db, list(dict.fromkeys(ids)))
    return Look(
        email is not None or not newcomer.email.strip(),
        phone is not None or not newcomer.phone.strip(),
        tuple(known),
        forgotten,
    )


@dataclass(frozen=True)
class Added:
    """Who was added, and what the list of refusals held of her addresses before she agreed and after it."""

    customer_id: int
    refusals: tuple[Row, ...]
    lifted: tuple[Row, ...]


def add_customer(shop: Shop, newcomer: Newcomer) -> Added:
    """Keeps the newcomer; raises Refused for an address that is none, for nothing, or for a yes without words."""
    email, phone = _addresses(shop, newcomer)
    _refuse_faults(newcomer, email, phone)
    with shop.db.write():
        customer_id = customers.add(shop.db, newcomer.name.strip() or None, email, phone, shop.now())
        addresses = customers.addresses(shop.db, customer_id)
        refusals = suppressions.list_refusals(shop.db, addresses)
        for channel in newcomer.agreed:
            customers.opt_in(shop.db, customer_id, channel, wording=newcomer.wording.strip(), at=shop.now())
        lifted = suppressions.list_refusals(shop.db, addresses)
    shop.events.publish(CustomersChanged())
    return Added(customer_id, tuple(refusals), tuple(lifted))


def remove_added(shop: Shop, added: Added) -> bool:
    """Takes an addition back, without a trace; False where she has bought, was written to or said no meanwhile."""
    with shop.db.write():
        removed = customers.remove_unused(shop.db, added.customer_id)
        if removed:
            suppressions.put_back(shop.db, added.refusals, added.lifted)
    shop.events.publish(CustomersChanged())
    return removed


def _addresses(shop: Shop, newcomer: Newcomer) -> tuple[str | None, str | None]:
    country = shop.settings().country
    phone = newcomer.phone.strip()
    return normalise_email(newcomer.email.strip()), normalise_phone(phone, country) if phone else None


def _refuse_faults(newcomer: Newcomer, email: str | None, phone: str | None) -> None:
    faults = (
        (bool(newcomer.email.strip()) and email is None, "This is no e-mail address."),
        (bool(newcomer.phone.strip()) and phone is None, "This is no phone number."),
        (email is None and phone is None, "Without an e-mail address or a phone nobody could be told apart."),
        (bool(newcomer.agreed) and not newcomer.wording.strip(), "A yes needs the words of what was agreed to."),
    )
    for is_fault, sentence in faults:
        if is_fault:
            raise Refused(f"{sentence} Nothing was kept; mend it and try again.")
