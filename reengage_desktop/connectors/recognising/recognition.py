"""Says what a file holds and how it is to be read: a known export, or plain columns judged by names and values."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice

from reengage_desktop.connectors.checking.consent_words import Heard, StrangeWords, told_beside
from reengage_desktop.connectors.checking.corrections import find_correction, find_refunds
from reengage_desktop.connectors.checking.forms import forms_of
from reengage_desktop.connectors.checking.plan import Plan, RowRule, Source
from reengage_desktop.connectors.checking.rules import RuleMaker
from reengage_desktop.connectors.opening.table import Table
from reengage_desktop.connectors.recognising.columns.guessing import guess, settle_contacts
from reengage_desktop.connectors.recognising.columns.settling import find_number
from reengage_desktop.connectors.recognising.headings.confirming import hold_unconfirmed
from reengage_desktop.connectors.recognising.headings.leaving import without_agreement
from reengage_desktop.connectors.recognising.kinds.convincing import is_convincing
from reengage_desktop.connectors.recognising.kinds.file_names import are_leavers, left_by_name, never_agreed
from reengage_desktop.connectors.recognising.kinds.matching import (
    Feeds,
    is_list_of_leavers,
    is_named_for_leaving,
    leavers_in,
    match_preset,
    missing_of,
    moved_money,
    natural_kind,
    other_file,
    refused_preset,
    says_no_order,
    undated_orders,
    wrong_columns,
    wrong_preset,
)
from reengage_desktop.connectors.recognising.kinds.refunds_alone import only_refunds
from reengage_desktop.connectors.recognising.kinds.titles import titled_otherwise
from reengage_desktop.connectors.recognising.refining.amount_columns import settle_amounts
from reengage_desktop.connectors.recognising.refining.beyond_presets import orders_beyond, people_beyond
from reengage_desktop.connectors.recognising.refining.buyers import note_on_refusals, refusals_of_buyers
from reengage_desktop.connectors.recognising.refining.goods_columns import settle_goods
from reengage_desktop.connectors.recognising.refining.goods_names import name_goods
from reengage_desktop.connectors.recognising.refining.leavers import said_no_beyond, who_left
from reengage_desktop.connectors.recognising.refining.owner_mapping import apply_mapping
from reengage_desktop.connectors.recognising.refining.same_numbers import take_own_number, tell_orders_apart
from reengage_desktop.connectors.recognising.refining.told_currency import one_currency, take_currency_of_heading
from reengage_desktop.connectors.recognising.remarks import remarks
from reengage_desktop.connectors.recognising.rows.events import ROWS_OF, named_kind, note_on_rows
from reengage_desktop.connectors.recognising.rows.moved_rows import moved_rows
from reengage_desktop.connectors.values.profiles import Profile, profile_of
from reengage_desktop.connectors.vocabulary.fields import FIELDS, REQUIRED, ValueType
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.presets import Feed, Preset
from reengage_desktop.connectors.vocabulary.refusals import UnknownColumns, WrongKind
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ImportKind

_SAMPLE_ROWS = 3000


def recognise(  # noqa: PLR0913 - each one is a word of the owner's
    table: Table,
    kind: ImportKind | None,
    *,
    mapping: Mapping[str, str | None] | None = None,
    date_order: str | None = None,
    consent_words: Mapping[str, str] | None = None,
    is_stated: bool = False,
    known_apart: Collection[tuple[str, str]] = (),
    settings: Settings,
) -> Plan:
    """How the file is to be read as records of a kind (None: whatever it holds); raises WrongKind.

    `mapping` {our_field: "Their Column"} goes over everything recognised. `date_order` dmy, mdy or ymd. `consent_words`
    {word: "yes", "no" or nothing}. `is_stated`: the owner says that everyone in the file agreed to be written to.
    `known_apart`: the columns of numbers, and those beside them, that only together told the orders of earlier files.
    """
    sample = _padded(table)
    preset = match_preset(table.header, kind)
    profiles = {name: profile_of([row[at] for row in sample]) for at, name in enumerate(table.header)}
    kind = kind or _kind_of(table, preset, profiles)
    if mapping and (preset is None or kind not in preset.feeds):
        preset = None
    feeds = _feeds(table, kind, preset, profiles, mapping or {}, settings)
    rules = RuleMaker(
        table,
        sample,
        is_whole=len(sample) < _SAMPLE_ROWS,
        zone=settings.zone,
        country=settings.country,
        stated_order=date_order or (preset.date_order if preset else None),
        told={normal(word): meaning for word, meaning in (consent_words or {}).items()},
        in_cents=preset.in_cents if preset else frozenset(),
    )
    is_plain = kind is ImportKind.ORDERS and preset is None
    if is_plain:
        name_goods(table, feeds, mapping or {}, sample)
    apart = tell_orders_apart(table, feeds, mapping or {}, sample, known_apart) if is_plain else None
    if is_plain:
        take_own_number(table, feeds, mapping or {}, sample)
    settle_amounts(table, kind, preset, feeds, mapping or {}, sample)
    plan = _plan(table, kind, preset, feeds, rules)
    if preset is None and kind in ROWS_OF and (rows := ROWS_OF[kind](profiles)):
        plan.only, plan.notes = (rows,), [*plan.notes, note_on_rows(rows, kind)]
    _hear_buyers(plan, refusals_of_buyers(plan, profiles, is_stated=is_stated), table, rules)
    raw = table.sample(300)
    plan.may_be_short = _may_be_short(table, raw, sample, profiles)
    plan.forms = forms_of(raw, len(table.header))
    take_currency_of_heading(plan, table.above, settings)
    if is_plain:
        only, moved = moved_rows(profiles)
        plan.only = only or plan.only
        plan.notes += moved
        plan.corrects = find_correction(plan, table.header, sample)
        plan.refunds = None if plan.corrects else find_refunds(plan, table.header, sample)
    plan.currency = one_currency(table, plan, sample, settings)
    plan.notes += [*table.notes, *filter(None, (apart,)), *rules.notes, *remarks(plan, table, profiles, preset, sample)]
    plan.questions = list(rules.questions)
    if rules.is_whole and sample:
        heard = Heard()
        heard.add(StrangeWords(plan, table.header).count(list(zip(*sample, strict=True))))
        heard.ask(plan)
    return plan


def _padded(table: Table) -> list[list[str]]:
    """The first records, each as wide as the header."""
    width = len(table.header)
    return [(cells + [""] * width)[:width] for _, cells in islice(table.rows(), _SAMPLE_ROWS)]


def _kind_of(table: Table, preset: Preset | None, profiles: Mapping[str, Profile]) -> ImportKind:
    if preset is not None:
        if preset.holds is None:
            raise refused_preset(preset, table.path)
        if (
            preset.holds is ImportKind.CUSTOMERS
            and are_leavers(table.path, preset)
            and not _tells_leavers(table, preset)
        ):
            table.notes.append(left_by_name(table.path))
            return ImportKind.OPTOUTS
        return preset.holds
    kind = (_named(table, profiles) or natural_kind(profiles)) if table.has_header else None
    if kind is None and not table.has_header and not is_named_for_leaving(table.path, profiles):
        raise _headerless(table, ImportKind.ORDERS)
    if kind in (None, ImportKind.CUSTOMERS) and (undated := undated_orders(profiles, table.path)):
        raise undated
    may_have_left = kind in {None, ImportKind.CUSTOMERS, ImportKind.ENQUIRIES} or says_no_order(kind, profiles)
    if may_have_left and is_named_for_leaving(table.path, profiles):
        table.notes.append(left_by_name(table.path))
        return ImportKind.OPTOUTS
    if may_have_left and is_list_of_leavers(profiles):
        return ImportKind.OPTOUTS
    if kind is None:
        if other := other_file(None, {}, table.header, table.path):
            raise other
        raise wrong_columns(ImportKind.CUSTOMERS, {}, profiles, table.path)
    return kind


def _named(table: Table, profiles: Mapping[str, Profile]) -> ImportKind | None:
    """What the file's name says that people did without buying, where no column is about orders."""
    kind = named_kind(table.path)
    if kind is None or {"order_id", "order_total"} & set(guess(ImportKind.ORDERS, profiles)):
        return None
    return None if missing_of(kind, guess(kind, profiles)) else kind


def _feeds(
    table: Table,
    kind: ImportKind,
    preset: Preset | None,
    profiles: Mapping[str, Profile],
    mapping: Mapping[str, str | None],
    settings: Settings,
) -> Feeds:
    feeds = _known(table, kind, preset, profiles) if preset else _plainly_read(table, kind, profiles)
    if kind is ImportKind.PRODUCTS:
        saved_on = datetime.fromtimestamp(table.path.stat().st_mtime, settings.zone).date()
        settle_goods(feeds, profiles, saved_on, settings.currency, is_known=preset is not None)
    settle_contacts(kind, feeds, profiles)
    if kind is ImportKind.OPTOUTS and {"email", "phone"} & set(feeds):
        feeds.pop("customer_id", None)  # a mail tool's own number may be somebody else's in the shop
    if kind is ImportKind.CUSTOMERS and (note := never_agreed(table.path)):
        feeds = without_agreement(feeds)
        table.notes.append(note)
    other = other_file(kind, feeds, table.header, table.path) or moved_money(kind, feeds, profiles, table.path)
    other = other or only_refunds(kind, feeds, profiles, table.path) or titled_otherwise(kind, table)
    if other and preset is None and not mapping:
        raise other
    find_number(kind if preset is None and table.has_header else None, feeds, profiles)
    feeds = apply_mapping(kind, feeds, mapping, table.header)
    if not table.has_header and not feeds:
        raise _headerless(table, kind)
    if missing_of(kind, feeds) or not (mapping or preset or is_convincing(kind, feeds, len(profiles))):
        raise wrong_columns(kind, feeds, profiles, table.path)
    return feeds


def _known(table: Table, kind: ImportKind, preset: Preset, profiles: Mapping[str, Profile]) -> Feeds:
    """What the columns of a known export hold: those that its preset names, and what others say beside them."""
    if kind not in preset.feeds:
        raise wrong_preset(preset, kind, table.path)
    names = set(map(normal, table.header))
    feeds = {name: kept for name, feed in preset.feeds[kind].items() if (kept := _present(feed, names))}
    if missing_of(kind, feeds):
        return guess(kind, profiles) | feeds
    if kind is ImportKind.CUSTOMERS:
        feeds |= people_beyond(feeds, preset, profiles)
        hold_unconfirmed(feeds, profiles)
        return feeds
    return orders_beyond(preset, feeds, profiles) if kind is ImportKind.ORDERS else feeds


def _plainly_read(table: Table, kind: ImportKind, profiles: Mapping[str, Profile]) -> Feeds:
    """What columns without a preset hold; those without names tell at most who left."""
    if kind is ImportKind.OPTOUTS:
        return leavers_in(profiles)
    return guess(kind, profiles) if table.has_header else {}


def _headerless(table: Table, kind: ImportKind) -> UnknownColumns:
    what = "columns of fixed width and no header line" if table.delimiter == " " else "no header line"
    example = '{"customer_id": "Column 1"}' if kind is ImportKind.ORDERS else '{"email": "Column 1"}'
    text = (
        f"“{table.path.name}” has {what}: its first line already holds data. Add a first line that names the columns, "
        f"or name them by position with --mapping, such as {example}; it has {len(table.header)} columns."
    )
    sentence = Sentence("no_header", text, file=table.path.name, number=len(table.header))
    return UnknownColumns(sentence, kind, REQUIRED[kind], {})


def _present(feed: Feed, names: set[str]) -> Feed | None:
    """The feed with only the columns that the file has; None where it has none."""
    kept = [at for at, column in enumerate(feed.columns) if column in names]
    if not kept:
        return None
    meanings = tuple(feed.meanings[at] for at in kept) if feed.meanings else ()
    zone = feed.zone if feed.zone in names else ""
    return Feed(tuple(feed.columns[at] for at in kept), feed.is_joined, feed.suffix, zone, meanings)


def _plan(table: Table, kind: ImportKind, preset: Preset | None, feeds: Feeds, rules: RuleMaker) -> Plan:
    at = {normal(name): place for place, name in reversed(list(enumerate(table.header)))}
    has_guests = kind is ImportKind.ORDERS
    sources = tuple(
        replace(
            _source(name, value_type, feeds[name], table, at, rules), has_guests=has_guests and name == "customer_id"
        )
        for name, value_type in FIELDS[kind].items()
        if name in feeds
    )
    used = {column for source in sources for column in source.columns}
    plan = Plan(
        kind=kind,
        preset=preset.name if preset else None,
        title=preset.title if preset else f"list of {kind}",
        sources=sources,
        columns={each.field: each.main_column for each in sources if not (each.is_mixed and each.field == "phone")},
        left_out=[name for name in table.header if name not in used],
    )
    if preset is not None:
        _add_row_rules(plan, preset, table, at, rules.sample)
    elif kind is ImportKind.OPTOUTS:
        plan.only = who_left(table, rules.sample, feeds, is_whole=rules.is_whole)
    return plan


def _hear_buyers(plan: Plan, feeds: Feeds, table: Table, rules: RuleMaker) -> None:
    """Takes the columns of orders in which buyers left the letters; they are no field of an order."""
    at = {normal(name): place for place, name in reversed(list(enumerate(table.header)))}
    sources = tuple(_source(name, ValueType.CONSENT, feed, table, at, rules) for name, feed in feeds.items())
    heard = tuple(dict.fromkeys(column for source in sources for column in source.columns))
    if heard:
        plan.sources += sources
        plan.left_out = [column for column in plan.left_out if column not in heard]
        plan.notes.append(note_on_refusals(heard))


def _source(
    name: str, value_type: ValueType, feed: Feed, table: Table, at: Mapping[str, int], rules: RuleMaker
) -> Source:
    places = [at[column] for column in feed.columns]
    is_moment = value_type in {ValueType.MOMENT, ValueType.DAY}
    return Source(
        field=name,
        type=value_type,
        columns=tuple(table.header[place] for place in places),
        is_joined=feed.is_joined,
        suffix=feed.suffix,
        zone_column=table.header[at[feed.zone]] if feed.zone else None,
        meanings=feed.meanings,
        is_mixed=feed.is_mixed,
        has_calling_code=feed.has_calling_code,
        terms=replace(feed.terms, columns=tuple(table.header[at[each]] for each in feed.terms.columns))
        if feed.terms
        else None,
        told=_told(places, rules) if value_type is ValueType.CONSENT else None,
        dates=rules.dates(name, places, is_day=value_type is ValueType.DAY) if is_moment else None,
        amounts=rules.amounts(places) if value_type in {ValueType.MONEY, ValueType.QUANTITY} else None,
    )


def _told(places: Sequence[int], rules: RuleMaker) -> Mapping[str, str]:
    return told_beside({row[place] for row in rules.sample for place in places}, rules.told)


def _add_row_rules(
    plan: Plan, preset: Preset, table: Table, at: Mapping[str, int], sample: Sequence[Sequence[str]]
) -> None:
    def rule(column: str, words: tuple[str, ...]) -> tuple[RowRule, ...]:
        return (RowRule(table.header[at[column]], words),) if column in at else ()

    plan.source = preset.source
    plan.notes += [Sentence("export_note", note) for note in preset.notes[plan.kind]]
    plan.heads_are_unique = preset.heads_are_unique and plan.kind is ImportKind.ORDERS
    plan.head_columns = tuple(table.header[at[column]] for column in preset.head_columns if column in at)
    plan.only = tuple(found for column, words in preset.only[plan.kind] for found in rule(column, words))
    if plan.kind is ImportKind.OPTOUTS and preset.only[plan.kind]:
        plan.only += said_no_beyond(table, sample, {column for column, _ in preset.only[plan.kind]})
    plan.constants = preset.constants[plan.kind]
    if preset.refunds and plan.kind is ImportKind.ORDERS:
        plan.refunds = next(iter(rule(*preset.refunds)), None)
    if preset.fill:
        plan.fill_by = next((table.header[at[column]] for column in preset.fill[0] if column in at), None)
        plan.fill_columns = tuple(table.header[at[column]] for column in preset.fill[1] if column in at)
    if plan.kind is ImportKind.OPTOUTS and preset.only[plan.kind] and not plan.only and not _says_gone(table):
        text = (
            f"“{table.path.name}” is a {preset.title} in which no column says who opted out. Export the list of "
            "those who unsubscribed, or import it as customers."
        )
        raise WrongKind(Sentence("no_leavers", text, file=table.path.name, export=preset.title))


def _tells_leavers(table: Table, preset: Preset) -> bool:
    """Whether a column that says who left is there: then it need not be the file's name."""
    names = set(map(normal, table.header))
    return any(column in names for column, _ in preset.only[ImportKind.OPTOUTS])


def _says_gone(table: Table) -> bool:
    """Whether the file's name says that everyone in it has opted out, as newsletter tools name such exports."""
    name = table.path.name.casefold()
    return name.startswith(("unsubscribed", "cleaned", "bounced", "optout", "opt-out", "suppress"))


def _may_be_short(
    table: Table, raw: Sequence[Sequence[str]], sample: Sequence[Sequence[str]], profiles: Mapping[str, Profile]
) -> bool:
    """Whether rows without their last cells are whole: many are short, or the last column is mostly empty anyway."""
    short = sum(len(cells) < len(table.header) for cells in raw)
    last = profiles[table.header[-1]]
    return short > 0.3 * len(raw) or last.filled < 0.5 * max(1, len(sample))
