"""What an import has to say, in the owner's language: made from the kind and the figures of its sentences."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from reengage_desktop.domain.sentences import Figure, Sentence
from reengage_desktop.ui import formats, telling, wording
from reengage_desktop.ui.importing.file_sentences import file_sentences
from reengage_desktop.ui.importing.words import field_name
from reengage_desktop.ui.system_reasons import system_words
from reengage_desktop.ui.wording import translate

_PLACE = re.compile(r"\{(\w+)\}")


def sentence_words(sentence: Sentence, zone: ZoneInfo) -> str:
    """The sentence in the window's language; `zone`: the shop's. A kind not known here keeps its English text."""
    figures = sentence.figures
    number = figures.get("number")
    template = _counted(sentence.kind, number) if isinstance(number, int) else None
    if sentence.kind == "export_note":
        return export_words(sentence)
    template = template or _single().get(sentence.kind) or file_sentences().get(sentence.kind)
    if template is None:
        return str(sentence)
    return _PLACE.sub(lambda place: _figure(place[1], figures.get(place[1], ""), zone), template)


def fault_words(fault: BaseException, zone: ZoneInfo) -> str:
    """Why a file was refused, in the window's language; any other fault as the program says it everywhere."""
    sentence = getattr(fault, "sentence", None)
    return sentence_words(sentence, zone) if isinstance(sentence, Sentence) else telling.fault_words(fault)


def joined(names: tuple[str, ...]) -> str:
    """Names from the file one after the other, for a place that stands between quotation marks."""
    return translate("ImportSentences", "”, “").join(names)


def export_words(text: str) -> str:
    """The title, refusal or note of a known export; `tests.translations` reads these texts from the presets."""
    return translate("Exports", text)


def _figure(name: str, value: Figure, zone: ZoneInfo) -> str:
    if name == "kinds" and isinstance(value, tuple):
        return translate("ImportSentences", " or ").join(map(wording.import_kind_noun, value))
    if isinstance(value, tuple):
        return joined(value)
    if isinstance(value, int):
        return formats.long_day(datetime.fromtimestamp(value, zone).date()) if name == "at" else formats.number(value)
    made = _makers().get(name)
    return made(value) if made else value


@lru_cache
def _makers() -> Mapping[str, Callable[[str], str]]:
    return {
        "chosen": order_words,
        "wanted": wording.import_kind_noun,
        "export": export_words,
        "refusal": export_words,
        "encoding": _encoding,
        "name": field_name,
        "cause": system_words,
    }


def order_words(order: str) -> str:
    """How dates of the order `dmy`, `mdy` or `ymd` are read, for the middle of a sentence."""
    readings = {
        "dmy": translate("ImportSentences", "day first"),
        "mdy": translate("ImportSentences", "month first"),
        "ymd": translate("ImportSentences", "year first"),
    }
    return readings.get(order, order)


def _encoding(name: str) -> str:
    names = {
        "cp1252": translate("ImportSentences", "Windows-1252 (Western European)"),
        "cp932": translate("ImportSentences", "Shift-JIS (Japanese)"),
    }
    return names.get(name, name)


def _counted(kind: str, number: int) -> str | None:
    """The sentences in which a number decides between two forms."""
    texts: dict[str, Callable[[], str]] = {
        "uncalculated": lambda: translate(
            "ImportSentences",
            "%Ln formulas of this workbook have no result and were read as blank. Open it in a spreadsheet program, "
            "save it, and import it again.",
            "",
            number,
        ),
        "hidden_rows": lambda: translate(
            "ImportSentences",
            "%Ln rows of this sheet are hidden, as by a filter; they were read too. To leave them out, copy the rows "
            "that are shown into a workbook of their own.",
            "",
            number,
        ),
        "exchanged_days": lambda: translate(
            "ImportSentences",
            "%Ln dates of this sheet had day and month exchanged, as a spreadsheet program does when it opens a file "
            "of another country; they were read the right way round. Look whether they are right.",
            "",
            number,
        ),
        "lines_above": lambda: translate("ImportSentences", "%Ln lines above the header were left out.", "", number),
        "damaged_characters": lambda: translate(
            "ImportSentences", "%Ln damaged characters in this file are shown as �.", "", number
        ),
        "unknown_goods": lambda: translate(
            "ImportSentences",
            "%Ln products named here are in no list of products yet: nobody is told of their prices and stock.",
            "",
            number,
        ),
        "forgotten_people": lambda: translate(
            "ImportSentences",
            "%Ln mentions of people who asked to be forgotten stayed out: nothing of theirs is taken in again.",
            "",
            number,
        ),
        "anonymous_orders": lambda: translate(
            "ImportSentences", "%Ln orders name nobody: counted in the shop's totals only.", "", number
        ),
        "doubled_rows": lambda: translate(
            "ImportSentences", "%Ln rows came twice in this export and counted once.", "", number
        ),
        "foreign_orders": lambda: translate(
            "ImportSentences",
            "%Ln orders are in {currency}: counted as purchases, but left out of sums, which are in {base}.",
            "",
            number,
        ),
        "shared_addresses": lambda: translate(
            "ImportSentences",
            "%Ln e-mail addresses carry many different names: nobody is joined by them and nobody is written to there.",
            "",
            number,
        ),
        "numbers_again": lambda: translate(
            "ImportSentences",
            "%Ln orders bear the number of an order of another day: kept apart, with the day behind the number.",
            "",
            number,
        ),
        "told_newer": lambda: translate(
            "ImportSentences",
            "%Ln orders stand here in another state than in a newer file: kept as the newer file told.",
            "",
            number,
        ),
        "orders_twice": lambda: translate(
            "ImportSentences",
            "%Ln of {all} new orders that were compared are of the same customer, day and amount as orders that the "
            "shop has under other numbers. Where two files tell of the same purchases (a list of payments beside the "
            "shop's own orders), import one of them only: each purchase would count twice.",
            "",
            number,
        ),
        "reused_numbers": lambda: translate(
            "ImportSentences",
            "%Ln customer numbers stand for several people: left out, and these people are told apart by their e-mail.",
            "",
            number,
        ),
        "joined_records": lambda: translate(
            "ImportSentences",
            "%Ln customers who stood in the shop under two entries became one: this file shows that both are the same "
            "person.",
            "",
            number,
        ),
        "joined_rows": lambda: translate(
            "ImportSentences", "%Ln rows named somebody who stands in another row: joined into one.", "", number
        ),
        "overheard_noes": lambda: translate(
            "ImportSentences",
            "%Ln customers agreed, but somebody with the same phone number or e-mail address said no: nobody is "
            "written to there.",
            "",
            number,
        ),
        "unreachable_customers": lambda: translate(
            "ImportSentences", "%Ln customers have neither e-mail nor phone: kept, but not reachable.", "", number
        ),
        "kept_for_later": lambda: translate(
            "ImportSentences",
            "%Ln customers or products stay: later orders, views or messages refer to them.",
            "",
            number,
        ),
        "no_header": lambda: translate(
            "ImportSentences",
            "“{file}” has no header line: its first line already holds data. Say what its %Ln columns hold.",
            "",
            number,
        ),
    }
    return texts[kind]() if kind in texts else None


def _single() -> dict[str, str]:
    """What was understood of a file."""
    return {
        "other_numbers": translate(
            "ImportSentences",
            "The customer numbers in this file are those of another system than before: in the shop they belong to "
            "other people. They are kept apart, with “({which})” behind each.",
        ),
        "older_list": translate(
            "ImportSentences",
            "A newer file with these columns was imported before: customers who were changed since keep their names, "
            "addresses and phones.",
        ),
        "older_catalogue": translate(
            "ImportSentences",
            "A newer file with these columns was imported before: products that the shop knows keep their names, "
            "prices and stock.",
        ),
        "other_products": translate(
            "ImportSentences",
            "The product numbers in this file are those of another system than before: in the shop they are other "
            "products'. They are kept apart, with “({which})” behind each.",
        ),
        "same_names": translate("ImportSentences", "Some columns share a name; they are told apart as “{columns}”."),
        "read_as": translate("ImportSentences", "The text was read as {encoding}."),
        "description_row": translate("ImportSentences", "Line {line} describes the columns and was left out."),
        "left_by_name": translate(
            "ImportSentences", "“{file}” says by its name that these people left: they are taken as opt-outs."
        ),
        "moved_rows": translate(
            "ImportSentences", "Rows that are “{words}” by “{column}” are no purchases: they were left out."
        ),
        "only_leavers": translate("ImportSentences", "Opt-outs are only those of whom “{columns}” says so."),
        "never_agreed": translate(
            "ImportSentences",
            "“{file}” says by its name that these people never agreed: nobody's agreement was taken from it.",
        ),
        "said_alone": translate(
            "ImportSentences",
            "“{words}” stands in a row of its own and names nobody: nothing was concluded from it. If it is about the "
            "people below it, write it beside each of them.",
        ),
        "sheet_read": translate(
            "ImportSentences",
            "The sheet “{sheet}” was read, not “{others}”. To bring in another one as well, import this same file once "
            "more and choose it under “Sheet”.",
        ),
        "mixed_dates": translate(
            "ImportSentences",
            "“{column}” mixes dates with the day first and with the month first; they were read {chosen}, and those "
            "that can't be were rejected. Choose the order under “Dates”.",
        ),
        "ambiguous_dates": translate(
            "ImportSentences",
            "Dates such as “{example}” in “{column}” can be read both ways; they were read {chosen}, as is usual for "
            "the shop. Choose the order under “Dates” if that is wrong.",
        ),
        "ambiguous_years": translate(
            "ImportSentences",
            "Dates such as “{example}” in “{column}” can be read with the day or with the year first; they were read "
            "{chosen}, as that makes them later. Choose the order under “Dates” if that is wrong.",
        ),
        "which_mixed_dates": translate(
            "ImportSentences", "“{column}” holds dates with the day first and with the month first. Which is meant?"
        ),
        "which_ambiguous_dates": translate(
            "ImportSentences", "Is “{example}” in “{column}” read with the day or with the month first?"
        ),
        "which_ambiguous_years": translate(
            "ImportSentences", "Is “{example}” in “{column}” read with the day or with the year first?"
        ),
        "no_addresses": translate(
            "ImportSentences",
            "No column holds e-mail addresses or phone numbers: these customers are known but can't be written to.",
        ),
        "unknown_countries": translate(
            "ImportSentences", "“{words}” in “{column}” is no country that is known; it was left empty."
        ),
        "yearless_birthdays": translate(
            "ImportSentences", "“{column}” holds birthdays without a year: they were left out."
        ),
        "encoded_twice": translate(
            "ImportSentences", "Letters that were encoded twice in this file, such as “Ã¼” for “ü”, were put right."
        ),
        "unwrapped_lines": translate(
            "ImportSentences", "Every line of this file stood in quotation marks as a whole; they were taken off."
        ),
        "little_understood": translate(
            "ImportSentences",
            "Only “{columns}” of {number} columns were understood: make sure that this is a list of {wanted}, and name "
            "the others.",
        ),
        "only_views": translate(
            "ImportSentences",
            "“{column}” tells what people did: only the rows in which they looked at something count here.",
        ),
        "only_orders": translate(
            "ImportSentences", "“{column}” tells what people did: only the rows in which they bought count here."
        ),
        "not_offered": translate(
            "ImportSentences",
            "By “{columns}” some of these products are not offered at present, such as drafts: they count as not in "
            "stock, and nobody is written to about them.",
        ),
        "secrets_left_out": translate(
            "ImportSentences", "“{columns}” was left out: passwords, card and bank data are never stored."
        ),
        "numbers_apart": translate(
            "ImportSentences",
            "The numbers in “{column}” come again for other buyers: “{column}” and “{other}” together tell an order.",
        ),
        "buyers_refuse": translate(
            "ImportSentences",
            "“{columns}” says who wants no messages: they are not written to.",
        ),
        "no_order_number": translate(
            "ImportSentences", "The file has no order number: an order is told by its customer, date and amount."
        ),
        "line_amount": translate(
            "ImportSentences",
            "“{column}” was taken as the amount of the whole line, not as the price of one piece. If it is the price, "
            "choose “Price each” for it.",
        ),
        "no_amounts": translate(
            "ImportSentences", "The file names no amounts: these orders count as purchases without a value."
        ),
        "nobody_named": translate(
            "ImportSentences", "The file does not say who bought: its orders count as anonymous sales."
        ),
        "credit_notes": translate(
            "ImportSentences",
            "Credit notes name in “{column}” the invoice that they correct: they lower that order and are no orders.",
        ),
        "below_zero": translate(
            "ImportSentences",
            "Some of these amounts are below zero and name no order that they belong to: they count against what the "
            "customer bought, not as purchases.",
        ),
        "part_refunds": translate(
            "ImportSentences",
            "Some orders were partly refunded, but the file does not say by how much: they count in full.",
        ),
        "strange_states": translate(
            "ImportSentences", "“{words}” in “{column}” is no known state of an order; such orders count as purchases."
        ),
        "yes_unheard": translate(
            "ImportSentences",
            "Only the no in “{column}” was taken: its name does not plainly ask for agreement to marketing. If a yes "
            "there is one, choose that consent for it.",
        ),
        "which_consent": translate("ImportSentences", "What means yes in “{column}”?"),
        "strange_answers": translate(
            "ImportSentences", "“{words}” in “{column}” says neither yes nor no; nothing was concluded from it."
        ),
        "unreachable_buyers": translate(
            "ImportSentences", "These buyers cannot be contacted: the file has no e-mail and no phone."
        ),
        "currency_taken": translate(
            "ImportSentences", "The shop's currency is now {currency}: it is the only one in this file."
        ),
        "as_last_time": translate("ImportSentences", "The file was read as the last one with these columns, on {at}."),
        "same_file": translate("ImportSentences", "You imported this very file before, on {at}."),
    }
