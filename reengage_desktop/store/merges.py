"""Two records of one person made one."""

from datetime import datetime

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.store.database import Database

_FILLED = (
    "name first_name last_name email phone country city language timezone note status agent birthday wallet_object_id "
    "push_external_id push_token opening_orders opening_value_minor opening_last_order_at created_at"
).split()

_CONSENTS = tuple(f"consent_{channel}" for channel in ChannelName)

# What is known of an address comes along with it.
_STATES = tuple(
    f"{kind}_state = CASE WHEN coalesce(customers.{kind}, other.{kind}) IS other.{kind} "
    f"THEN coalesce(customers.{kind}_state, other.{kind}_state) ELSE customers.{kind}_state END"
    for kind in ("email", "phone")
)

# What the owner wrote herself is lost of neither.
_TOGETHER = (
    "note = CASE WHEN other.note IS NULL OR other.note IS customers.note THEN customers.note "
    "ELSE coalesce(customers.note || char(10), '') || other.note END, "
    "tags = (SELECT json_group_array(value) FROM (SELECT value FROM json_each(customers.tags) UNION ALL "
    "SELECT value FROM json_each(other.tags) WHERE value NOT IN (SELECT value FROM json_each(customers.tags))))"
)

_SAME_MESSAGE = (
    "SELECT 1 FROM outbox AS twin WHERE twin.customer_id = {of} AND twin.campaign_id = outbox.campaign_id "
    "AND twin.occasion = outbox.occasion AND twin.step = outbox.step"
)
# Both were to be told the same: the person is told once, and every message that went out stays hers.
_MESSAGES = (
    *(
        f"UPDATE outbox SET state = 'skipped', reason = 'already_sent', settled_at = :at WHERE customer_id = {mine} "
        f"AND state IN ('pending', 'held') AND EXISTS ({_SAME_MESSAGE.format(of=other)} "
        f"AND twin.is_test = outbox.is_test AND twin.state IN ({states}))"
        for mine, other, states in (
            (":keep", ":gone", "'sending', 'accepted', 'uncertain'"),
            (":gone", ":keep", "'pending', 'held', 'sending', 'accepted', 'uncertain'"),
        )
    ),
    (
        "UPDATE outbox SET part = id || '+' || part WHERE customer_id = :gone "
        f"AND EXISTS ({_SAME_MESSAGE.format(of=':keep')} AND twin.part = outbox.part)"
    ),
    "UPDATE outbox SET customer_id = :keep WHERE customer_id = :gone",
)

_MOVES = (
    "UPDATE external_ids SET customer_id = :keep WHERE customer_id = :gone",
    "UPDATE OR IGNORE contact_points SET customer_id = :keep WHERE customer_id = :gone",
    "DELETE FROM contact_points WHERE customer_id = :gone",
    "UPDATE consents SET customer_id = :keep WHERE customer_id = :gone",
    "UPDATE enquiries SET customer_id = :keep WHERE customer_id = :gone",
    "UPDATE orders SET customer_id = :keep WHERE customer_id = :gone",
    "UPDATE OR IGNORE views SET customer_id = :keep WHERE customer_id = :gone",
    "DELETE FROM views WHERE customer_id = :gone",
    "UPDATE OR IGNORE wishlists SET customer_id = :keep WHERE customer_id = :gone",
    "DELETE FROM wishlists WHERE customer_id = :gone",
    "UPDATE discount_codes SET customer_id = :keep WHERE customer_id = :gone",
    "UPDATE delivery_events SET customer_id = :keep WHERE customer_id = :gone",
    # Caps count the person: what either record was sent counts for both from now on.
    "UPDATE cap_ledger SET customer_id = :keep WHERE customer_id = :gone",
    *_MESSAGES,
    "DELETE FROM customer_categories WHERE customer_id = :gone",
    # Whoever was merged into the one who goes leads to the one who stays.
    "UPDATE customers SET merged_into = :keep WHERE merged_into = :gone",
)


def merge(db: Database, keep: int, gone: int, now: datetime) -> None:
    """Moves everything of `gone` to `keep` in one transaction; a no on any channel of either stays a no.

    Fields that `keep` has filled stay; its further addresses are the other one's. The caller refreshes the facts.
    """
    if keep == gone:
        raise ValueError("a customer can't be merged with herself")
    with db.write():
        other = _addresses(db, gone)
        for statement in _MOVES:
            db.run(statement, {"keep": keep, "gone": gone, "at": stamp(now)})
        filled = ", ".join(
            (*(f"{name} = coalesce(customers.{name}, other.{name})" for name in (*_FILLED, *_CONSENTS)), *_STATES)
        )
        refused = ", ".join(
            f"{column} = CASE WHEN other.{column} = 0 THEN 0 ELSE customers.{column} END" for column in _CONSENTS
        )
        for change in (_TOGETHER, filled, refused):
            db.run(
                f"UPDATE customers SET {change}, changed_at = ?3 FROM (SELECT * FROM customers WHERE id = ?2) AS other "
                "WHERE customers.id = ?1",
                (keep, gone, stamp(now)),
            )
        db.run_many(
            "INSERT OR IGNORE INTO contact_points (customer_id, kind, value, state, added_at) SELECT ?, ?, ?, ?, ? "
            "WHERE NOT EXISTS (SELECT 1 FROM customers WHERE id = ? AND ? IN (email, phone))",
            [(keep, kind, value, state, stamp(now), keep, value) for kind, value, state in other],
        )
        db.run(
            "UPDATE customers SET merged_into = ?, next_look_on = NULL, changed_at = ? WHERE id = ?",
            (keep, stamp(now), gone),
        )


def _addresses(db: Database, customer_id: int) -> list[tuple[str, str, str | None]]:
    row = db.row("SELECT email, email_state, phone, phone_state FROM customers WHERE id = ?", (customer_id,))
    email, email_state, phone, phone_state = row or (None, None, None, None)
    pairs = [("email", email, email_state), ("phone", phone, phone_state)]
    return [(kind, value, state) for kind, value, state in pairs if value]
