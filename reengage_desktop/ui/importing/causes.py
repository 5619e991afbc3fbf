"""Why a cell or a row of a file was not taken, in the owner's language."""

import re

from reengage_desktop.ui.wording import translate

_CELL = re.compile(r"“(?P<cell>.*)”: (?P<cause>[^:]+)\.", re.DOTALL)
_CELLS_COUNTED = re.compile(r"This line has (\d+) cells where the header has (\d+): (.+)\.")
_OPEN_QUOTE = re.compile(r"A quotation mark is opened on line (\d+) and never closed\..*")
_TOO_LONG = re.compile(r"A cell on line (\d+) is longer than 1,000,000 characters\.")

_FIXES = (
    ("no date that can be read", "dates"),
    ("no phone number", "country"),
    ("no amount that can be read", "columns"),
    ("no currency code", "columns"),
    ("no time zone", "columns"),
    ("There is no ", "columns"),
    ("There is nothing that names", "columns"),
    ("This line has ", "separator"),
)


def cause_words(message: str) -> str:
    """What the check of a file said about a row; words that are not known here stay as they are."""
    whole = _row_causes().get(message)
    if whole is not None:
        return whole
    if found := _CELL.fullmatch(message):
        cause = _cell_causes().get(found["cause"])
        text = translate("ImportCauses", "“{cell}”: {cause}.")
        return message if cause is None else text.replace("{cause}", cause).replace("{cell}", found["cell"])
    if found := _CELLS_COUNTED.fullmatch(message):
        text = _too_many() if int(found[1]) > int(found[2]) else _too_few()
        return text.replace("{cells}", found[1]).replace("{header}", found[2])
    if found := _OPEN_QUOTE.fullmatch(message):
        text = translate("ImportCauses", "A quotation mark is opened on line {line} and never closed.")
        return text.replace("{line}", found[1])
    if found := _TOO_LONG.fullmatch(message):
        text = translate("ImportCauses", "A cell on line {line} is longer than a million characters.")
        return text.replace("{line}", found[1])
    return message


def cause_in_common(message: str) -> str:
    """What all cells of a cause have in common, without the one that the message names."""
    found = _CELL.fullmatch(message)
    cause = _cell_causes().get(found["cause"]) if found else None
    return f"{cause}." if cause else cause_words(message)


def is_about(message: str) -> str:
    """What mends a cause: dates, country, columns, separator; else save, for only the file itself can be mended."""
    for words, fix in _FIXES:
        if words in message:
            return fix
    return "save"


def _cell_causes() -> dict[str, str]:
    return {
        "this is no e-mail address": translate("ImportCauses", "this is no e-mail address"),
        "this is no phone number that can be reached": translate(
            "ImportCauses", "this is no phone number that can be reached"
        ),
        "this is no date that can be read": translate("ImportCauses", "this is no date that can be read"),
        "this is no amount that can be read": translate("ImportCauses", "this is no amount that can be read"),
        "this is no currency code": translate("ImportCauses", "this is no currency code"),
        "this time zone is not known": translate("ImportCauses", "this time zone is not known"),
        "a spreadsheet program shortened this number; export it again as text": translate(
            "ImportCauses", "a spreadsheet program shortened this number; export it again as text"
        ),
        "this channel is not known; the opt-out was taken for every channel": translate(
            "ImportCauses", "this channel is not known; the opt-out was taken for every channel"
        ),
    }


def _row_causes() -> dict[str, str]:
    return {
        "There is no customer number, e-mail address or phone number that can be used.": translate(
            "ImportCauses", "There is no customer number, e-mail address or phone number that can be used."
        ),
        "There is no e-mail address or phone number that can be used.": translate(
            "ImportCauses", "There is no e-mail address or phone number that can be used."
        ),
        "No customer of the shop has this number: nobody was opted out. Import the customers first, then this list "
        "again.": translate(
            "ImportCauses",
            "No customer of the shop has this number: nobody was opted out. Import the customers first, then this list "
            "again.",
        ),
        "There is no date.": translate("ImportCauses", "There is no date."),
        "There is nothing that names the product.": translate(
            "ImportCauses", "There is nothing that names the product."
        ),
        "There is no time of the view.": translate("ImportCauses", "There is no time of the view."),
        "What a record needs is missing.": translate("ImportCauses", "What a record needs is missing."),
        "This refund is in another currency than its order. It was left out.": translate(
            "ImportCauses",
            "This refund is in another currency than its order. It was left out.",
        ),
        "This row is in another currency than the rows above of its order. Its amount was left out.": translate(
            "ImportCauses",
            "This row is in another currency than the rows above of its order. Its amount was left out.",
        ),
        "This row belongs to an order whose first row was rejected.": translate(
            "ImportCauses", "This row belongs to an order whose first row was rejected."
        ),
        "This line sums up the others; it is no record.": translate(
            "ImportCauses", "This line sums up the others; it is no record."
        ),
        "This line repeats the names of the columns: two files may stand in this one, one after the other.": translate(
            "ImportCauses",
            "This line repeats the names of the columns: two files may stand in this one, one after the other.",
        ),
        "This line belongs to another table below the first: save that one as a file of its own.": translate(
            "ImportCauses", "This line belongs to another table below the first: save that one as a file of its own."
        ),
        "This customer asked to be forgotten; nothing of hers is taken in again.": translate(
            "ImportCauses", "This customer asked to be forgotten; nothing is taken in again."
        ),
    }


def _too_many() -> str:
    return translate(
        "ImportCauses",
        "This line has {cells} cells where the header has {header}: a separator inside a cell needs quotation marks "
        "around it.",
    )


def _too_few() -> str:
    return translate(
        "ImportCauses",
        "This line has {cells} cells where the header has {header}: a cell is missing, so it is unclear which value "
        "belongs where.",
    )
