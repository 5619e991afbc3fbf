"""Products that are mentioned by their name, by the end of their page's address, or were known by their name alone.

Lists of what people looked at and of what a till sold seldom have the numbers of the shop's catalogue.
"""

import re
import unicodedata

from reengage_desktop.store.scratch import Scratch

_QUERY = re.compile(r"[?#].*$")
_APART = re.compile(r"[\W_]+")

# One name is one product's only where no other bears it: of variants it names none.
_TITLES = """CREATE TABLE titles AS SELECT title, min(id) AS id FROM (
    SELECT title_of(name) AS title, id FROM products WHERE name IS NOT NULL
    UNION SELECT title_of(url), id FROM products WHERE url IS NOT NULL)
    WHERE title <> '' GROUP BY title HAVING count(DISTINCT id) = 1"""
_UNMET = "product_id IS NULL AND sku IS NULL"
_BY_TITLE = f"UPDATE wares SET product_id = (SELECT id FROM titles WHERE title = title_of(wares.key)) WHERE {_UNMET}"
# Known by a name or a page alone: nothing but that stands in the place of its number.
_NAMED = """CREATE TABLE named AS SELECT title_of(external_id) AS title, min(id) AS id, min(sku) AS sku FROM products
    WHERE name IS NULL OR title_of(name) = title_of(external_id)
    GROUP BY 1 HAVING count(*) = 1 AND title_of(external_id) <> ''"""
_BY_NAME = """UPDATE wares SET product_id = (SELECT p.id FROM named AS p WHERE p.title = title_of(wares.name)
    AND (p.sku IS NULL OR p.sku IS wares.sku)) WHERE product_id IS NULL AND name IS NOT NULL
    AND title_of(name) IN (SELECT title_of(name) FROM wares WHERE name IS NOT NULL GROUP BY 1 HAVING count(*) = 1)"""
_BY_SKU = """UPDATE wares SET product_id = (SELECT p.id FROM products AS p WHERE p.external_id = wares.sku
    AND coalesce(p.sku, p.name, p.price_minor) IS NULL) WHERE product_id IS NULL AND sku IS NOT NULL"""


def title_of(text: str | None) -> str:
    """A name and the end of a page's address in one form: `Blue Mug`, `blue-mug` and `…/products/blue-mug?v=1`.

    Empty where no letter is in it: a number is looked up as such.
    """
    text = text or ""
    if "://" in text or text.startswith("/"):
        text = _QUERY.sub("", text).rstrip("/").rpartition("/")[2].removesuffix(".html").removesuffix(".htm")
    apart = unicodedata.normalize("NFKD", text.casefold())
    title = _APART.sub("-", "".join(char for char in apart if not unicodedata.combining(char))).strip("-")
    return title if any(map(str.isalpha, title)) else ""


def match(scratch: Scratch, *, is_catalogue: bool) -> None:
    """Finds the shop's products behind those of `wares` that no number led to; numbers go before names."""
    if scratch.value("SELECT 1 FROM wares WHERE product_id IS NULL LIMIT 1") is None:
        return
    scratch.run(_BY_SKU)
    scratch.add_function("title_of", 1, title_of)
    if is_catalogue:
        scratch.run(_NAMED)
        scratch.run("CREATE UNIQUE INDEX named_title ON named (title)")
        scratch.run(_BY_NAME)
    elif scratch.value(f"SELECT 1 FROM wares WHERE {_UNMET} LIMIT 1") is not None:
        scratch.run(_TITLES)
        scratch.run("CREATE UNIQUE INDEX titles_title ON titles (title)")
        scratch.run(_BY_TITLE)
