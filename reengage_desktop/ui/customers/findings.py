"""What the checks found, in the owner's language, with her locale's money and dates."""

from collections.abc import Callable

from reengage_desktop.domain.findings import Finding, Found
from reengage_desktop.domain.money import Money
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.wording import translate


def finding_text(finding: Finding) -> str:
    """The finding in one sentence."""
    text = _WORDS[finding.found](finding)
    if finding.channel is not None:
        text = f"{wording.channel_name(finding.channel)}: {text}"
    elif finding.campaign_type is not None and finding.found is not Found.BETTER_FIRST:
        text = f"{wording.campaign_name(finding.campaign_type)}: {text}"
    return f"{text} {translate('Checks', 'This campaign is switched off.')}" if finding.is_off else text


def _ago(finding: Finding) -> str:
    days = finding.days or 0
    near = {0: translate("Checks", "today"), 1: translate("Checks", "yesterday")}
    return near.get(days) or translate("Checks", "%Ln days ago", "", days)


def _with_limit(text: str, finding: Finding) -> str:
    return text.replace("{limit}", formats.number(finding.limit or 0))


def _with_day(text: str, finding: Finding) -> str:
    return text.replace("{day}", "" if finding.on is None else formats.long_day(finding.on))


def _money(amount: Money | None) -> str:
    return "" if amount is None else formats.amount(amount.minor, amount.currency)


def _with_money(text: str, finding: Finding) -> str:
    product = f"“{finding.words}”" if finding.words else translate("Checks", "a product seen before")
    filled = text.replace("{before}", _money(finding.before)).replace("{price}", _money(finding.price))
    return filled.replace("{product}", product)


def _messages(finding: Finding) -> str:
    return translate("Checks", "%Ln messages", "", finding.count or 0)


def _silence(finding: Finding) -> str:
    text = translate("Checks", "Last purchase {ago}; from {limit} days on it counts as “stopped buying”.")
    return _with_limit(text, finding).replace("{ago}", _ago(finding))


def _gone(finding: Finding) -> str:
    text = translate("Checks", "Last purchase {ago}; nobody is written to after more than {limit} days.")
    return _with_limit(text, finding).replace("{ago}", _ago(finding))


def _lapse(finding: Finding) -> str:
    text = translate("Checks", "{messages} since the last purchase (limit: {limit}).")
    return _with_limit(text, finding).replace("{messages}", _messages(finding))


def _lapse_unlimited(finding: Finding) -> str:
    text = translate("Checks", "{messages} since the last purchase (no limit).")
    return text.replace("{messages}", _messages(finding))


def _cap(finding: Finding) -> str:
    text = translate("Checks", "{messages} in {span} days (limit: {limit}).")
    return _with_limit(text, finding).replace("{messages}", _messages(finding)).replace("{span}", str(finding.span))


def _last_message(finding: Finding) -> str:
    text = translate("Checks", "Last message written {ago}; the next one follows after {limit} days.")
    return _with_limit(text, finding).replace("{ago}", _ago(finding))


def _closed_day(finding: Finding) -> str:
    return _with_day(translate("Checks", "Today you let no messages go; the next day is {day}."), finding)


def _reaches(finding: Finding) -> str:
    return translate("Checks", "agreed, and {address} can be reached.").replace("{address}", finding.words)


def _fails(finding: Finding) -> str:
    return f"{wording.reason_text(finding.reason)}."


def _day_limit(finding: Finding) -> str:
    text = translate("Checks", "{count} of {limit} automatic messages were written today.")
    return _with_limit(text, finding).replace("{count}", formats.number(finding.count or 0))


def _day_full(finding: Finding) -> str:
    text = translate("Checks", "{count} of {limit} automatic messages were written today; others come first.")
    return _with_limit(text, finding).replace("{count}", formats.number(finding.count or 0))


def _better(finding: Finding) -> str:
    text = translate("Checks", "“{campaign}” fits better and goes first.")
    return text.replace("{campaign}", wording.campaign_name(finding.campaign_type or ""))


def _lacks(finding: Finding) -> str:
    return translate("Checks", "The template needs “{field}”, which is not known here.").replace(
        "{field}", finding.words
    )


def _faulty(finding: Finding) -> str:
    return translate("Checks", "The template can't be used: {fault}").replace("{fault}", finding.words)


_WORDS: dict[Found, Callable[[Finding], str]] = {
    Found.NOT_CONCERNED: lambda _: translate("Checks", "Does not concern somebody who never bought."),
    Found.SWITCH_ON: lambda _: translate("Checks", "Automatic messages are switched on."),
    Found.SWITCH_OFF: lambda _: translate("Checks", "Automatic messages are switched off."),
    Found.NO_IMPORT: lambda _: translate("Checks", "No file is being imported."),
    Found.IMPORT_RUNNING: lambda _: translate("Checks", "A file is just being imported."),
    Found.NEVER_BOUGHT: lambda _: translate("Checks", "Has never bought."),
    Found.LAST_BOUGHT: lambda it: _with_day(translate("Checks", "Has bought, last on {day}."), it),
    Found.SILENCE: _silence,
    Found.GONE: _gone,
    Found.GONE_UNLIMITED: lambda _: translate("Checks", "There is no limit to how long ago the last purchase may be."),
    Found.LAPSE: _lapse,
    Found.LAPSE_UNLIMITED: _lapse_unlimited,
    Found.NOTHING_WAITS: lambda _: translate("Checks", "No other message is waiting."),
    Found.ANOTHER_WAITS: lambda _: translate("Checks", "Another message to this customer is still waiting."),
    Found.CAP: _cap,
    Found.NO_MESSAGE_YET: lambda _: translate("Checks", "No message since the last purchase."),
    Found.LAST_MESSAGE: _last_message,
    Found.NO_DAY: lambda _: translate("Checks", "You let messages go on no day of the week."),
    Found.ALLOWED_DAY: lambda _: translate("Checks", "Messages may go today."),
    Found.CLOSED_DAY: _closed_day,
    Found.NO_CHANNEL: lambda _: translate("Checks", "No channel is chosen for automatic messages."),
    Found.CHANNEL_REACHES: _reaches,
    Found.CHANNEL_NOT_NEEDED: lambda _: translate("Checks", "not needed, an earlier channel reaches this customer."),
    Found.CHANNEL_FAILS: _fails,
    Found.NOTHING_BACK: lambda _: translate("Checks", "nothing that was missed has come back."),
    Found.BACK: lambda it: _with_money(translate("Checks", "{product} is back."), it),
    Found.NOTHING_CHEAPER: lambda _: translate("Checks", "nothing that was looked at got cheaper."),
    Found.CHEAPER: lambda it: _with_money(translate("Checks", "{product} went from {before} to {price}."), it),
    Found.LOYALTY_OFF: lambda _: translate("Checks", "you have not said from which amount on it is given."),
    Found.LOYALTY: lambda it: _with_money(translate("Checks", "spent {before}, needed {price}."), it),
    Found.LOYALTY_HOLDS_CODE: lambda it: _with_money(
        translate("Checks", "spent {before}, needed {price}; a code is still good."), it
    ),
    Found.NO_ARRIVALS: lambda _: translate("Checks", "nothing new in the categories bought from."),
    Found.ARRIVALS: lambda it: _with_day(
        translate("Checks", "new products in the categories bought from, the latest of {day}."), it
    ),
    Found.FITS_ALL: lambda _: translate("Checks", "fits everybody who stopped buying."),
    Found.BETTER_FIRST: _better,
    Found.EVERY_FITTING_OFF: lambda _: translate("Checks", "Every campaign that fits is switched off."),
    Found.NO_CONTROL_GROUP: lambda _: translate("Checks", "There is no control group."),
    Found.IN_CONTROL_GROUP: lambda it: _with_limit(
        translate("Checks", "Belongs to the {limit}\u00a0% who are never written to (control group)."), it
    ),
    Found.NOT_IN_CONTROL_GROUP: lambda it: _with_limit(
        translate("Checks", "Does not belong to the {limit}\u00a0% who are never written to (control group)."), it
    ),
    Found.DAY_UNLIMITED: lambda _: translate("Checks", "There is no limit for a day."),
    Found.DAY_LIMIT: _day_limit,
    Found.DAY_FULL: _day_full,
    Found.TEXT_FILLED: lambda _: translate("Checks", "Every field of the template can be filled."),
    Found.TEXT_LATER: lambda _: translate("Checks", "The template's fields: asked once everything else allows it."),
    Found.TEXT_LACKS: _lacks,
    Found.TEXT_UNAPPROVED: lambda _: translate(
        "Checks",
        "Names no wording that WhatsApp approved, and this customer has not written within the last 24 hours.",
    ),
    Found.TEXT_IN_WINDOW: lambda it: _with_day(
        translate("Checks", "Has written to you lately: WhatsApp takes any words until {time}, {day}."), it
    ).replace("{time}", it.words),
    Found.TEXT_FAULTY: _faulty,
}
