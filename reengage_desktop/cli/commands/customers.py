"""`customers …`, `explain` and `track-view`."""

from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from reengage_desktop.cli.answers import Answer, Stage
from reengage_desktop.cli.saving import target_of
from reengage_desktop.cli.tables import counted, day_and_time, facts, table
from reengage_desktop.domain.moments import parse_moment
from reengage_desktop.domain.vocabulary import ChannelName, Segment
from reengage_desktop.engine.profiles import Profile
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import customers


def list_customers(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """The customer table."""
    found = customers.list_customers(shop, Segment(arguments.segment), limit=arguments.limit)
    data = found.as_json()
    rows = [
        (c["id"], c["name"], c["email"], c["phone"], c["orders"], c["lifetime_value"], day_and_time(c["last_order_at"]),
         c["reachable_by"], c["segments"])
        for c in data["customers"]
    ]  # fmt: skip
    headings = ("id", "name", "e-mail", "phone", "orders", "spent", "last order", "reachable by", "groups")
    return Answer(data, f"{table(headings, rows)}\n{counted(found.total, 'customer', 'customers')} in all.")


def show(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """One profile."""
    return _profile(customers.show_customer(shop, _found(shop, arguments)))


def opt_out(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """No more messages."""
    channel = None if arguments.channel is None else ChannelName(arguments.channel)
    return _profile(customers.opt_out(shop, _found(shop, arguments), channel))


def opt_in(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """The customer agreed."""
    return _profile(customers.opt_in(shop, _found(shop, arguments), ChannelName(arguments.channel), arguments.wording))


def export(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Everything known of one person, in a file."""
    found = customers.export_data(shop, _found(shop, arguments), target_of(shop, arguments.out))
    return Answer(found.as_json(), f"Everything known of this person is in {found.file}.")


def erase(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Forgets one person."""
    found = customers.erase(shop, _found(shop, arguments))
    return Answer(found.as_json(), "This person is forgotten; a later import does not bring her back.")


def tag(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Replaces the tags."""
    return _profile(customers.set_tags(shop, _found(shop, arguments), arguments.tags))


def note(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Replaces the note."""
    return _profile(customers.set_note(shop, _found(shop, arguments), arguments.text))


def purchase(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Logs a purchase that no file brings."""
    from reengage_desktop.jobs.tasks import purchases  # noqa: PLC0415 - seldom used

    total, on = _amount(arguments.amount), _moment(arguments.at, shop)
    return _profile(purchases.log_purchase(shop, _found(shop, arguments), total, on).profile)


def merge(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Two entries of one person become one."""
    keep, gone = _found(shop, arguments), customers.find_customer(shop, arguments.other)
    return _profile(customers.merge(shop, keep, gone).profile)


def explain(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Why a customer would or would not get a message now."""
    from reengage_desktop.jobs.tasks import deciding  # noqa: PLC0415 - slow to import

    data = deciding.explain(shop, _found(shop, arguments)).as_json()
    verdict = (
        f"Would get “{data['decision']}” by {data['channel']} now." if data["decision"] else "Gets no message now."
    )
    if data["next_possible_at"]:
        verdict += f" Next possible: {day_and_time(data['next_possible_at'])}."
    signs = {True: "✓", False: "✗", None: "–"}
    lines = [(signs[check["passed"]], check["rule"], check["detail"]) for check in data["reasons"]]
    return Answer(data, f"{data['customer']}: {verdict}\n{table(('', 'rule', 'detail'), lines)}")


def track_view(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """A customer looked at a product."""
    from reengage_desktop.jobs.tasks import viewing  # noqa: PLC0415 - seldom used

    found = viewing.track_product_view(shop, arguments.phone, arguments.product)
    return Answer(found.as_json(), f"View {found.view_id} recorded.")


def _found(shop: Shop, arguments: Any) -> int:
    if not arguments.customer.strip():
        raise Refused("The customer is empty. Nothing was done; name a phone, an e-mail, or the shop's own id for her.")
    return customers.find_customer(shop, arguments.customer)


def _amount(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise Refused(f"“{text}” is no amount. Nothing was recorded; write it like 24.90.") from None


def _moment(text: str | None, shop: Shop) -> datetime | date | None:
    if text is None:
        return None
    try:
        is_day = len(text) == len("2026-11-21")
        return date.fromisoformat(text) if is_day else parse_moment(text, shop.settings().zone)
    except (ValueError, OverflowError):
        raise Refused(f"“{text}” is no moment. Nothing was recorded; write it like 2026-11-21T15:30.") from None


def _profile(profile: Profile) -> Answer:
    data = profile.as_json()
    consent = [f"{channel} {'yes' if said else 'no'}" for channel, said in data["consent"].items() if said is not None]
    shown = {**data, "consent": consent, "consent_sources": None}
    return Answer(data, facts((name.replace("_", " "), value) for name, value in shown.items()))
