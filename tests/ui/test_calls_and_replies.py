"""A call as the owner sees it, and the answers that she must read herself."""

from datetime import timedelta

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QPushButton

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import ChannelName, NoticeKind
from reengage_desktop.jobs.tasks import replies
from reengage_desktop.store import customers, listings, message_log, notices
from reengage_desktop.ui.activity.message import MessageDialog
from reengage_desktop.ui.calls.view import CallCard
from reengage_desktop.ui.replies.dialog import RepliesDialog
from tests.shop_rows import add_customer, add_message
from tests.ui.fit import faults_in
from tests.ui.stage import Stage

SAID = "AI: Shall we put one aside?\nUser: Yes please!"


def add_call(stage: Stage, result: str = "interested") -> int:
    """A call that was answered, two minutes after it was ordered."""
    db, at = stage.shop.db, stage.shop.now() - timedelta(hours=1)
    person = add_customer(db, name="Ann Lee", phone="+447700900123", consent_call=1)
    message = add_message(db, person, at, channel="call", address="+447700900123", provider="vapi")
    message_log.add_event(
        db,
        message_id=message,
        customer_id=person,
        kind="answered",  # type: ignore[arg-type]
        at=at,
        provider="vapi",
        event_id=f"{message}:answered",
    )
    ended = stamp(at + timedelta(minutes=2))
    db.run(
        "INSERT INTO calls VALUES (?, ?, ?, 'Wants one.', ?, 'https://storage.example.com/a.wav', 97, 143000)",
        (message, ended, result, SAID),
    )
    if result == "interested":
        db.run(
            "INSERT INTO enquiries (customer_id, source, status, created_at, added_at) "
            "VALUES (?, 'call', 'open', ?, ?)",
            (person, ended, ended),
        )
    return message


def test_a_call_shows_what_was_said_and_opens_its_enquiry(stage: Stage) -> None:
    """C9, issue 6: outcome, words, recording, length and cost; the enquiry that a yes opened is answered and undone."""
    message = add_call(stage)
    opened: list[str] = []
    card = CallCard(stage.desk, lambda url: opened.append(QUrl.toString(url)))
    stage.qtbot.addWidget(card)
    card.show()
    card.show_message(message)
    stage.settle()
    assert card.chip.text() == "Said yes"
    assert "1 min 37 s" in card.facts.text()
    assert "0.14" in card.facts.text()
    assert card.transcript.toPlainText() == "Voice: Shall we put one aside?\nCustomer: Yes please!"
    card.recording_button.click()
    assert opened == ["https://storage.example.com/a.wav"]
    card.answered_button.click()
    stage.settle()
    assert stage.shop.db.value("SELECT status FROM enquiries") == "closed"
    assert not card.answered_button.isVisible()
    stage.window.toast.undo()
    stage.settle()
    assert stage.shop.db.value("SELECT status FROM enquiries") == "open"
    card.show_message(0)
    stage.settle()
    assert not card.isVisible()


def test_the_call_stands_with_its_message(stage: Stage) -> None:
    [row] = listings.message_rows(stage.shop.db, [add_call(stage, "not_now")])
    dialog = MessageDialog(stage.desk, row, stage.window)
    dialog.show()
    stage.settle()
    assert dialog.call.chip.text() == "Not now"
    assert faults_in(dialog) == []
    dialog.close()


def test_an_unclear_answer_is_read_with_its_words_and_decided(stage: Stage) -> None:
    """Issue 6: the tray shows the quote; “write again” is noted as her agreement, and the notice takes it back."""
    db = stage.shop.db
    person = add_customer(db, name="Ann Lee", phone="+447700900123", consent_sms=1)
    message = add_message(db, person, stage.shop.now(), channel="sms")
    words = "Please don't write again before spring"
    message_log.add_event(
        db,
        message_id=message,
        customer_id=person,
        kind="answered",  # type: ignore[arg-type]
        at=stage.shop.now(),
        provider="twilio",
        event_id="SM1",
        detail=words,
    )
    customers.opt_out(db, person, channel=ChannelName.SMS, source="person", at=stage.shop.now(), wording=words)
    figures = {"customer_id": person, "channel": "sms"}
    notices.tell(db, "reply:twilio:SM1", NoticeKind.REPLY_MAY_BE_OPT_OUT, figures, stage.shop.now())
    stage.desk.go("replies")
    stage.settle()
    [dialog] = stage.window.findChildren(RepliesDialog)
    assert faults_in(dialog) == []
    assert dialog.cards[0].quote.text() == f"“{words}”"
    stage.find(QPushButton, "It is no refusal: write again: Ann Lee").click()
    stage.settle()
    assert customers.get(db, person).consent[ChannelName.SMS]
    assert dialog.nothing.isVisible()
    dialog.toast.undo()
    stage.settle()
    assert customers.get(db, person).consent[ChannelName.SMS] is False
    dialog.cards[0].keep_button.click()
    stage.settle()
    assert dialog.answers == []
    assert customers.get(db, person).consent[ChannelName.SMS] is False
    dialog.close()


def open_answers(stage: Stage) -> tuple[RepliesDialog, list[int]]:
    """Three unclear answers in the tray, and whose they are."""
    db, people = stage.shop.db, []
    for number in range(3):
        at = stage.shop.now() - timedelta(hours=9 - number)
        person = add_customer(db, name=f"Ann {number}", phone=f"+44770090012{number}", consent_sms=1)
        message_log.add_event(
            db,
            message_id=add_message(db, person, at, channel="sms"),
            customer_id=person,
            kind="answered",  # type: ignore[arg-type]
            at=at,
            provider="twilio",
            event_id=f"SM{number}",
            detail=f"words {number}",
        )
        figures = {"customer_id": person, "channel": "sms"}
        notices.tell(db, f"reply:twilio:SM{number}", NoticeKind.REPLY_MAY_BE_OPT_OUT, figures, at)
        people.append(person)
    stage.desk.go("replies")
    stage.settle()
    [dialog] = stage.window.findChildren(RepliesDialog)
    return dialog, people


def test_an_answer_is_noted_once_and_the_next_is_not_touched(stage: Stage) -> None:
    """C18: two presses before the first one is noted write one line of consent, and nothing about anybody else."""
    dialog, (first, second, third) = open_answers(stage)
    for _ in range(2):
        dialog.cards[0].agree_button.click()
    stage.settle()
    noted = "SELECT count(*) FROM consents WHERE customer_id = ? AND wording LIKE '%words%'"
    assert [stage.shop.db.value(noted, (person,)) for person in (first, second)] == [1, 0]
    assert [each.customer_id for each in dialog.answers] == [second, third]
    dialog.close()


def test_the_keyboard_goes_on_to_the_next_answer(stage: Stage) -> None:
    """Who reads the answers by keyboard is not put out of the dialog by each of them."""
    dialog, _people = open_answers(stage)
    for left in (2, 1):
        dialog.cards[0].keep_button.setFocus()
        dialog.cards[0].keep_button.click()
        stage.settle()
        assert len(dialog.cards) == left
        assert dialog.focusWidget() is dialog.cards[0].keep_button
    dialog.cards[0].keep_button.click()
    stage.settle()
    assert dialog.focusWidget() is dialog.close_button
    dialog.close()


def test_the_keyboard_stays_with_the_answer_that_is_being_read(stage: Stage) -> None:
    """C18: another process has decided about the first one: Enter still says what it said, and of the same person."""
    dialog, _people = open_answers(stage)
    button = dialog.cards[2].agree_button
    button.setFocus()
    replies.keep(stage.shop, dialog.answers[0])
    stage.settle()
    assert len(dialog.cards) == 2
    assert dialog.focusWidget() is button
    assert dialog.cards[1].isAncestorOf(button)
    dialog.close()


def test_what_was_read_elsewhere_leaves_the_tray(stage: Stage) -> None:
    """D5: another process has taken an answer for a no: there is nothing left to decide about it here."""
    dialog, (_first, *others) = open_answers(stage)
    replies.keep(stage.shop, dialog.answers[0])
    stage.settle()
    assert [each.customer_id for each in dialog.answers] == others
    dialog.close()
