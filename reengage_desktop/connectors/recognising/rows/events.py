"""Lists of what visitors did: rows of looks among rows of carts and purchases, and lists that only their name tells."""

import re
from collections.abc import Mapping
from pathlib import Path

from reengage_desktop.connectors.checking.plan import RowRule
from reengage_desktop.connectors.values.profiles import Profile
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.vocabulary import ImportKind

_HEADINGS = frozenset(
    "event|event name|event type|eventname|action|activity|activity type|metric|metric name|ereignis|ereignisname|"
    "aktion|evenement|nom de l evenement|evento|nombre del evento|tipo de evento|accion|azione|gebeurtenis|actie|acao|"
    "zdarzenie|akcja|イベント|イベント名".split("|")
)
"""Columns that name what somebody did."""
_LOOKS = (
    r"(?i).*(?:\bview|_view|\bseen\b|\blooked\b|visit|angesehen|ansicht|aufruf|\bvue?s?\b|consult|\bvist[oa]s?\b|"
    r"visuali|bekeken|obejrz|wyswietl|wyświetl|閲覧|表示).*"
)
"""How cells say that somebody looked at something."""
_NAMES = {
    ImportKind.WISHLISTS: re.compile(
        r"wish.?lists?(?![a-z])|wunsch(?:liste|zettel)|merk(?:liste|zettel)|liste.d.envies|lista.de.deseos|verlanglijst"
        r"|lista.dei.desideri|lista.de.desejos|lista.zyczen|favou?rites|favoriten|favoris|お気に入り|ほしい物"
        r"|wait(?:ing)?.?list|back.?in.?stock|restock.?(?:alert|request|notif)|stock.?alert|wieder.?verf(?:ü|ue?)gbar"
        r"|avisos?.de.stock|alertes?.(?:de.)?stock|avvisi.disponibilit|再入荷",
        re.IGNORECASE,
    ),
    ImportKind.VIEWS: re.compile(
        r"(?:product|item|browse|page).?(?:views?|visits)(?![a-z])|viewed.products?|(?<![a-z])views(?![a-z])|produktansicht"
        r"|produits?.(?:vus?|consultes?)|productos?.vistos?|prodotti.visti|閲覧履歴",
        re.IGNORECASE,
    ),
}


_PURCHASES = (
    r"(?i).*(?:order|purchas|bought|\bsale\b|\bsold\b|transaction|bestell|kauf|achat|achet|command|compra|pedido|venta|"
    r"acquist|ordin|vendit|aankoop|zakup|zamow|zamów|購入|注文).*"
)
"""How cells say that somebody bought, or that a purchase was given back."""


def purchases_in(profiles: Mapping[str, Profile]) -> RowRule | None:
    """The rows in which somebody bought, where others tell what else people did."""
    bought = re.compile(_PURCHASES).fullmatch
    for column, profile in profiles.items():
        if normal(column) in _HEADINGS and profile.says(bought) and profile.says(lambda cell: not bought(cell)):
            return RowRule(column, (f"/{_PURCHASES}/",))
    return None


def looks_in(profiles: Mapping[str, Profile]) -> RowRule | None:
    """The rows in which somebody looked at something; None where no column names what was done, or nobody looked."""
    for column, profile in profiles.items():
        if normal(column) in _HEADINGS and profile.says(re.compile(_LOOKS).fullmatch):
            return RowRule(column, (f"/{_LOOKS}/",))
    return None


_COUNTS = frozenset(
    "views|item views|product views|page views|pageviews|view count|views count|times viewed|impressions|aufrufe|"
    "produktaufrufe|artikelaufrufe|seitenaufrufe|ansichten|vues|nombre de vues|visitas|vistas|visualizaciones|"
    "visualizzazioni|weergaven|visualizacoes|wyswietlenia|odslony|閲覧数|表示回数|viewed product|product viewed|"
    "angesehener artikel|angesehenes produkt|produit vu|produit consulte|article vu|article consulte|producto visto|"
    "articulo visto|prodotto visto|prodotto visualizzato|articolo visto|bekeken product|bekeken artikel|"
    "obejrzany produkt|produto visto|produto visualizado|閲覧商品".split("|")
)
"""How often something was looked at, or what was."""


def counts_looks(profiles: Mapping[str, Profile]) -> bool:
    """Whether a column says how often something was looked at, or what was: it was not bought by that."""
    return any(normal(column) in _COUNTS and not profile.is_empty for column, profile in profiles.items())


def note_on_rows(rows: RowRule, kind: ImportKind) -> Sentence:
    """Tells the owner that rows of other kinds are left alone."""
    what = "looked at something" if kind is ImportKind.VIEWS else "bought"
    text = f"“{rows.column}” tells what people did: only the rows in which they {what} count here."
    return Sentence(f"only_{kind}", text, column=rows.column)


def named_kind(path: Path) -> ImportKind | None:
    """What a file's name says that it lists, of what people did without buying."""
    return next((kind for kind, name in _NAMES.items() if name.search(path.stem)), None)


ROWS_OF = {ImportKind.VIEWS: looks_in, ImportKind.ORDERS: purchases_in}
"""The rows of a kind among others that tell what somebody did."""
