"""What a provider answered when it was asked, and what the DNS says of the sender's domain, in the owner's words."""

from collections.abc import Mapping

from PySide6.QtCore import QLocale

from reengage_desktop.domain.sender_domain import Check, Finding, Verdict
from reengage_desktop.jobs.tasks.connections import Connection, Standing, TestKind
from reengage_desktop.ui import formats
from reengage_desktop.ui.notices import account_reason
from reengage_desktop.ui.telling import bracketed, told_words
from reengage_desktop.ui.wording import translate

Figures = Mapping[str, str | int]
_ANSWERED = (Standing.WORKS, Standing.REFUSED, Standing.UNREACHABLE)


def answer_sentence(kind: TestKind, figures: Figures) -> str:
    """What the answer means for the customers."""
    text = _kinds()[kind]
    text = text.replace(" ({words})", bracketed(told_words(str(figures.get("words", "")))))
    if kind is TestKind.REFUSED:
        text = text.replace("{reason}", account_reason(str(figures.get("cause", "")) or None))
    text = text.replace("{sender}", str(figures.get("sender", "")))
    return text.replace("{what}", _id_word(str(figures.get("what", ""))))


def answer_role(kind: TestKind) -> str:
    """How an answer is shown: that nobody but the owner's own numbers is written to is no good news."""
    if kind in (TestKind.ON_TRIAL, TestKind.UNREACHABLE, TestKind.UNREADABLE):
        return "warn"
    return "ok" if kind is TestKind.WORKS else "bad"


def standing_sentence(found: Connection, when: str) -> tuple[str, str]:
    """What is to be said of a connection beside its chip, and its role; `when` it is tried again by itself."""
    answer, standing = found.answer, found.standing
    if answer is not None and found.until is None and standing in _ANSWERED:
        return answer_sentence(answer.kind, answer.figures), answer_role(answer.kind)
    texts = {
        Standing.REFUSED: (
            translate(
                "Answers", "It refused: {reason} ({words}). Nothing goes this way until that is mended and tested."
            ),
            "bad",
        ),
        Standing.LIMITED: (
            translate("Answers", "It takes no more for now ({words}). What waits goes by itself: {when}."),
            "warn",
        ),
        Standing.UNREACHABLE: (
            translate("Answers", "It can't be reached ({words}). Nothing is lost; it is tried again: {when}."),
            "warn",
        ),
        Standing.UNASKED: (
            translate(
                "Answers",
                "Who said no could not be asked ({words}). Nothing goes this way until it was; it is asked again "
                "before anything is sent.",
            ),
            "warn",
        ),
        Standing.LOCKED: (
            translate("Answers", "Its keys are locked away, so nobody knows whether it is connected."),
            "warn",
        ),
        Standing.NOT_YET: (
            translate("Answers", "Its key can be kept here; this version can't send through it yet."),
            "muted",
        ),
    }
    text, role = texts.get(standing, ("", "muted"))
    text = text.replace("{reason}", account_reason(found.cause)).replace("{when}", when)
    return text.replace(" ({words})", bracketed(told_words(found.detail))), role


def answer_facts(figures: Figures) -> str:
    """Account, sender, money and limits, as far as the provider tells them."""
    facts = [
        _fact(translate("Answers", "Account: {text}"), figures.get("account")),
        _fact(translate("Answers", "Sender: {text}"), figures.get("sender")),
        _fact(translate("Answers", "Balance: {text}"), _balance(figures)),
        _quota(figures),
        _fact(translate("Answers", "Spending limit: {text}"), figures.get("spend_limit")),
        _fact(translate("Answers", "Approved templates: {text}"), figures.get("templates")),
        _fact(translate("Answers", "Quality: {text}"), figures.get("quality")),
        _fact(translate("Answers", "Folder: {text}"), figures.get("folder")),
        _fact(translate("Answers", "Mails in it: {text}"), figures.get("mails")),
    ]
    return " · ".join(filter(None, facts))


def finding_sentence(found: Finding) -> str:
    """One thing about the domain, and what to do where something is."""
    return _findings()[found.check, found.verdict].replace("{domain}", found.domain)


def _fact(text: str, value: str | int | None) -> str:
    if value in (None, ""):
        return ""
    shown = formats.number(value) if isinstance(value, int) else str(value)
    return text.replace("{text}", shown)


def _balance(figures: Figures) -> str:
    amount, currency = figures.get("balance"), str(figures.get("currency") or "")
    try:
        shown = QLocale().toString(float(str(amount)), "f", 2)
    except ValueError:
        shown = "" if amount is None else str(amount)
    return " ".join(filter(None, (shown, currency)))


def _quota(figures: Figures) -> str:
    day, sent, left = (figures.get(name) for name in ("quota_day", "sent_day", "quota_left"))
    if isinstance(day, int) and isinstance(sent, int):
        text = translate("Answers", "Today: {sent} of {day}")
        return text.replace("{sent}", formats.number(sent)).replace("{day}", formats.number(day))
    if isinstance(day, int):
        return translate("Answers", "A day: {day}").replace("{day}", formats.number(day))
    return _fact(translate("Answers", "Left: {text}"), left)


def _id_word(what: str) -> str:
    words = {
        "assistant": translate("Answers", "assistant"),
        "phone number": translate("Answers", "phone number"),
    }
    return words.get(what, what)


def _kinds() -> dict[TestKind, str]:
    return {
        TestKind.WORKS: translate("Answers", "✓ Works: messages would be taken. Nothing was sent."),
        TestKind.ON_TRIAL: translate(
            "Answers",
            "✓ Works, but on trial: only addresses and numbers that you have verified there get anything. Ask the "
            "provider to end the trial before you write to customers.",
        ),
        TestKind.NOT_CONFIGURED: translate("Answers", "Something is still missing, so nobody gets a message this way."),
        TestKind.UNREACHABLE: translate(
            "Answers",
            "It could not be reached ({words}). Nothing is lost: what waits stays in the queue. Try again later.",
        ),
        TestKind.REFUSED: translate(
            "Answers", "It refused: {reason} ({words}). Nobody gets a message this way until it is mended."
        ),
        TestKind.SUSPENDED: translate(
            "Answers", "Your account there is suspended or closed. Nobody gets a message this way; ask the provider."
        ),
        TestKind.SENDING_OFF: translate(
            "Answers", "The provider has stopped your account from sending. Nobody gets a message; look at its page."
        ),
        TestKind.SENDER_UNVERIFIED: translate(
            "Answers", "The sender {sender} is not verified there, so it takes no message. Verify it on its page."
        ),
        TestKind.SENDER_NOT_YOURS: translate(
            "Answers",
            "The sender {sender} does not belong to this account, so it takes no message. Choose another one.",
        ),
        TestKind.MAY_NOT_SEND: translate(
            "Answers", "This key may not send. Make another one there that may, and put it in here."
        ),
        TestKind.NO_BALANCE: translate(
            "Answers", "There is no money on your account. Top it up; what waits then goes."
        ),
        TestKind.NO_TEMPLATE: translate(
            "Answers", "Something is not approved or not made there yet, so nothing can go. Look at its page."
        ),
        TestKind.UNKNOWN_ID: translate("Answers", "The key works, but there is no such {what}. Check its id."),
        TestKind.UNREADABLE: translate("Answers", "Its answer could not be read. Try again later."),
    }


def _findings() -> dict[tuple[Check, Verdict], str]:
    return {**_domain(), **_spf(), **_dkim(), **_dmarc()}


def _domain() -> dict[tuple[Check, Verdict], str]:
    return {
        (Check.DOMAIN, Verdict.RESERVED): translate("Domain", "{domain} is nobody's domain; nothing was looked up."),
        (Check.DOMAIN, Verdict.FREE_MAIL): translate(
            "Domain",
            "No mail service may send in the name of {domain}: such mails end up as spam. Use an address of your own "
            "domain.",
        ),
        (Check.DOMAIN, Verdict.NOT_NEEDED): translate("Domain", "{domain} looks after this itself."),
    }


def _spf() -> dict[tuple[Check, Verdict], str]:
    return {
        (Check.SPF, Verdict.GOOD): translate("Domain", "SPF: your domain says who may send for it."),
        (Check.SPF, Verdict.NOT_NEEDED): translate(
            "Domain", "SPF: nothing to do, the service uses a return address of its own."
        ),
        (Check.SPF, Verdict.ABSENT): translate(
            "Domain", "SPF: {domain} does not say who may send for it. Add this record where your domain is kept:"
        ),
        (Check.SPF, Verdict.SEVERAL): translate(
            "Domain", "SPF: there are several records, and then none of them counts. Keep only this one:"
        ),
        (Check.SPF, Verdict.OPEN): translate(
            "Domain", "SPF: the record lets everybody send in your name. Put this one in its place:"
        ),
        (Check.SPF, Verdict.MISSES_PROVIDER): translate(
            "Domain", "SPF: the record does not name your mail service. Put this one in its place:"
        ),
        (Check.SPF, Verdict.UNANSWERED): translate("Domain", "SPF: no name server answered, so nothing is known."),
    }


def _dkim() -> dict[tuple[Check, Verdict], str]:
    return {
        (Check.DKIM, Verdict.GOOD): translate("Domain", "DKIM: your mails are signed."),
        (Check.DKIM, Verdict.ABSENT): translate(
            "Domain", "DKIM: your mails are not signed. Copy the key from your mail service's page about domains to:"
        ),
        (Check.DKIM, Verdict.BROKEN): translate(
            "Domain", "DKIM: the key was withdrawn. Copy the new one from your mail service's page about domains to:"
        ),
        (Check.DKIM, Verdict.NOT_TOLD): translate(
            "Domain",
            "DKIM: where the key stands only your mail service knows; its page about domains says whether it is there.",
        ),
        (Check.DKIM, Verdict.UNANSWERED): translate("Domain", "DKIM: no name server answered, so nothing is known."),
    }


def _dmarc() -> dict[tuple[Check, Verdict], str]:
    return {
        (Check.DMARC, Verdict.GOOD): translate("Domain", "DMARC: forged mails in your name are refused."),
        (Check.DMARC, Verdict.WATCHES_ONLY): translate("Domain", "DMARC: there is a record. That is enough."),
        (Check.DMARC, Verdict.ABSENT): translate(
            "Domain", "DMARC: big mail hosts ask for a record that {domain} does not have. Add this one:"
        ),
        (Check.DMARC, Verdict.SEVERAL): translate(
            "Domain", "DMARC: there are several records, and then none of them counts. Keep only this one:"
        ),
        (Check.DMARC, Verdict.BROKEN): translate(
            "Domain", "DMARC: the record can't be read. Put this one in its place:"
        ),
        (Check.DMARC, Verdict.UNANSWERED): translate("Domain", "DMARC: no name server answered, so nothing is known."),
    }
