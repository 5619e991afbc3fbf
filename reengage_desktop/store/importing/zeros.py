"""Numbers that lost, or got, the zeros in front of them: a spreadsheet program saves 00012 as 12."""

from reengage_desktop.store.scratch import Scratch

_KEPT = {
    ("people", "ext"): "(SELECT external_id AS number FROM external_ids WHERE source = '')",
    ("heads", "key"): "(SELECT external_id AS number FROM orders)",
    ("goods", "ext"): "(SELECT external_id AS number FROM products)",
    ("goods", "sku"): "(SELECT sku AS number FROM products WHERE sku IS NOT NULL)",
}
"""By the column in which a file tells numbers: those that the shop has."""

_LED = "BETWEEN '0' AND '0:'"
_DIGITS = "NOT GLOB '*[^0-9]*'"

_ZERO_LED = """INSERT INTO zero_led SELECT ltrim(number, '0') AS plain, min(number) AS number FROM {kept}
    WHERE number {led} AND number {digits} AND length(number) > 1
    GROUP BY 1 HAVING min(number) = max(number)"""

_TO_ZERO_LED = """UPDATE {table} SET {column} = z.number FROM zero_led AS z
    WHERE {table}.{column} {digits} AND z.plain = ltrim({table}.{column}, '0')
    AND NOT EXISTS (SELECT 1 FROM {kept} AS k WHERE k.number = {table}.{column})"""

_TO_PLAIN = """UPDATE {table} SET {column} = ltrim({column}, '0') WHERE {column} {led} AND {column} {digits}
    AND NOT EXISTS (SELECT 1 FROM {kept} AS k WHERE k.number = {column})
    AND EXISTS (SELECT 1 FROM {kept} AS k WHERE k.number = ltrim({column}, '0'))"""


def restore(scratch: Scratch, table: str) -> None:
    """Gives numbers of `people`, `heads` or `goods` that the shop does not know the form of the one that it does.

    One that two of the shop's numbers may be stays as it is written.
    """
    said = scratch.said.get(table, set())
    for (of, column), kept in _KEPT.items():
        if of == table and column in said and scratch.value(f"SELECT 1 FROM {kept} LIMIT 1") is not None:
            words = {"table": table, "column": column, "kept": kept, "led": _LED, "digits": _DIGITS}
            scratch.run("CREATE TABLE zero_led (plain TEXT, number TEXT)")
            if scratch.run(_ZERO_LED.format_map(words)):
                scratch.run(_TO_ZERO_LED.format_map(words))
            scratch.run(_TO_PLAIN.format_map(words))
            scratch.run("DROP TABLE zero_led")
