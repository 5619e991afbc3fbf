"""Why a setting was not taken, and what is wrong with the settings taken together, in the owner's words."""

from reengage_desktop.domain.setting_faults import FaultKind, SettingsFault
from reengage_desktop.domain.settings import SettingFault
from reengage_desktop.ui.telling import fault_words
from reengage_desktop.ui.wording import translate


def refusal_sentence(key: str, problem: BaseException) -> str:
    """The sentence under a field whose text was not taken."""
    if not isinstance(problem, SettingFault):
        return fault_words(problem)
    last = key.rpartition(".")[2]
    return f"{_expectations().get(last) or _by_ending(last)} {translate('Refusals', 'What was there before stays.')}"


def _expectations() -> dict[str, str]:
    mail = translate("Refusals", "This is no e-mail address; one looks like you@example.com.")
    number = translate("Refusals", "This is no phone number; one looks like +442079460123.")
    return {
        "reply_to": mail,
        "from_address": mail,
        "unsubscribe_address": mail,
        "from_number": number,
        "whatsapp_from": number,
        "host": translate("Refusals", "This is no server; one looks like smtp.example.com."),
        "region": translate("Refusals", "This is no region of AWS; one looks like eu-west-1."),
        "api_version": translate("Refusals", "This is no version; one looks like v23.0."),
        "timezone": translate("Refusals", "This is no time zone; one looks like Europe/Berlin."),
        "country": translate("Refusals", "There is no such country."),
        "currency": translate("Refusals", "There is no such currency."),
        "holidays": translate("Refusals", "Write days like 2026-12-24, or 12-25 for every year, with commas between."),
        "allowed_weekdays": translate("Refusals", "Leave at least one day: else nothing would ever go."),
        "price": translate("Refusals", "Write an amount such as 0.07."),
        "loyalty_min_ltv": translate("Refusals", "Write an amount such as 250 or 99.50."),
        "base_url": translate("Refusals", "An address begins with https://."),
        "proxy": translate(
            "Refusals",
            "A proxy looks like http://proxy.example.com:3128, or http://user@proxy.example.com:3128. Its password "
            "goes into the field of its own.",
        ),
        "website": translate("Refusals", "Your website looks like https://shop.example.com."),
        "postal_address": translate("Refusals", "Write plain text only."),
        "name": translate("Refusals", "Write one line, of 100 characters at most."),
    }


def _by_ending(last: str) -> str:
    if last.endswith(("_id", "_sid", "name", "folder", "stream")):
        return translate("Refusals", "Write one line of plain text.")
    return translate("Refusals", "This can't be taken.")


def fault_sentence(fault: SettingsFault) -> str:
    """What is wrong with the settings taken together (B6), under the field that mends it."""
    sentences = {
        FaultKind.NO_CHANNEL: translate("Faults", "No channel is chosen: nobody can be written to."),
        FaultKind.CAPS: translate("Faults", "This is less than in 7 days: it is the limit that counts then."),
        FaultKind.NOBODY_LEFT: translate(
            "Faults", "This is not later than “stopped buying”: nobody is left to write to."
        ),
        FaultKind.NO_POSTAL_ADDRESS: translate("Faults", "Still empty: no e-mail starts without it."),
        FaultKind.NO_NAME: translate("Faults", "Still empty: your customers would not know who writes."),
        FaultKind.NO_HOUR: translate("Faults", "The same as the beginning: no hour of the day would be left."),
        FaultKind.NO_DAY: translate("Faults", "No day of the year is left: nothing would ever go."),
        FaultKind.EXPIRES_IN_PAUSE: translate(
            "Faults", "Shorter than your longest pause between allowed days: what waits meanwhile would never go."
        ),
    }
    return sentences.get(fault.kind, fault.sentence)
