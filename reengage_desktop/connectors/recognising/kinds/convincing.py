"""Whether guessed columns make sense together, whatever their names say one by one."""

from collections.abc import Mapping

from reengage_desktop.connectors.recognising.columns.goods_numbers import REFERENCES
from reengage_desktop.connectors.recognising.headings.naming import name_score, roles_in
from reengage_desktop.connectors.values.profiles import Profile
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.presets import Feed
from reengage_desktop.domain.vocabulary import ImportKind

SURE = 0.7
"""From here on a column's name says what it holds, and not only a part of the name."""


def is_convincing(kind: ImportKind, feeds: Mapping[str, Feed], width: int) -> bool:
    """Whether guessed columns make sense together: a list of people with a date of entry is no list of orders.

    `width`: how many columns the file has; where most of them say nothing of orders, a date makes none.
    """
    if _are_members(feeds) and kind in {ImportKind.ORDERS, ImportKind.VIEWS, ImportKind.WISHLISTS}:
        return False
    if kind is ImportKind.ORDERS:
        return _may_be_orders(feeds, width)
    if kind is ImportKind.CUSTOMERS:
        names = {"name", "last_name"} & set(feeds)
        return "email" in feeds or "phone" in feeds or ("customer_id" in feeds and bool(names)) or len(feeds) > 3
    if kind is ImportKind.PRODUCTS and not ({"price", "stock", "sku"} & set(feeds) or _tells_stock(feeds)):
        return False
    if kind is ImportKind.PRODUCTS:
        people = {"email", "phone", "first name", "last name", "customer id", "customer name"}
        return not people & {column for feed in feeds.values() for column in feed.columns}
    return True


def _tells_stock(feeds: Mapping[str, Feed]) -> bool:
    """Whether a column is about the stock, and not only about the state of whatever is listed."""
    told = feeds.get("in_stock", Feed(()))
    spoken = [meanings for meanings in told.meanings if meanings is None or "*" not in meanings]
    return bool(told.columns) and (bool(spoken) or len(told.meanings) < len(told.columns))


_ENTERED = tuple("crea cree added erstellt hinzuge ajout anadid aggiunt toegevoegd dodan utworz".split())
"""What a date says of anything that is on a list; orders are on it by more."""
_CAME_UP = (
    *("release", "launch", "erschein", "sortie", "parution", "lanzamiento", "uscita", "verschijn", "lancamento"),
    *("pub date", "publi", "erscheinung"),
    *("updated", "modif", "geandert", "mise a jour", "actualiza", "aggiorna", "gewijzigd", "発売", "登録", "更新"),
)
"""What a date says of goods: when they came up, or when somebody last wrote about them."""
_PIECES = frozenset("quantity qty menge quantite cantidad quantita aantal quantidade ilosc 数量".split())
"""What may be the pieces that are left, or those that were sold."""
_SHOWN = frozenset("stock image images picture bild imagen immagine afbeelding imagem weight slug handle meta".split())
"""What a shop keeps of goods, and no list of sales says."""
_KEPT = _SHOWN | frozenset(
    "tax vat category description active barcode ean brand sku cost published kategorie beschreibung aktiv marke "
    "categorie marque actif categoria descripcion descrizione attivo activo marca".split()
)
"""What a shop keeps of goods beside their names and prices."""
_FORMS = frozenset(
    "timestamp|zeitstempel|horodateur|marca temporal|informazioni cronologiche|tijdstempel|carimbo de data hora|"
    "sygnatura czasowa|submitted at|submission date|タイムスタンプ|start date utc|submit date utc".split("|")
)
"""When a form was sent off, as forms' tools call it: beside an address alone, nothing was bought by it."""

_PLANS = frozenset(
    "plan|plan name|membership|membership type|membership plan|subscription plan|tarif|tarifname|mitgliedschaft|abo|"
    "abonnement|forfait|formule|membresia|suscripcion|piano|abbonamento|lidmaatschap|plano|assinatura|プラン".split("|")
)
"""What somebody is a member by: a list of members says it of each, with the day on which she began."""


def _are_members(feeds: Mapping[str, Feed]) -> bool:
    """Whether all that is told of goods is the plan that somebody with an address has: nothing was paid for it here."""
    goods = {column for name in ("product_id", "product_name") if name in feeds for column in feeds[name].columns}
    told = {"order_id", "order_total", "line_total", "unit_price", "quantity"} & set(feeds)
    return bool(goods) and goods <= _PLANS and not told and bool({"email", "phone"} & set(feeds))


_ANYTHINGS = (("id",), ("number",))
"""The columns that number whatever a file lists."""


def _may_be_orders(feeds: Mapping[str, Feed], width: int) -> bool:
    worth = {"order_id", "order_total", "line_total", "unit_price", "quantity", "product_id", "product_name"}
    dated = feeds["ordered_at"].columns[0] if "ordered_at" in feeds else ""
    is_bare = "order_id" in feeds and feeds["order_id"].columns in _ANYTHINGS
    if (
        dated in _FORMS
        and {"email", "phone"} & set(feeds)
        and not (worth - {"product_id", "product_name"} - ({"order_id"} if is_bare else set())) & set(feeds)
    ):
        return False
    if any(part in dated for part in _ENTERED):
        of_goods = {"product_id", "product_name"}
        of_goods |= {"unit_price"} if of_goods & set(feeds) else set()
        said = worth - of_goods - ({"order_id"} if is_bare else set())
        return bool(said & (set(feeds) - _barely_named(feeds)))
    is_appointment = bool(dated) and "status" in feeds and feeds["ordered_at"].is_joined  # its hour, what became of it
    return is_appointment or bool(worth & set(feeds)) or (len(feeds) <= 3 and width <= len(feeds) + 1)


_SOLD = frozenset({"order_total", "line_total", "quantity", "product_id", "product_name", "discount_code"})
"""What is told of sales only."""
_SUMS = frozenset({"order_total", "line_total", "quantity"})
"""What a list of goods does not tell, whatever else it says of them."""


def are_goods(orders: Mapping[str, Feed], goods: Mapping[str, Feed], profiles: Mapping[str, Profile]) -> bool:
    """Whether what could be orders are goods with their prices and stock, and the day on which each came up.

    `orders`, `goods`: what the columns would hold if they were the one or the other.
    """
    dated = orders["ordered_at"].columns[0] if "ordered_at" in orders else ""
    is_kept = "stock" in goods and goods["stock"].columns[0] not in _PIECES and _SUMS.isdisjoint(orders)
    came_up = any(part in dated for part in (*_ENTERED, *_CAME_UP))
    if _tells_buyers(orders, goods) or not (came_up or is_kept):
        return False
    if "price" not in goods or not {"product_id", "sku"} & set(goods):
        return False
    if "name" in goods and _SOLD.isdisjoint(orders) and any(_KEPT & {*normal(name).split()} for name in profiles):
        return True
    if "stock" not in goods or goods["stock"].columns[0] not in _PIECES:
        return bool({"stock", "in_stock"} & set(goods))
    number = goods.get("sku", goods.get("product_id", Feed(("",)))).columns[0]
    is_each_once = any(normal(name) == number and each.distinct == each.filled for name, each in profiles.items())
    is_shown = any(not _SHOWN.isdisjoint(normal(name).split()) for name in profiles)
    return is_each_once and "line_total" not in orders and (is_shown or "in_stock" in goods)


def _tells_buyers(orders: Mapping[str, Feed], goods: Mapping[str, Feed]) -> bool:
    """Whether somebody's address, a word for a buyer or an order's own number is among the columns."""
    number = orders["order_id"].columns if "order_id" in orders else ("id",)
    is_of_goods = number[0] in REFERENCES and "product_id" in goods and goods["product_id"].columns == number
    is_numbered = number != ("id",) and not is_of_goods
    names = orders["customer_name"].columns if "customer_name" in orders else ()
    return is_numbered or bool({"email", "phone", "customer_id"} & set(orders)) or any(map(roles_in, names))


def _barely_named(feeds: Mapping[str, Feed]) -> set[str]:
    """The amounts that only a part of their columns' names speaks for: `Total Stamps Earned`."""
    amounts = {"order_total", "line_total", "unit_price"} & set(feeds)
    return {name for name in amounts if name_score(name, feeds[name].columns[0], ImportKind.ORDERS) < SURE}
