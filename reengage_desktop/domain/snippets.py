"""What the editor puts into a text for the owner: a field with what stands in for it, and the pieces of an e-mail."""

from enum import StrEnum

from reengage_desktop.domain.fields import ALIASES, FIELDS

_LONG_NAMES = {name: alias for alias, name in ALIASES.items()}
_INSTEAD: dict[str, dict[str, str]] = {
    "en": {
        "first_name": "there",
        "name": "there",
        "customer_name": "there",
        "last_name": "customer",
        "city": "your town",
        "last_product": "your last order",
        "favourite_category": "our range",
        "service_type": "your enquiry",
        "agent_name": "our team",
        "website": "our shop",
    },
    "de": {
        "first_name": "liebe Kundschaft",
        "name": "liebe Kundschaft",
        "customer_name": "liebe Kundschaft",
        "last_name": "Kundschaft",
        "city": "Ihrer Stadt",
        "last_product": "Ihr letzter Einkauf",
        "favourite_category": "unser Sortiment",
        "service_type": "Ihre Anfrage",
        "agent_name": "unser Team",
        "website": "unser Laden",
    },
}
"""What a text says where a customer's field is empty; a field without an entry is there whenever it is asked for."""


class Piece(StrEnum):
    """A part of an e-mail."""

    TITLE = "title"
    TEXT = "text"
    BUTTON = "button"
    PRODUCTS = "products"
    OFFER = "offer"
    LIST = "list"
    LINE = "line"


_PIECES: dict[str, dict[Piece, str]] = {
    "en": {
        Piece.TITLE: "# We miss you",
        Piece.TEXT: 'Hi {{ customer.first_name | default: "there" }},\n\nit has been a while since we last saw you.',
        Piece.BUTTON: "{% if website %}[Have a look]({{ shop.website }}){% endif %}",
        Piece.OFFER: (
            "> **{{ code.percent }} % off** with the code **{{ code.text }}**\n> Good until {{ code.expires_on }}."
        ),
        Piece.LIST: "- First\n- Second\n- Third",
    },
    "de": {
        Piece.TITLE: "# Wir vermissen Sie",
        Piece.TEXT: (
            'Hallo {{ customer.first_name | default: "liebe Kundschaft" }},\n\n'
            "es ist eine Weile her, dass wir Sie gesehen haben."
        ),
        Piece.BUTTON: "{% if website %}[Jetzt ansehen]({{ shop.website }}){% endif %}",
        Piece.OFFER: (
            "> **{{ code.percent }} % Rabatt** mit dem Code **{{ code.text }}**\n> Gültig bis {{ code.expires_on }}."
        ),
        Piece.LIST: "- Erstens\n- Zweitens\n- Drittens",
    },
}
_EVERYWHERE = {
    Piece.PRODUCTS: (
        "{% for product in products %}- {% if product.url %}[{{ product.name }}]({{ product.url }}){% else %}"
        "{{ product.name }}{% endif %}{% if product.price %}, {{ product.price }}{% endif %}\n{% endfor %}"
    ),
    Piece.LINE: "---",
}


def field_snippet(name: str, language: str) -> str:
    """The field as the owner would write it, by its long name, with the words that stand in for an empty one."""
    if name == "products":
        return "{% if products %}{{ products[0].name }}{% endif %}"
    written = _LONG_NAMES.get(name, name)
    instead = _INSTEAD[_spoken(language)].get(name)
    if FIELDS[name].is_sure or instead is None:
        return f"{{{{ {written} }}}}"
    return f'{{{{ {written} | default: "{instead}" }}}}'


def piece(which: Piece, language: str) -> str:
    """The text of a piece; it stands in a paragraph of its own."""
    return _EVERYWHERE.get(which) or _PIECES[_spoken(language)][which]


def _spoken(language: str) -> str:
    return "de" if language[:2].casefold() == "de" else "en"
