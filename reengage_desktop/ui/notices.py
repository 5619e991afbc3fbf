"""What the program tells the owner by itself, in words: what happened, what it means for the customers, one button."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from reengage_desktop.domain.listings import NoticeRow
from reengage_desktop.domain.outcomes import AccountCause
from reengage_desktop.domain.vocabulary import NoticeKind
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.telling import bracketed, provider_title, told_words
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.wording import translate


@dataclass(frozen=True)
class Background:
    """What the sentences need beside a notice's own figures: names, campaigns, and how many wait for a provider."""

    names: Mapping[int, str] = field(default_factory=dict)
    campaigns: Mapping[int, str] = field(default_factory=dict)
    waiting: Mapping[str, int] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Story:
    """One thing in words, and where its button leads. `can_wait`: it may be put away, for nothing is held up by it."""

    tone: Tone
    word: str
    sentence: str
    action: str
    page: str
    argument: Mapping[str, Any]
    can_wait: bool = False


def notice_story(notice: NoticeRow, behind: Background) -> Story:
    """The words for a notice."""
    tell = _TELLERS.get(notice.kind)  # type: ignore[call-overload]
    if tell is None:
        return Story(
            Tone.WARN,
            translate("Notices", "Note"),
            notice.kind.replace("_", " "),
            translate("Notices", "Show"),
            "activity",
            {"filter": "all"},
            can_wait=True,
        )
    story: Story = tell(notice.figures, behind)
    return story


def forgotten() -> str:
    """What a person is called whose data was erased at her wish."""
    return translate("Notices", "a forgotten customer")


def account_reason(cause: str | None) -> str:
    """What is wrong with the owner's account, in plain words."""
    reasons = {
        AccountCause.CREDENTIALS: translate("Notices", "it does not accept your password or key"),
        AccountCause.BALANCE: translate("Notices", "your account has no money left"),
        AccountCause.PERMISSION: translate("Notices", "your account may not send this yet"),
        AccountCause.SENDER: translate("Notices", "your sender is not verified"),
        AccountCause.CONFIGURATION: translate("Notices", "something in the connection is set wrongly"),
    }
    return reasons.get(cause, translate("Notices", "it refused your account"))  # type: ignore[call-overload,no-any-return]


def queue_note(waiting: int) -> str:
    """What that means for those who wait."""
    if not waiting:
        return translate("Notices", "Nobody waits for it right now.")
    return translate("Notices", "Nothing was sent to the %Ln people who wait; they stay in the queue.", "", waiting)


def _settings(provider: str) -> dict[str, Any]:
    return {"section": "connections", "provider": provider}


def _paused(figures: Mapping[str, Any], behind: Background) -> Story:
    provider = str(figures.get("provider", ""))
    code = behind.codes.get(provider, "")
    sentence = translate("Notices", "{provider} refused: {reason}{words}. {queue}")
    texts = {
        "provider": provider_title(provider),
        "reason": account_reason(figures.get("cause")),
        "words": _in_brackets(code, figures.get("detail")),
        "queue": queue_note(behind.waiting.get(provider, 0)),
    }
    return Story(
        Tone.BAD,
        translate("Notices", "Action"),
        _filled(sentence, texts),
        translate("Notices", "Fix…"),
        "settings",
        _settings(provider),
    )


def _unreachable(figures: Mapping[str, Any], behind: Background) -> Story:
    provider = str(figures.get("provider", ""))
    sentence = translate("Notices", "{provider} can't be reached{words}. {queue} It is tried again by itself.")
    waiting = behind.waiting.get(provider, 0)
    queue = translate("Notices", "%Ln messages wait and go as soon as it answers.", "", waiting)
    texts = {
        "provider": provider_title(provider),
        "words": _in_brackets("", figures.get("detail")),
        # Those that it has not been tried for yet are not counted.
        "queue": queue if waiting else translate("Notices", "What waits for it goes as soon as it answers."),
    }
    return Story(
        Tone.WARN,
        translate("Notices", "Offline"),
        _filled(sentence, texts),
        translate("Notices", "Show what waits"),
        "activity",
        {"filter": "waiting"},
    )


def _opt_outs_unknown(figures: Mapping[str, Any], _behind: Background) -> Story:
    provider = str(figures.get("provider", ""))
    sentence = translate(
        "Notices",
        "{provider} could not be asked who said no{words}. Nothing goes by {channel} until it was, so that nobody is "
        "written to who said no.",
    )
    texts = {
        "provider": provider_title(provider),
        "words": _in_brackets("", figures.get("detail")),
        "channel": wording.channel_name(str(figures.get("channel", ""))),
    }
    return Story(
        Tone.BAD,
        translate("Notices", "Action"),
        _filled(sentence, texts),
        translate("Notices", "Check the connection"),
        "settings",
        _settings(provider),
    )


def _campaign_paused(figures: Mapping[str, Any], behind: Background) -> Story:
    campaign_id = int(figures.get("campaign_id") or 0)
    sentence = translate(
        "Notices",
        "“{campaign}” was paused: {failed} of its last {of} messages were refused{words}. Nobody else is written to by "
        "it until you start it again.",
    )
    texts = {
        "campaign": behind.campaigns.get(campaign_id, translate("Notices", "A campaign")),
        "failed": formats.number(int(figures.get("failed") or 0)),
        "of": formats.number(int(figures.get("of") or 0)),
        "words": _in_brackets(figures.get("code"), figures.get("cause")),
    }
    return Story(
        Tone.BAD,
        translate("Notices", "Paused"),
        _filled(sentence, texts),
        translate("Notices", "Show why"),
        "activity",
        {"filter": "problems", "campaign": campaign_id},
    )


def _campaign_not_started(figures: Mapping[str, Any], behind: Background) -> Story:
    campaign_id = int(figures.get("campaign_id") or 0)
    sentence = translate(
        "Notices",
        "“{campaign}” did not start on its day{words}. Nobody was written to; it is a draft again.",
    )
    texts = {
        "campaign": behind.campaigns.get(campaign_id, translate("Notices", "A campaign")),
        "words": _in_brackets(None, figures.get("cause")),
    }
    return Story(
        Tone.BAD,
        translate("Notices", "Action"),
        _filled(sentence, texts),
        translate("Notices", "Open the campaign"),
        "campaigns",
        {"campaign": campaign_id},
    )


def _may_be_no(figures: Mapping[str, Any], behind: Background) -> Story:
    sentence = translate(
        "Notices",
        "{who} answered by {channel} in words that may mean no more messages. To be safe nothing more goes there; read "
        "it and decide.",
    )
    return _reply(figures, behind, sentence, translate("Notices", "Read it"))


def _wants_back(figures: Mapping[str, Any], behind: Background) -> Story:
    sentence = translate(
        "Notices",
        "{who} answered by {channel} in words that may mean that messages are welcome again. Nothing goes there until "
        "you note that agreement.",
    )
    return _reply(figures, behind, sentence, translate("Notices", "Read it"))


def _reply(figures: Mapping[str, Any], behind: Background, sentence: str, action: str) -> Story:
    customer_id = figures.get("customer_id")
    known = isinstance(customer_id, int) and bool(behind.names.get(customer_id))
    who = behind.names[customer_id] if known and isinstance(customer_id, int) else forgotten()
    if customer_id is None:
        who = translate("Notices", "Somebody who is no customer of yours")
    texts = {"who": who, "channel": wording.channel_name(str(figures.get("channel", "")))}
    text = _filled(sentence, texts)
    text = text[:1].upper() + text[1:]
    return Story(Tone.WARN, translate("Notices", "Answer"), text, action, "replies", {}, can_wait=True)


def _clock(figures: Mapping[str, Any], _behind: Background) -> Story:
    day, last_day = (date.fromisoformat(figures.get(name) or "1970-01-01") for name in ("day", "last_day"))
    sentence = translate(
        "Notices",
        "The clock of this PC is behind what was already recorded. Nothing is sent until it is right, so that "
        "nobody is written to twice or at night. Set date and time of this PC.",
    )
    if day > last_day:
        sentence = translate(
            "Notices",
            "The clock of this PC says {day}, and this program last ran on {last_day}. If a wrong date were believed, "
            "all that waits would be too old to send. So nothing is sent and nothing grows old until you say that it "
            "is right, or set it.",
        )
    return Story(
        Tone.BAD,
        translate("Notices", "Clock"),
        _filled(sentence, {"day": formats.long_day(day), "last_day": formats.long_day(last_day)}),
        translate("Notices", "The date is right"),
        "home",
        {},
    )


def _file_waits(figures: Mapping[str, Any], _behind: Background) -> Story:
    sentence = translate(
        "Notices",
        "“{file}” came into the watched folder and was not imported: its columns are not known yet, or leave something "
        "open. Look at it once; the next one like it comes in by itself.",
    )
    if figures.get("sentence"):
        sentence = translate(
            "Notices", "“{file}” came into the watched folder and can't be imported as it is. Look at it to see why."
        )
    return Story(
        Tone.WARN,
        translate("Notices", "File"),
        _filled(sentence, {"file": str(figures.get("file", ""))}),
        translate("Notices", "Look at it…"),
        "import",
        {"path": str(figures.get("path", ""))},
        can_wait=True,
    )


def _folder_gone(figures: Mapping[str, Any], _behind: Background) -> Story:
    sentence = translate(
        "Notices",
        "The watched folder “{folder}” can't be reached. Nothing that is put there comes in, lists of those who said "
        "no included.",
    )
    return Story(
        Tone.WARN,
        translate("Notices", "Folder"),
        _filled(sentence, {"folder": str(figures.get("folder", ""))}),
        translate("Notices", "Choose another…"),
        "settings",
        {"section": "app"},
    )


def _taken_back(figures: Mapping[str, Any], _behind: Background) -> Story:
    sentence = translate(
        "Notices",
        "The program ended in the middle of “{file}”: it was taken back whole, and your customers are as they were "
        "before it. Import it again.",
    )
    return Story(
        Tone.WARN,
        translate("Notices", "File"),
        _filled(sentence, {"file": str(figures.get("file", ""))}),
        translate("Notices", "Import again…"),
        "import",
        {},
        can_wait=True,
    )


def _damaged(figures: Mapping[str, Any], _behind: Background) -> Story:
    copy = figures.get("copy")
    sentence = translate(
        "Notices",
        "The file of this shop is damaged. Nothing is sent from it, so that nobody is written to wrongly. The newest "
        "good copy is {copy}; restore it.",
    )
    if not copy:
        sentence = translate(
            "Notices",
            "The file of this shop is damaged. Nothing is sent from it, so that nobody is written to wrongly. Restore "
            "a copy of it.",
        )
    return Story(
        Tone.BAD,
        translate("Notices", "Damaged"),
        _filled(sentence, {"copy": str(copy)}),
        translate("Notices", "Restore a copy…"),
        "settings",
        {"section": "backup"},
    )


def _in_brackets(*parts: object) -> str:
    return bracketed(": ".join(told_words(str(part).strip()) for part in parts if part))


def _filled(sentence: str, texts: Mapping[str, str]) -> str:
    for name, text in texts.items():
        sentence = sentence.replace("{" + name + "}", text)
    return sentence


_TELLERS: dict[NoticeKind, Callable[[Mapping[str, Any], Background], Story]] = {
    NoticeKind.PROVIDER_PAUSED: _paused,
    NoticeKind.PROVIDER_UNREACHABLE: _unreachable,
    NoticeKind.OPT_OUTS_UNKNOWN: _opt_outs_unknown,
    NoticeKind.CAMPAIGN_PAUSED: _campaign_paused,
    NoticeKind.CAMPAIGN_NOT_STARTED: _campaign_not_started,
    NoticeKind.REPLY_MAY_BE_OPT_OUT: _may_be_no,
    NoticeKind.REPLY_WANTS_BACK: _wants_back,
    NoticeKind.CLOCK_UNTRUSTED: _clock,
    NoticeKind.DATABASE_DAMAGED: _damaged,
    NoticeKind.FILE_WAITS: _file_waits,
    NoticeKind.FOLDER_GONE: _folder_gone,
    NoticeKind.IMPORT_TAKEN_BACK: _taken_back,
}
