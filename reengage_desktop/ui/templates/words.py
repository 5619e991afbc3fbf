"""The owner's words for the fields and pieces that a template can hold."""

from reengage_desktop.domain.snippets import Piece
from reengage_desktop.ui.wording import translate


def field_word(name: str) -> str:
    """What a field is, short enough for a chip."""
    words = {
        "first_name": translate("Fields", "First name"),
        "name": translate("Fields", "Full name"),
        "customer_name": translate("Fields", "Full name"),
        "last_name": translate("Fields", "Last name"),
        "city": translate("Fields", "Town"),
        "business_name": translate("Fields", "Shop's name"),
        "website": translate("Fields", "Shop's website"),
        "days_since_last_order": translate("Fields", "Days since last purchase"),
        "last_order_on": translate("Fields", "Day of last purchase"),
        "orders_count": translate("Fields", "Number of purchases"),
        "last_product": translate("Fields", "Last product"),
        "favourite_category": translate("Fields", "Favourite category"),
        "products": translate("Fields", "A product that fits"),
        "product_name": translate("Fields", "The product"),
        "product_price": translate("Fields", "Price now"),
        "old_price": translate("Fields", "Price before"),
        "product_url": translate("Fields", "Link to the product"),
        "discount_code": translate("Fields", "Discount code"),
        "discount_percent": translate("Fields", "Discount in\u00a0%"),
        "code_expires_on": translate("Fields", "Code is good until"),
        "promotion": translate("Fields", "Your offer"),
        "service_type": translate("Fields", "Last enquiry"),
        "agent_name": translate("Fields", "Who looks after the customer"),
    }
    return words.get(name, name.replace("_", " "))


def piece_word(piece: Piece) -> str:
    """What a piece of an e-mail is called."""
    words = {
        Piece.TITLE: translate("Pieces", "Title"),
        Piece.TEXT: translate("Pieces", "Greeting"),
        Piece.BUTTON: translate("Pieces", "Button"),
        Piece.PRODUCTS: translate("Pieces", "Products"),
        Piece.OFFER: translate("Pieces", "Offer with a code"),
        Piece.LIST: translate("Pieces", "List"),
        Piece.LINE: translate("Pieces", "Line"),
    }
    return words[piece]


def part_word(part: str) -> str:
    """What a part of a template is called."""
    words = {
        "subject": translate("Parts", "Subject"),
        "preheader": translate("Parts", "Line below"),
        "body": translate("Parts", "Text"),
    }
    return words[part]
