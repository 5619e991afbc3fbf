"""What needs the owner, worst first: what happened, what it means for the customers, and the one button that helps."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from reengage_desktop.domain.vocabulary import ChannelName, NoticeKind
from reengage_desktop.jobs import clock_watch
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import backups
from reengage_desktop.jobs.tasks.readiness import Readiness
from reengage_desktop.store import segments
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.desk import WHILE_OFF, Desk
from reengage_desktop.ui.home.figures import HomeFigures
from reengage_desktop.ui.notices import notice_story
from reengage_desktop.ui.telling import told_words
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.wording import translate

_ORDER = (Tone.BAD, Tone.WARN, Tone.ACCENT, Tone.OK)


@dataclass(frozen=True)
class Attention:
    """One line. Its button opens a page with an argument, which `find` reads when it is long, or does `deed`.

    `key`: under which it may be put away; empty for what stays until it is mended. `done` is told after the deed.
    """

    tone: Tone
    word: str
    sentence: str
    action: str
    page: str = ""
    argument: Mapping[str, Any] | None = None
    key: str = ""
    find: Callable[[Shop], Mapping[str, Any]] | None = None
    deed: Callable[[Shop], object] | None = None
    done: str = ""

    def said(self) -> tuple[str, str, str, str]:
        """What the owner can tell it by: two lines that say the same are the same."""
        return self.word, self.sentence, self.action, self.key


def list_attention(desk: Desk, figures: HomeFigures, readiness: Readiness | None) -> list[Attention]:
    """The lines for these figures; without the ones about keys and copies while these are not known."""
    lines = [*_messages(figures), *_notices(figures), *_runs(desk, figures), *_files(figures)]
    lines += [] if readiness is None else _readiness(figures, readiness)
    lines += [*_limits(figures), *_tips(figures)]
    left = [line for line in lines if not line.key or line.key not in figures.concerns.put_away]
    return sorted(left, key=lambda line: _ORDER.index(line.tone) if line.tone in _ORDER else len(_ORDER))


def _notices(figures: HomeFigures) -> list[Attention]:
    found = []
    for notice in figures.concerns.notices:
        story = notice_story(notice, figures.concerns.behind)
        key = notice.key if story.can_wait else ""
        texts = (story.tone, story.word, story.sentence, story.action)
        if notice.kind == NoticeKind.CLOCK_UNTRUSTED:
            done = translate("Attention", "Good: sending goes on.")
            found.append(Attention(*texts, deed=clock_watch.confirm, done=done))
        else:
            found.append(Attention(*texts, page=story.page, argument=story.argument, key=key))
    return found


def _messages(figures: HomeFigures) -> list[Attention]:
    found, messages = [], figures.concerns.open
    if messages.to_approve:
        found.append(
            Attention(
                Tone.WARN,
                translate("Attention", "Approve"),
                translate("Attention", "%Ln messages are written and wait for your approval.", "", messages.to_approve),
                translate("Attention", "Look at them"),
                "campaigns",
                {"approve": True},
            )
        )
    if messages.uncertain:
        sentence = translate(
            "Attention",
            "%Ln messages: nobody knows whether they arrived. They are not sent again by themselves.",
            "",
            messages.uncertain,
        )
        found.append(_problem(translate("Attention", "Uncertain"), sentence, translate("Attention", "Decide")))
    if messages.by_hand:
        sentence = translate(
            "Attention", "%Ln messages are for you to do: call, write or post them.", "", messages.by_hand
        )
        word, action = translate("Attention", "By hand"), translate("Attention", "Do them…")
        found.append(Attention(Tone.ACCENT, word, sentence, action, "by_hand"))
    if messages.to_answer:
        sentence = translate(
            "Attention",
            "%Ln messages wait because nobody knows what time it is where the customer lives.",
            "",
            messages.to_answer,
        )
        found.append(_problem(translate("Attention", "Question"), sentence, translate("Attention", "Decide")))
    return found


def _problem(word: str, sentence: str, action: str) -> Attention:
    return Attention(Tone.WARN, word, sentence, action, "activity", {"filter": "problems"})


def _runs(desk: Desk, figures: HomeFigures) -> list[Attention]:
    found, failed, late = [], figures.concerns.failed_run, figures.concerns.late_run
    show = translate("Attention", "Show")
    if failed is not None:
        sentence = translate("Attention", "“{job}” did not end well: {error} It is tried again at its next time.")
        sentence = sentence.replace("{job}", wording.job_name(failed.job)).replace(
            "{error}", told_words(failed.error or "")
        )
        word = translate("Attention", "Failed")
        argument = {"filter": "checks"}
        found.append(Attention(Tone.BAD, word, sentence, show, "activity", argument, key=f"run:{failed.id}"))
    if late is not None:
        sentence = translate("Attention", "The check planned {planned} was missed (PC was off). Ran {ran}.")
        sentence = sentence.replace("{planned}", desk.when(late.planned_at))
        sentence = sentence.replace("{ran}", desk.when(late.started_at))
        word = translate("Attention", "Missed")
        argument = {"filter": "checks"}
        found.append(Attention(Tone.WARN, word, sentence, show, "activity", argument, key=f"run:{late.id}"))
    if figures.concerns.missed.count:
        sentence = translate(
            "Attention", "%Ln messages came too late while your PC was off. They do not go unless you say so.", "",
            figures.concerns.missed.count,
        )  # fmt: skip
        word, look = translate("Attention", "Missed"), translate("Attention", "Look at them")
        key = f"while_off:{figures.concerns.missed.until}"
        found.append(Attention(Tone.WARN, word, sentence, look, WHILE_OFF, key=key))
    return found


def _files(figures: HomeFigures) -> list[Attention]:
    found, complaints, not_taken = [], figures.concerns.complaints, figures.concerns.not_taken
    if complaints.customer_ids:
        ids = list(complaints.customer_ids)
        sentence = translate(
            "Attention",
            "%Ln customers marked a message as spam. They get no more; look at how often you write and to whom.",
            "",
            len(ids),
        )
        argument = {"ids": ids, "title": translate("Attention", "Marked a message as spam")}
        word, show = translate("Attention", "Spam"), translate("Attention", "Show them")
        key = f"complaints:{complaints.latest}"
        found.append(Attention(Tone.WARN, word, sentence, show, "customers", argument, key=key))
    if not_taken is not None:
        sentence = translate(
            "Attention",
            "%Ln rows of “{file}” were not taken. Those customers or orders are missing.",
            "",
            not_taken.count,
        )
        sentence = sentence.replace("{file}", not_taken.file_name)
        word, show = translate("Attention", "Import"), translate("Attention", "Show")
        key, argument = f"import:{not_taken.import_id}", {"filter": "imports"}
        found.append(Attention(Tone.WARN, word, sentence, show, "activity", argument, key=key))
    return found


def _readiness(figures: HomeFigures, readiness: Readiness) -> list[Attention]:
    found = []
    if readiness.keyring_fault:
        sentence = translate("Attention", "{fault} Messages that need a key wait until then.")
        sentence = sentence.replace("{fault}", told_words(readiness.keyring_fault))
        found.append(_connection(Tone.BAD, translate("Attention", "Locked"), sentence))
    elif not readiness.keeps_keys and not readiness.checklist.has_channel:
        pass  # nothing was entered that could get lost
    elif not readiness.keeps_keys:
        sentence = translate(
            "Attention",
            "This PC has no password store: your keys are kept until you close the program, and nothing is sent in the "
            "background.",
        )
        found.append(_connection(Tone.WARN, translate("Attention", "Keys"), sentence))
    for channel, state in readiness.not_connected:
        sentence = translate("Attention", "{channel} is chosen but not connected. Nobody gets a message that way.")
        sentence = sentence.replace("{channel}", wording.channel_name(channel))
        argument = {"section": "connections", "provider": state.provider}
        connect = translate("Attention", "Connect…")
        found.append(
            Attention(Tone.WARN, translate("Attention", "To do"), sentence, connect, "settings", argument)
            if figures.standing.enabled
            else Attention(Tone.ACCENT, translate("Attention", "To do"), sentence, connect, "settings", argument)
        )
    if readiness.domain_at_fault:
        sentence = translate(
            "Attention",
            "Mails in the name of {domain} may be taken for spam: a record is missing where your domain is kept.",
        ).replace("{domain}", readiness.domain_at_fault)
        argument = {"section": "connections", "provider": figures.settings.provider_of(ChannelName.EMAIL)}
        word, show = translate("Attention", "Domain"), translate("Attention", "Show the record")
        found.append(Attention(Tone.WARN, word, sentence, show, "settings", argument, key="domain"))
    if readiness.old_copy_on is not None:
        sentence = translate(
            "Attention", "The newest copy of your shop is from {day}. Save one before something breaks."
        )
        found.append(
            Attention(
                Tone.WARN,
                translate("Attention", "Copy"),
                sentence.replace("{day}", formats.long_day(readiness.old_copy_on)),
                translate("Attention", "Save a copy now"),
                deed=backups.create,
                done=translate("Attention", "A copy of your shop was saved."),
            )
        )
    return found


def _connection(tone: Tone, word: str, sentence: str) -> Attention:
    return Attention(
        tone, word, sentence, translate("Attention", "Open settings"), "settings", {"section": "connections"}
    )


def _limits(figures: HomeFigures) -> list[Attention]:
    left = figures.concerns.left_waiting
    if left is None:
        return []
    sentence = translate(
        "Attention",
        "%Ln more customers could get a message, but your limit is {limit} a day. They wait.",
        "",
        left.count,
    )
    return [
        Attention(
            Tone.ACCENT,
            translate("Attention", "Limit"),
            sentence.replace("{limit}", formats.number(left.limit)),
            translate("Attention", "Change the limit…"),
            "settings",
            {"section": "rules", "setting": "reengagement.daily_limit"},
            key=f"limit:{left.run_id}",
        )
    ]


def _tips(figures: HomeFigures) -> list[Attention]:
    found = []
    if figures.has_customers and not figures.settings.channels:
        sentence = translate("Attention", "No channel is chosen yet, so nobody can be written to.")
        argument = {"section": "connections"}
        word, choose = translate("Attention", "To do"), translate("Attention", "Choose…")
        found.append(Attention(Tone.WARN, word, sentence, choose, "settings", argument))
    elif figures.has_customers and not figures.standing.enabled:
        sentence = translate("Attention", "Automatic messages are off. Nobody is written to by itself.")
        word, on = translate("Attention", "Tip"), translate("Attention", "Switch on…")
        found.append(Attention(Tone.ACCENT, word, sentence, on, "campaigns", {}, key="switched_off"))
    if figures.concerns.never_asked:
        sentence = translate(
            "Attention",
            "%Ln customers were never asked whether they want messages. Ask them at the till.",
            "",
            figures.concerns.never_asked,
        )
        word, show = translate("Attention", "Tip"), translate("Attention", "Show them")
        found.append(Attention(Tone.OK, word, sentence, show, "customers", key="never_asked", find=_never_asked))
    return found


def _never_asked(shop: Shop) -> Mapping[str, Any]:
    return {"ids": segments.list_never_asked(shop.db), "title": translate("Attention", "Never asked about messages")}
