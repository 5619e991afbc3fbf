"""What the owner should know about how a file was understood, each a sentence."""

from collections.abc import Iterator, Mapping, Sequence

from reengage_desktop.connectors.checking.consent_words import meaning_of
from reengage_desktop.connectors.checking.corrections import note_on as credit_notes
from reengage_desktop.connectors.checking.plan import Plan, Source
from reengage_desktop.connectors.opening.table import Table
from reengage_desktop.connectors.recognising.headings.leaving import ONLY_NO
from reengage_desktop.connectors.recognising.headings.naming import is_secret
from reengage_desktop.connectors.recognising.refining.goods_columns import note_on_withdrawn
from reengage_desktop.connectors.recognising.rows.giving_back import BELOW_ZERO
from reengage_desktop.connectors.values.dates import YEARLESS
from reengage_desktop.connectors.values.profiles import Profile, is_date
from reengage_desktop.connectors.vocabulary.countries import country_code
from reengage_desktop.connectors.vocabulary.fields import IDENTITY_FIELDS, ValueType
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.meanings import GONE_WORDS, answer, forms
from reengage_desktop.connectors.vocabulary.order_states import STATUSES, state_in
from reengage_desktop.connectors.vocabulary.presets import Preset
from reengage_desktop.connectors.vocabulary.refusing import refusal_in
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.vocabulary import ImportKind, OrderStatus

_FEW_COLUMNS, _MANY_COLUMNS = 2, 4
"""So few columns understood, and so many not, say that the guess of the kind is a weak one."""


def remarks(
    plan: Plan,
    table: Table,
    profiles: Mapping[str, Profile],
    preset: Preset | None,
    sample: Sequence[Sequence[str]],
) -> list[Sentence]:
    """The sentences about a plan, the most important first."""
    notes: list[Sentence] = [*_said_alone(sample)] if plan.kind is ImportKind.CUSTOMERS else []
    if preset is None and len(plan.columns) <= _FEW_COLUMNS and len(plan.left_out) >= _MANY_COLUMNS:
        known = tuple(plan.columns.values())
        text = (
            f"Only “{'”, “'.join(known)}” of {len(table.header)} columns were understood: make sure that this is a "
            f"list of {plan.kind}, and name the others."
        )
        notes.append(
            Sentence("little_understood", text, columns=known, number=len(table.header), wanted=str(plan.kind))
        )
    if plan.kind is ImportKind.ORDERS:
        notes += _about_orders(plan, profiles, preset)
    notes += _about_leavers(plan)
    notes += filter(None, (note_on_withdrawn(plan, profiles),))
    if plan.kind is ImportKind.CUSTOMERS and not plan.has("email", "phone") and not plan.notes:
        text = "No column holds e-mail addresses or phone numbers: these customers are known but can't be written to."
        notes.append(Sentence("no_addresses", text))
    if not any(note.kind == "never_agreed" for note in table.notes):
        notes += _about_consents(plan, profiles)
    for source in plan.sources:
        if source.type is ValueType.STATUS and (strange := _strange_states(source, profiles)):
            notes.append(strange)
    if "country" in plan.columns and (foreign := _unknown_countries(profiles[plan.columns["country"]])):
        column = plan.columns["country"]
        text = f"“{'”, “'.join(foreign)}” in “{column}” is no country that is known; it was left empty."
        notes.append(Sentence("unknown_countries", text, words=tuple(foreign), column=column))
    if "birthday" in plan.columns and any(map(YEARLESS.fullmatch, profiles[plan.columns["birthday"]].values)):
        column = plan.columns["birthday"]
        text = f"“{column}” holds birthdays without a year: they were left out."
        notes.append(Sentence("yearless_birthdays", text, column=column))
    if secret := [column for column in table.header if is_secret(column)]:
        text = f"“{'”, “'.join(secret)}” was left out: passwords, card and bank data are never stored."
        notes.append(Sentence("secrets_left_out", text, columns=tuple(secret)))
    return notes


def _said_alone(sample: Sequence[Sequence[str]]) -> Iterator[Sentence]:
    """The note on a refusal in a row of its own, such as stands over a part of somebody's list."""
    alone = (" ".join(row).strip() for row in sample if sum(map(bool, map(str.strip, row))) == 1)
    said = [words for words in alone if refusal_in(words) or answer(words) in GONE_WORDS]
    for words in dict.fromkeys(said):
        text = (
            f"“{words}” stands in a row of its own and names nobody: nothing was concluded from it. If it is about the "
            "people below it, write it beside each of them."
        )
        yield Sentence("said_alone", text, words=words)


def _about_leavers(plan: Plan) -> list[Sentence]:
    columns = tuple(dict.fromkeys(rule.column for rule in plan.only))
    if plan.kind is not ImportKind.OPTOUTS or not columns:
        return []
    return [
        Sentence("only_leavers", f"Opt-outs are only those of whom “{'”, “'.join(columns)}” says so.", columns=columns)
    ]


def _about_consents(plan: Plan, profiles: Mapping[str, Profile]) -> list[Sentence]:
    """The notes on columns whose yes was not taken for an agreement, where no other column says yes."""
    consents = [source for source in plan.sources if source.type is ValueType.CONSENT]
    heard = {column for source in consents if not all(source.meanings) for column in source.columns}
    unheard = {
        column: source.field
        for source in reversed(consents)
        for column, said in zip(source.columns, source.meanings, strict=True)
        if said is ONLY_NO and column not in heard and profiles[column].share(lambda cell: meaning_of(cell, {}))
    }
    return [Sentence("yes_unheard", _UNHEARD.format(column, field), column=column) for column, field in unheard.items()]


_UNHEARD = (
    "Only the no in “{0}” was taken: its name does not plainly ask for agreement to marketing. If a yes there is one, "
    'say so with --mapping {{"{1}": "{0}"}}.'
)


def _about_orders(plan: Plan, profiles: Mapping[str, Profile], preset: Preset | None) -> list[Sentence]:
    notes: list[Sentence] = [credit_notes(plan)] if plan.corrects else []
    if plan.has("order_id") and _has_documents_below_zero(plan, profiles):
        text = (
            "Some of these amounts are below zero and name no order that they belong to: they count against what the "
            "customer bought, not as purchases."
        )
        notes.append(Sentence("below_zero", text))
    if not plan.has("order_id"):
        text = "The file has no order number: an order is told by its customer, date and amount."
        notes.append(Sentence("no_order_number", text))
    if plan.has("line_total") and plan.has("quantity") and not plan.has("order_total", "unit_price") and preset is None:
        column = plan.columns["line_total"]
        text = (
            f"“{column}” was taken as the amount of the whole line, not as the price of one piece. If it is the price, "
            f'say so with --mapping {{"unit_price": "{column}"}}.'
        )
        notes.append(Sentence("line_amount", text, column=column))
    if not plan.has("order_total", "line_total", "unit_price"):
        notes.append(
            Sentence("no_amounts", "The file names no amounts: these orders count as purchases without a value.")
        )
    if not plan.has(*IDENTITY_FIELDS, "customer_name") and preset is None:
        notes.append(Sentence("nobody_named", "The file does not say who bought: its orders count as anonymous sales."))
    if not plan.has("refunded_amount") and _has_part_refunds(plan, profiles):
        text = "Some orders were partly refunded, but the file does not say by how much: they count in full."
        notes.append(Sentence("part_refunds", text))
    return notes


def _has_documents_below_zero(plan: Plan, profiles: Mapping[str, Profile]) -> bool:
    if plan.corrects or plan.refunds or "order_total" not in plan.columns or "order_id" not in plan.columns:
        return False
    numbers, totals = profiles[plan.columns["order_id"]], profiles[plan.columns["order_total"]]
    return numbers.filled == numbers.distinct and bool(totals.share(BELOW_ZERO.match))


def _has_part_refunds(plan: Plan, profiles: Mapping[str, Profile]) -> bool:
    columns = [column for source in plan.sources if source.type is ValueType.STATUS for column in source.columns]
    values = {normal(value) for column in columns for value in profiles[column].values}
    return any(STATUSES.get(value) is OrderStatus.PARTLY_REFUNDED for value in values)


def _unknown_countries(profile: Profile) -> list[str]:
    return [value for value in dict.fromkeys(profile.values) if country_code(value) is None][:4]


def _strange_states(source: Source, profiles: Mapping[str, Profile]) -> Sentence | None:
    """A sentence about states of orders whose meaning is not known; the owner may know it."""
    strange: list[str] = []
    for at, column in enumerate(source.columns):
        meanings = source.meanings[at] if at < len(source.meanings) else None
        if meanings is None:
            told = {word for said in source.meanings for word in said or ()}
            values = (value for value in profiles[column].values if told.isdisjoint(forms(value)))
            words = dict.fromkeys(value for value in values if not state_in(value))
            strange += [word for word in words if not is_date(word)]
    if not strange:
        return None
    first, column = tuple(strange[:4]), source.columns[-1]
    shown = "”, “".join(first)
    text = f"“{shown}” in “{column}” is no known state of an order; such orders count as purchases."
    return Sentence("strange_states", text, words=first, column=column)
