"""What a file's columns don't show yet, as something the owner can do about it."""

from collections.abc import Sequence

from reengage_desktop.connectors.vocabulary.fields import IDENTITY_FIELDS, MONEY_FIELDS
from reengage_desktop.jobs.tasks.imports import ImportReport
from reengage_desktop.ui.wording import quoted, translate


def missing_sentence(groups: Sequence[tuple[str, ...]]) -> str:
    """Asks for the columns that are still needed, one of every group; empty where none is."""
    known = _sentences()
    return " ".join(known[group] for group in groups if group in known)


def once_more_sentence(report: ImportReport) -> str:
    """Tells how the columns about the customers get in that a file of this kind leaves out."""
    text = translate(
        "MissingColumns",
        "What is about the customers stays out here ({columns}): import this same file once more as customers to take "
        "it in.",
    )
    return text.replace("{columns}", ", ".join(map(quoted, report.for_customers)))


def _sentences() -> dict[tuple[str, ...], str]:
    return {
        IDENTITY_FIELDS: translate(
            "MissingColumns", "Say which column holds the e-mail address, the phone number or the customer's number."
        ),
        ("ordered_at",): translate("MissingColumns", "Say which column holds the date of the order."),
        (*MONEY_FIELDS, *IDENTITY_FIELDS): translate(
            "MissingColumns", "Say which column holds the amount, or who bought."
        ),
        ("product_id", "sku", "name"): translate(
            "MissingColumns", "Say which column holds the product's number or its name."
        ),
        ("price", "stock", "in_stock", "category", "name"): translate(
            "MissingColumns", "Say which column holds the price, the stock or the category."
        ),
        ("product_id",): translate("MissingColumns", "Say which column holds the product's number."),
        ("viewed_at",): translate("MissingColumns", "Say which column holds when the product was viewed."),
        ("email", "phone"): translate(
            "MissingColumns", "Say which column holds the e-mail address or the phone number."
        ),
    }
