"""Numbers that are written in another way than the shop knows them: 00012 saved as 12, #1001 exported as 1001."""

from reengage_desktop.store.scratch import Scratch

_KEPT = {
    ("people", "ext"): "(SELECT external_id AS number FROM external_ids WHERE source = '')",
    ("heads", "key"): "(SELECT external_id AS number FROM orders)",
    ("goods", "ext"): "(SELECT external_id AS number FROM products)",
    ("goods", "sku"): "(SELECT sku AS number FROM products WHERE sku IS NOT NULL)",
}
"""By the column in which a file tells numbers: those that the shop has."""

_LED = "({number} BETWEEN '0' AND '0:' OR {number} BETWEEN '#' AND '#:')"
"""Zeros or a # may stand in front, as spreadsheet programs drop them and each export adds them or not."""

_IS_NUMBER = "{number} <> '' AND ltrim({number}, '#') NOT GLOB '*[^0-9]*'"

_PLAIN = "ltrim({number}, '#0')"


def restore(scratch: Scratch, table: str) -> None:
    """Gives numbers of `people`, `heads` or `goods` that the shop does not know the spelling of the one that it does.

    One that two of the shop's numbers may be stays as it is written.
    """
    said = scratch.said.get(table, set())
    for (of, column), kept in _KEPT.items():
        if of == table and column in said and scratch.value(f"SELECT 1 FROM {kept} LIMIT 1") is not None:
            _restore(scratch, table, column, kept)


def _restore(scratch: Scratch, table: str, column: str, kept: str) -> None:
    mine = f"{table}.{column}"
    led, is_number, plain = (text.format(number="number") for text in (_LED, _IS_NUMBER, _PLAIN))
    my_led, my_is_number, my_plain = (text.format(number=mine) for text in (_LED, _IS_NUMBER, _PLAIN))
    is_unknown = f"NOT EXISTS (SELECT 1 FROM {kept} AS k WHERE k.number = {mine})"
    # a shop all of whose numbers begin with # is not looked through for files that write them so, too
    bare = f"SELECT 1 FROM {table} WHERE {my_is_number} AND {column} NOT LIKE '#%' AND {is_unknown} LIMIT 1"
    if scratch.value(bare) is not None:
        scratch.run(
            f"CREATE TABLE led AS SELECT {plain} AS plain, min(number) AS number FROM {kept} WHERE {led} "
            f"AND {is_number} AND length(number) > 1 GROUP BY 1 HAVING min(number) = max(number)"
        )
        scratch.run(
            f"UPDATE {table} SET {column} = led.number FROM led WHERE {my_is_number} AND led.plain = {my_plain} "
            f"AND {is_unknown}"
        )
        scratch.run("DROP TABLE led")
    scratch.run(
        f"UPDATE {table} SET {column} = {my_plain} WHERE {my_led} AND {my_is_number} AND {is_unknown} "
        f"AND EXISTS (SELECT 1 FROM {kept} AS k WHERE k.number = {my_plain})"
    )
