"""How one file will be read: which column feeds which field, and by what rule. Made once, shown, obeyed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reengage_desktop.connectors.checking.forms import Form
from reengage_desktop.connectors.values.amounts import AmountRule
from reengage_desktop.connectors.values.dates import DateRule
from reengage_desktop.connectors.vocabulary.fields import ValueType
from reengage_desktop.connectors.vocabulary.sales import Terms
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.vocabulary import ImportKind


@dataclass(frozen=True)
class Question:
    """Something that only the owner knows for certain. `chosen` is what is done without an answer."""

    field: str
    column: str
    text: Sentence
    options: tuple[str, ...]
    chosen: str


@dataclass(frozen=True)
class Source:
    """Where one field's values come from.

    `columns`: the first one that is filled counts; `is_joined`: all of them, with blanks between. `meanings`: per
    column, words (in comparable form, `*` is any other filled cell) and what they mean; a cell without a meaning leaves
    the next column to speak. `suffix` is added to a filled cell; `zone_column` names the time zone of a row's times.
    `told`: what the owner says that words of consent mean (`yes`, `no`, nothing). `is_mixed`: the column feeds e-mail
    addresses and phone numbers, and what is one of them is no fault of the other. `has_guests`: the customer's number 0
    is that of all guests, and nobody's. `holds_back`: a word of consent that means nothing to us is `HELD_BACK`.
    `has_calling_code`: the first of the joined columns is the calling code of a country. `terms`: when the first
    column counts, which is the price of a sale; 0 is none.
    """

    field: str
    type: ValueType
    columns: tuple[str, ...]
    is_joined: bool = False
    suffix: str = ""
    zone_column: str | None = None
    meanings: tuple[Mapping[str, str] | None, ...] = ()
    told: Mapping[str, str] | None = None
    dates: DateRule | None = None
    amounts: AmountRule | None = None
    is_mixed: bool = False
    has_guests: bool = False
    holds_back: bool = False
    has_calling_code: bool = False
    terms: Terms | None = None

    @property
    def main_column(self) -> str:
        """The column to name for the field: one whose own words count, before one that only tells an exception.

        Of a phone it is the number's own, and not that of the code before it.
        """
        if self.is_joined and self.type is ValueType.PHONE:
            return self.columns[-1]
        spoken = zip(self.columns, self.meanings, strict=False)
        return next((column for column, meanings in spoken if not meanings or "*" not in meanings), self.columns[0])


@dataclass(frozen=True)
class RowRule:
    """Rows singled out by a column's word: `words` in comparable form, or patterns between slashes for whole cells.

    An empty tuple is any filled cell.
    """

    column: str
    words: tuple[str, ...]


@dataclass
class Plan:
    """What a file is and how it is read.

    `source` is the namespace of the file's own ids, empty for plain files. `currency` is the file's one currency where
    it names just one. `heads_are_unique`: a second first row of an order is a doubled export. `head_columns`: a row in
    which all of these are blank continues the order above it. `only`: one of these
    must hold for a row to count. `refunds`: rows that take money back.
    `corrects`: the column in which a credit note names its invoice. `fill_columns` repeat from the row above while
    `fill_by` stays the same. `may_be_short`: rows that lack their last cells are whole, unless their cells contradict
    `forms` (by column). `has_unheard`: whether columns of consent hold words that mean nothing to us is
    known when the whole file is read, and not before.
    """

    kind: ImportKind
    preset: str | None
    title: str
    sources: tuple[Source, ...]
    columns: dict[str, str]
    left_out: list[str] = field(default_factory=list)
    notes: list[Sentence] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    source: str = ""
    currency: str | None = None
    heads_are_unique: bool = False
    head_columns: tuple[str, ...] = ()
    only: tuple[RowRule, ...] = ()
    refunds: RowRule | None = None
    corrects: str | None = None
    fill_by: str | None = None
    fill_columns: tuple[str, ...] = ()
    constants: Mapping[str, str] = field(default_factory=dict)
    may_be_short: bool = False
    has_unheard: bool = True
    forms: tuple[Form | None, ...] = ()

    def has(self, *fields: str) -> bool:
        """Whether any of these fields has a column."""
        return any(name in self.columns for name in fields)

    @property
    def joins_numbers(self) -> bool:
        """Whether an order's number is made of several columns: the number, and where or when it was given."""
        return any(source.field == "order_id" and source.is_joined for source in self.sources)
