"""What the owner calls the fields and comparisons of criteria, and whole criteria as one sentence."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from reengage_desktop.domain.criteria import FIELDS, Condition, Criteria, FieldKind, Value
from reengage_desktop.domain.money import to_minor
from reengage_desktop.domain.vocabulary import ChannelName, Segment
from reengage_desktop.ui import formats, wording

translate = QCoreApplication.translate


def field_name(field: str) -> str:
    """What the owner calls a field."""
    names = {
        "last_order_days": translate("Criteria", "Last order"),
        "first_order_days": translate("Criteria", "First order"),
        "last_contact_days": translate("Criteria", "Last contact"),
        "last_enquiry_days": translate("Criteria", "Last enquiry"),
        "orders_count": translate("Criteria", "Number of orders"),
        "enquiries_count": translate("Criteria", "Number of enquiries"),
        "lifetime_value": translate("Criteria", "Spent in all"),
        "average_order_value": translate("Criteria", "Average order"),
        "rhythm_percent": translate("Criteria", "No purchase for"),
        "best_percent": translate("Criteria", "Best customers"),
        "status": translate("Criteria", "Status"),
        "agent": translate("Criteria", "Looked after by"),
        "category": translate("Criteria", "Category bought"),
        "product": translate("Criteria", "Product bought"),
        "tag": translate("Criteria", "Tag"),
        "service_type": translate("Criteria", "Service asked for"),
        "segment": translate("Criteria", "Kind of customer"),
        "country": translate("Criteria", "Country"),
        "language": translate("Criteria", "Language"),
        "agreed_channel": translate("Criteria", "Agreed to"),
        "city": translate("Criteria", "City"),
        "never_ordered": translate("Criteria", "Has never ordered"),
        "customer_id": translate("Criteria", "Fixed list"),
        "got_campaign": translate("Criteria", "Got a campaign"),
    }
    return names.get(field, field.replace("_", " "))


def op_name(kind: FieldKind, op: str) -> str:
    """What the owner calls a comparison for a kind of field."""
    return _op_names(kind).get(op, op.replace("_", " "))


def _op_names(kind: FieldKind) -> dict[str, str]:
    if kind is FieldKind.DAYS:
        own = {
            "is_filled": translate("Criteria", "at some time"),
            "is_empty": translate("Criteria", "never"),
            "is": translate("Criteria", "exactly"),
            "is_not": translate("Criteria", "not exactly"),
        }
    elif kind in (FieldKind.COUNT, FieldKind.MONEY, FieldKind.PERCENT):
        own = {
            "is_filled": translate("Criteria", "is known"),
            "is_empty": translate("Criteria", "is not known"),
            "is": translate("Criteria", "exactly"),
            "is_not": translate("Criteria", "not exactly"),
        }
    else:
        own = {
            "is_filled": translate("Criteria", "is given"),
            "is_empty": translate("Criteria", "is not given"),
            "is": translate("Criteria", "is"),
            "is_not": translate("Criteria", "is not"),
        }
    return {
        "more_than": translate("Criteria", "more than"),
        "less_than": translate("Criteria", "less than"),
        "at_least": translate("Criteria", "at least"),
        "at_most": translate("Criteria", "at most"),
        "between": translate("Criteria", "between"),
        "in": translate("Criteria", "is one of"),
        "not_in": translate("Criteria", "is none of"),
        "contains": translate("Criteria", "contains"),
        **own,
    }


def unit_of(field: str) -> str:
    """What follows the number of a field."""
    if FIELDS[field].kind is FieldKind.DAYS:
        return translate("Criteria", "days ago")
    if field == "rhythm_percent":
        return translate("Criteria", "% of the usual gap between orders")
    if field == "best_percent":
        return translate("Criteria", "% of all, by what they spent")
    return ""


def value_name(field: str, value: object) -> str:
    """What the owner calls one of a field's values."""
    if field == "segment":
        return wording.segment_name(Segment(str(value)))
    if field == "agreed_channel":
        return wording.channel_name(ChannelName(str(value)))
    return str(value)


def sentence_of(criteria: Criteria, currency: str) -> str:
    """The criteria in words; amounts in the shop's currency."""
    if not criteria.parts:
        return translate("Criteria", "All customers")
    parts = [_part(part, currency) for part in criteria.parts]
    if criteria.mode == "not":
        text = translate("Criteria", "not ({conditions})")
        return text.replace("{conditions}", translate("Criteria", " or ").join(parts))
    joined = translate("Criteria", " and ") if criteria.mode == "all" else translate("Criteria", " or ")
    return joined.join(parts)


def _part(part: Condition | Criteria, currency: str) -> str:
    if isinstance(part, Criteria):
        inner = sentence_of(part, currency)
        return inner if part.mode == "not" or len(part.parts) < 2 else f"({inner})"
    kind = FIELDS[part.field].kind
    if kind is FieldKind.SWITCH:
        never = bool(part.value) is (part.op == "is")
        return field_name(part.field) if never else translate("Criteria", "Has ordered")
    if kind is FieldKind.IDS:
        return _ids(part)
    if part.field == "segment":
        words = _value(part, currency)
        left_out = translate("Criteria", "not {customers}").replace("{customers}", words)
        return words if part.op in ("is", "in") else left_out
    # “days ago” belongs to a number of days, not to “never”.
    unit = "" if part.value is None else unit_of(part.field)
    return " ".join(filter(None, (field_name(part.field), op_name(kind, part.op), _value(part, currency), unit)))


def _ids(part: Condition) -> str:
    count, is_among = len(part.value) if isinstance(part.value, tuple) else 1, part.op in ("is", "in")
    if part.field == "got_campaign":
        got = translate("Criteria", "got one of %Ln campaigns", "", count)
        return got if is_among else translate("Criteria", "got none of %Ln campaigns", "", count)
    words = translate("Criteria", "one of %Ln chosen customers", "", count)
    return words if is_among else translate("Criteria", "none of %Ln chosen customers", "", count)


def _value(part: Condition, currency: str) -> str:
    value = part.value
    if value is None:
        return ""
    if part.op == "between" and isinstance(value, tuple):
        text = translate("Criteria", "{low} and {high}")
        low, high = (_number(part.field, each, currency) for each in value)
        return text.replace("{low}", low).replace("{high}", high)
    if isinstance(value, tuple):
        return ", ".join(value_name(part.field, each) for each in value)
    return _number(part.field, value, currency)


def _number(field: str, value: Value, currency: str) -> str:
    kind = FIELDS[field].kind
    if kind is FieldKind.MONEY:
        return formats.amount(to_minor(Decimal(str(value)), currency), currency)
    if kind in (FieldKind.DAYS, FieldKind.COUNT, FieldKind.PERCENT):
        return formats.number(int(str(value)))
    return value_name(field, value)
