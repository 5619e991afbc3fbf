"""The columns of the results: what each counts, how it is written, and which customers are behind it."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from reengage_desktop.domain.figures import Results
from reengage_desktop.domain.judging import judge
from reengage_desktop.domain.money import to_decimal, to_minor
from reengage_desktop.ui import formats

translate = QCoreApplication.translate


@dataclass(frozen=True)
class ResultColumn:
    """One column. `figure`: the name under which its customers are found; empty: there is no list behind it."""

    heading: str
    definition: str
    text: Callable[[Results], str]
    plain: Callable[[Results], str | float]
    figure: str = ""
    count: Callable[[Results], int] = lambda _results: 0


def result_columns(currency: str) -> list[ResultColumn]:
    """All columns from left to right, but the first with the names."""
    amount = _money_column(currency)
    came_back = _count(
        "converted",
        translate("ResultColumns", "Came back"),
        translate("ResultColumns", "Messages after which the customer bought within the days that count."),
    )
    return [*_arrival_columns(), came_back, _rate_column(), amount, *_cost_columns(currency), *_loss_columns()]


def _count(name: str, heading: str, definition: str) -> ResultColumn:
    def count(results: Results) -> int:
        value: int = getattr(results, name)
        return value

    return ResultColumn(heading, definition, lambda results: formats.number(count(results)), count, name, count)


def _arrival_columns() -> list[ResultColumn]:
    return [
        _count(
            "sent",
            translate("ResultColumns", "Sent"),
            translate("ResultColumns", "Messages that a provider took in this time."),
        ),
        _count(
            "delivered",
            translate("ResultColumns", "Delivered"),
            translate("ResultColumns", "Messages that the provider says arrived; not every provider tells."),
        ),
        _count(
            "opened",
            translate("ResultColumns", "Opened ≈"),
            translate("ResultColumns", "Rough: many mail programs hide it, and some open messages by themselves."),
        ),
        _count(
            "clicked",
            translate("ResultColumns", "Clicked"),
            translate("ResultColumns", "Messages in which a link was followed."),
        ),
        _count(
            "answered",
            translate("ResultColumns", "Answered"),
            translate("ResultColumns", "Messages that the customer answered."),
        ),
        _count(
            "said_yes",
            translate("ResultColumns", "Said yes"),
            translate("ResultColumns", "Calls in which the customer said yes; money counts only when an order comes."),
        ),
    ]


def _rate_column() -> ResultColumn:
    def text(results: Results) -> str:
        if results.sent and judge(results.converted, results.sent) is None:
            return translate("ResultColumns", "too few")
        return formats.rate(results.converted, results.sent)

    definition = translate("ResultColumns", "Came back ÷ sent. Fewer than about {count} messages are too few to judge.")
    return ResultColumn(
        translate("ResultColumns", "Of those sent"),
        definition.replace("{count}", formats.enough_to_judge()),
        text,
        lambda results: judge(results.converted, results.sent) or "",
    )


def _money_column(currency: str) -> ResultColumn:
    return ResultColumn(
        translate("ResultColumns", "Money"),
        translate("ResultColumns", "What the orders of those who came back were worth, less what was paid back later."),
        lambda results: formats.amount(results.revenue_minor, currency),
        lambda results: float(to_decimal(results.revenue_minor, currency)),
        "converted",
        lambda results: results.converted,
    )


def _cost_columns(currency: str) -> list[ResultColumn]:
    def is_known(results: Results) -> bool:
        return bool(results.sent) and not results.unpriced

    def cost(results: Results) -> str:
        return formats.amount(to_minor(results.cost, currency), currency) if is_known(results) else "–"

    def back(results: Results) -> str:
        if not (is_known(results) and results.cost):
            return "–"
        return formats.amount(round(results.revenue_minor / results.cost), currency)

    def plain_back(results: Results) -> str | float:
        if not (is_known(results) and results.cost):
            return ""
        return float(to_decimal(round(results.revenue_minor / results.cost), currency))

    definition = translate(
        "ResultColumns", "Money brought back for each {one} that the messages cost; nobody's time is counted."
    )
    one = formats.amount(to_minor(Decimal(1), currency), currency, whole=True)
    return [
        ResultColumn(
            translate("ResultColumns", "Cost"),
            translate(
                "ResultColumns",
                "At the prices under Settings, Connections; a text message by its parts, mail and push nothing a "
                "piece. – : no price is entered.",
            ),
            cost,
            lambda results: float(results.cost) if is_known(results) else "",
        ),
        ResultColumn(
            translate("ResultColumns", "Back per {one}").replace("{one}", one),
            definition.replace("{one}", one),
            back,
            plain_back,
        ),
    ]


def _loss_columns() -> list[ResultColumn]:
    return [
        _count(
            "opted_out",
            translate("ResultColumns", "Opted out"),
            translate("ResultColumns", "Messages after which the customer said no more."),
        ),
        _count(
            "bounced",
            translate("ResultColumns", "Undelivered"),
            translate("ResultColumns", "Messages that came back because the address does not work."),
        ),
        _count(
            "complained",
            translate("ResultColumns", "Marked as spam"),
            translate("ResultColumns", "Messages that the customer marked as spam, where the provider tells."),
        ),
    ]
