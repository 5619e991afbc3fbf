"""By which column goods are known: their number, their SKU or their name."""

from collections.abc import Mapping

from reengage_desktop.connectors.recognising.headings.naming import WELL_NAMED, may_be, name_score
from reengage_desktop.connectors.values.profiles import Profile, is_evidently
from reengage_desktop.connectors.vocabulary.fields import ValueType
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.domain.vocabulary import ImportKind

BARE_NAMES = frozenset({"name", "naam", "nom", "nome", "nazwa"})
REFERENCES = frozenset("reference referencia referenza referentie riferimento ref".split())
_BARE_GOODS = frozenset(
    "product products produkt produit producto prodotto produto item article artikel articolo articulo 商品".split()
)
"""Headings of what is meant, which may be its name as well as its number."""
_OF_GOODS = frozenset({ImportKind.PRODUCTS, ImportKind.VIEWS, ImportKind.WISHLISTS})
_BARCODES = frozenset(
    "isbn|isbn13|isbn 13|ean|ean13|ean code|gtin|upc|barcode|jan|jan code|janコード|codigo de barras|codigo barras|"
    "codice a barre|code barres|code barre|kod kreskowy|streepjescode|strichcode".split("|")
)
"""What names goods where nothing else numbers them: a title may change."""
_PARTLY = 0.45
_LINES = frozenset("item line position".split())


def settle_goods_numbers(kind: ImportKind, chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """Sets right by which columns goods are known."""
    _settle_products(kind, chosen, profiles)
    _settle_category(kind, chosen, profiles)
    if kind is ImportKind.PRODUCTS and "name" not in chosen and _are_words(profiles.get(chosen.get("product_id", ""))):
        chosen["name"] = chosen["product_id"]
    _settle_goods(kind, chosen, profiles)
    _name_goods(kind, chosen, profiles)


def has_word(heading: str, words: list[str]) -> bool:
    """Whether one of the words stands in a heading; words without blanks between them, as in Japanese, anywhere."""
    tokens = set(heading.split())
    return any(word in tokens or (word in heading and (" " in word or not word.isascii())) for word in words)


def _drop_shared(kind: ImportKind, chosen: dict[str, str], columns: Mapping[str, Profile]) -> None:
    """What is only partly named a product's number, and is one of several goods, is none: `Product Weight`."""
    number = chosen.get("product_id", "")
    if kind is not ImportKind.PRODUCTS or not number or name_score("product_id", number, kind) >= WELL_NAMED:
        return
    told = [columns[chosen[name]].distinct for name in ("sku", "name") if name in chosen]
    if told and max(told) > columns[number].distinct:
        del chosen["product_id"]


def _settle_products(kind: ImportKind, chosen: dict[str, str], columns: Mapping[str, Profile]) -> None:
    """A product without a number of its own goes by its SKU, else by its name; `In stock` may say how many are."""
    _drop_shared(kind, chosen, columns)
    told = chosen.get("in_stock")
    if kind is ImportKind.PRODUCTS and told and "stock" not in chosen and counts(columns[told]):
        chosen["stock"] = chosen.pop("in_stock")
    if kind in _OF_GOODS and normal(bare := chosen.get("product_id", "")) in _BARE_GOODS:
        is_number = {each for each in columns if name_score("sku", each, kind) >= WELL_NAMED}
        numbered = next((each for each in columns if each in is_number or normal(each) in REFERENCES), bare)
        if kind is ImportKind.PRODUCTS and numbered != bare:
            chosen.setdefault("name", bare)
        chosen["product_id"] = numbered
    if kind is ImportKind.PRODUCTS and normal(chosen.get("name", "")) in _BARE_GOODS:
        _name_in_words(chosen, columns)
    if kind not in _OF_GOODS or "product_id" in chosen:
        return
    spares = [column for column in columns if normal(column) in REFERENCES]
    if kind is ImportKind.PRODUCTS:
        spares += filter(None, (chosen.get("sku"), next((each for each in columns if normal(each) == "code"), None)))
        spares += [
            column for column, profile in columns.items() if normal(column) in _BARCODES and _is_each_once(profile)
        ]
        spares += filter(None, (chosen.get("name"),))
    spares += [
        column for name in ("sku", "product_name") for column in columns if name_score(name, column, kind) >= WELL_NAMED
    ]
    if spares:
        chosen["product_id"] = spares[0]


def _settle_category(kind: ImportKind, chosen: dict[str, str], columns: Mapping[str, Profile]) -> None:
    """A bare `Type` may say what kind of row it is, where another column is about the categories."""
    if kind is not ImportKind.PRODUCTS or normal(chosen.get("category", "")) not in {"type", "typ", "tipo"}:
        return
    for column, profile in columns.items():
        is_named = column != chosen["category"] and may_be("category", column, kind)
        if is_named and not profile.is_empty and name_score("category", column, kind) >= _PARTLY:
            chosen["category"] = column
            return


def _name_in_words(chosen: dict[str, str], columns: Mapping[str, Profile]) -> None:
    """A bare `Product` that holds numbers is the number where another column has the names."""
    bare = chosen["name"]
    scored = ((name_score("name", column, ImportKind.PRODUCTS), column) for column in columns if column != bare)
    named = max((each for each in scored if each[0] > 0 and _are_words(columns[each[1]])), default=None)
    if named is not None and named[1] not in chosen.values() and columns[bare].says(str.isdecimal):
        chosen["name"] = named[1]
        chosen.setdefault("product_id", bare)


def _is_each_once(profile: Profile) -> bool:
    return profile.filled > 0 and profile.distinct == profile.filled


def _are_words(profile: Profile | None) -> bool:
    """Whether a column holds words, as names do, and no numbers."""
    return profile is not None and bool(profile.values) and not profile.share(lambda text: any(map(str.isdigit, text)))


def counts(profile: Profile) -> bool:
    """Whether a column holds numbers of pieces and not just 1 for yes and 0 for no."""
    return is_evidently(profile, ValueType.QUANTITY) and not {*profile.values} <= {"0", "1"}


def _settle_goods(kind: ImportKind, chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """A column called just `Product` holds numbers or names: its values tell. `item_id` may number an order's lines."""
    column = chosen.get("product_id", "")
    if kind is ImportKind.ORDERS and _LINES & {*normal(column).split()} and "sku" in chosen:
        number, sku = profiles[column], profiles[chosen["sku"]]
        if number.distinct == number.filled >= sku.filled > sku.distinct:
            chosen.pop("product_id")
            return
    if kind is not ImportKind.ORDERS or "product_name" in chosen or normal(column) not in _BARE_GOODS:
        return
    if profiles[column].values and not profiles[column].share(lambda value: any(map(str.isdigit, value))):
        chosen["product_name"] = chosen.pop("product_id")


def _name_goods(kind: ImportKind, chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """A column called just `Name` beside the goods' numbers, of which each has a name of its own, is theirs."""
    named, number = chosen.get("customer_name", ""), chosen.get("sku", chosen.get("product_id", ""))
    if kind is not ImportKind.ORDERS or normal(named) not in BARE_NAMES or not number:
        return
    if {"product_name", "customer_id", "email", "phone"} & set(chosen):
        return
    columns = list(profiles)
    is_beside = columns.index(number) - columns.index(named) == 1
    if is_beside and 1 < profiles[named].distinct == profiles[number].distinct:
        chosen["product_name"] = chosen.pop("customer_name")
