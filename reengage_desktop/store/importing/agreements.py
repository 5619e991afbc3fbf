"""What a checked file says about consent: the owner's statement for all, the refusals on the list, who was erased.

An import can withdraw a consent and record a first one; it never turns a no into a yes and never lifts a refusal.
"""

from collections.abc import Sequence

from reengage_desktop.domain.customers import ADDRESS_KINDS, HELD_BACK
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.store.importing.staged import CONSENTS
from reengage_desktop.store.scratch import Scratch
from reengage_desktop.store.suppressions import address_hash

_COLUMNS = (
    ("email", "email"),
    ("phone", "phone"),
    ("id", "ext"),
    ("wallet", "wallet_object_id"),
    ("push", "push_external_id"),
    ("push", "push_token"),
)
"""The columns of a mention that hold addresses, by kind."""

_ERASED = "This customer asked to be forgotten; nothing of hers is taken in again."


def add_hash(scratch: Scratch, salt: bytes) -> None:
    """Lets SQL in the scratch file hash an address as the suppression list does."""
    scratch.add_function("address_hash", 2, lambda kind, address: address_hash(salt, kind, address))


def find_refusals(scratch: Scratch, *, notes_rows: bool) -> int:
    """Marks mentions of erased people, `is_erased`, and gives their number; takes them out of `folk`.

    `notes_rows`: their rows are refused here (files of customers); other kinds refuse their own records.
    """
    scratch.run("CREATE TABLE refusals (pid INTEGER, kind TEXT, channel TEXT, reason TEXT)")
    if scratch.value("SELECT 1 FROM suppressions LIMIT 1") is None:
        return 0
    for kind, column in _COLUMNS:
        scratch.run(
            "INSERT INTO refusals SELECT p.pid, s.kind, s.channel, s.reason FROM people AS p JOIN suppressions AS s "
            f"ON s.kind = '{kind}' AND s.address_hash = address_hash('{kind}', p.{column}) WHERE p.{column} IS NOT NULL"
        )
    # Somebody known and living who shares an address with an erased person is herself.
    found = scratch.run(
        "UPDATE people SET is_erased = 1 WHERE customer_id IS NULL AND f IN (SELECT p.f FROM people AS p "
        "JOIN refusals AS r ON r.pid = p.pid WHERE r.reason = 'erased')"
    )
    if found:
        scratch.run("DELETE FROM folk WHERE f IN (SELECT f FROM people WHERE is_erased = 1)")
    if found and notes_rows:
        scratch.run(
            "INSERT INTO bad_lines (line, message, is_rejected) SELECT line, ?, 1 FROM people WHERE is_erased = 1",
            (_ERASED,),
        )
    return found


def state(scratch: Scratch, channels: Sequence[ChannelName], *, moves_addresses: bool) -> None:
    """The owner's word for everyone in the file: a yes where the file says nothing; refused addresses stay refused.

    Who refused a channel before the shop knew her refused it for her other addresses too; a phone that somebody else in
    the shop has as well is hers alone to refuse. `moves_addresses`: the file may give somebody known another e-mail.
    """
    for channel in channels:
        scratch.run(f"UPDATE folk SET consent_{channel} = 1 WHERE consent_{channel} IS NULL")
    if channels:
        for column in CONSENTS:
            scratch.run(f"UPDATE folk SET {column} = NULL WHERE {column} = {HELD_BACK}")
    for channel in ChannelName:
        scratch.run(
            f"UPDATE folk SET consent_{channel} = 0 WHERE f IN (SELECT p.f FROM refusals AS r "
            "JOIN people AS p ON p.pid = r.pid WHERE r.reason IN ('opt_out', 'complaint') AND r.channel IN ('', ?) "
            "AND (r.kind = ? OR r.kind <> 'phone' OR NOT EXISTS (SELECT 1 FROM customers AS c "
            "WHERE c.phone = p.phone AND c.id IS NOT p.customer_id)))",
            (channel, ADDRESS_KINDS[channel]),
        )
    for channel in LETTERS:
        _hear_sharers(scratch, channel, moves_addresses=moves_addresses)


_NOW = 1 << 62
_JOINED = f"""CREATE TABLE joined_people AS SELECT keep, max(at) AS at FROM (
    SELECT merged_into AS keep, changed_at AS at FROM customers WHERE merged_into IS NOT NULL AND erased_at IS NULL
    UNION ALL SELECT keep, {_NOW} FROM ties) GROUP BY keep"""
"""Who was made of several records, and when; by this very file at the last."""

_FROM_BEFORE = """INSERT INTO noes_from_before SELECT keep, '{channel}' FROM joined_people AS j
    WHERE keep IN (SELECT customer_id FROM people WHERE {says_no}) AND at > coalesce((
        SELECT max(coalesce((SELECT i.started_at FROM imports AS i WHERE i.id = w.import_id), w.at))
        FROM consents AS w WHERE w.customer_id = j.keep AND w.channel = '{channel}' AND w.state = 'no'), 0)"""


def find_noes_from_before(scratch: Scratch, *, all_say_no: bool) -> None:
    """Finds, in `noes_from_before`, whom the file has say no again who last said so before her records became one.

    Said again it is a word of all of them: parted, none has a yes. `all_say_no`: every row of the file is a no. Call it
    before `identities.mark_changes`.
    """
    scratch.run("CREATE TABLE noes_from_before (customer_id INTEGER, channel TEXT, PRIMARY KEY (customer_id, channel))")
    scratch.run(_JOINED)
    if scratch.value("SELECT 1 FROM joined_people LIMIT 1") is not None:
        for channel in ChannelName:
            says_no = "1" if all_say_no else f"consent_{channel} = 0"
            scratch.run(_FROM_BEFORE.format(channel=channel, says_no=says_no))


def is_news(column: str, person: str) -> str:
    """SQL for: a no of `person` (her number) by a channel's column of `customers` c is one to be written down."""
    channel = column.removeprefix("consent_")
    return (
        f"(c.{column} IS NOT 0 OR {person} IN (SELECT customer_id FROM noes_from_before WHERE channel = '{channel}'))"
    )


LETTERS = tuple(channel for channel, kind in ADDRESS_KINDS.items() if kind == "email")
"""The channels whose messages come to a mailbox: whoever reads it, one no under its address holds for all."""


_UNDER = (
    "customers AS c ON c.email = p.email",
    "contact_points AS t ON t.kind = 'email' AND t.value = p.email JOIN customers AS c ON c.id = t.customer_id",
)
"""Who, `c`, stands under an e-mail: as her first one, or as a further one, such as the one that she had before."""


def _hear_sharers(scratch: Scratch, channel: ChannelName, *, moves_addresses: bool) -> None:
    """The no of somebody else whom the shop has under the same e-mail, where it is not one that anybody may have.

    Who has said yes under it stays with that: the owner wrote it down later than the other's no. Who said no herself
    says it under an e-mail that the file gives her, too.
    """
    if scratch.value(f"SELECT 1 FROM customers WHERE consent_{channel} = 0 LIMIT 1") is not None:
        for under in _UNDER:
            scratch.run(
                f"UPDATE folk SET consent_{channel} = 0 WHERE f IN (SELECT p.f FROM people AS p JOIN {under} "
                "LEFT JOIN customers AS own ON own.id = p.customer_id WHERE p.email_key = p.email "
                f"AND c.consent_{channel} = 0 AND c.id IS NOT p.customer_id AND c.merged_into IS NULL "
                f"AND c.erased_at IS NULL AND (own.email IS NULL OR {int(moves_addresses)} "
                f"AND (own.email IS NOT p.email OR own.consent_{channel} IS NOT 1)))"
            )
        scratch.run(
            f"UPDATE folk SET consent_{channel} = 0 WHERE f IN (SELECT p.f FROM people AS p JOIN customers AS own "
            f"ON own.id = p.customer_id WHERE p.email_key = p.email AND own.consent_{channel} = 0 "
            f"AND own.email IS NOT p.email AND (own.email IS NULL OR {int(moves_addresses)}) "
            "AND NOT EXISTS (SELECT 1 FROM contact_points AS t WHERE t.customer_id = own.id AND t.kind = 'email' "
            "AND t.value = p.email))"
        )
