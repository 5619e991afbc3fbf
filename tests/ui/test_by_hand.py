"""The dialog of what the owner does herself: open, one click, undo, and what is printed."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QPushButton

from reengage_desktop.domain.by_hand import HandResult
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.moments import stamp
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import by_hand
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.ui.by_hand.call_sheet import Line, print_call_sheet
from reengage_desktop.ui.by_hand.dialog import ByHandDialog
from reengage_desktop.ui.by_hand.letters import Letter, Sender, letter_words, print_letters
from tests.shop_rows import add_customer, add_message
from tests.ui.fit import faults_in
from tests.ui.stage import Stage

TEXT = "Hi Ann, it has been a while.\n\nCome and see us again!"


def add_waiting(shop: Shop, channel: str = "call", name: str = "Ann Lee") -> int:
    """A message of the owner's own campaign that waits for her hands."""
    now = shop.now()
    is_mail = channel == "email"
    phone, email = "+447700900123", "ann@example.com"
    person = add_customer(
        shop.db,
        name=name,
        first_name=name.partition(" ")[0],
        phone=phone,
        email=email,
        timezone="Europe/London",
        last_order_at=stamp(now - timedelta(days=90)),
        **{f"consent_{channel}": 1},
    )
    subject = '"subject": "We miss you", ' if is_mail else ""
    text = TEXT.replace("\n", "\\n")
    return add_message(
        shop.db,
        person,
        None,
        channel=channel,
        address=email if is_mail else phone,
        content=f'{{{subject}"text": "{text}"}}',
        last_order_at=stamp(now - timedelta(days=90)),
        due_at=stamp(now),
        expires_at=stamp(now + timedelta(hours=72)),
    )


@pytest.fixture
def opened() -> list[str]:
    """The links that were opened."""
    return []


@pytest.fixture
def dialog(stage: Stage, opened: list[str]) -> Iterator[ByHandDialog]:
    """The list over a shop whose owner calls and writes herself."""
    for channel in ("call", "whatsapp", "email"):
        setting_tasks.set_setting(stage.shop, f"channels.{channel}.provider", "hand")
    for key, text in {"name": "Corner Coffee", "country": "GB", "postal_address": "Main Street 1\nLeeds"}.items():
        setting_tasks.set_setting(stage.shop, f"business.{key}", text)
    setting_tasks.set_setting(stage.shop, "reengagement.enabled", "true")
    setting_tasks.set_setting(stage.shop, "reengagement.channels", "email,sms,whatsapp,call")
    stage.desk.settings = stage.shop.settings()
    add_waiting(stage.shop)
    add_waiting(stage.shop, "email", "Bob Stone")
    made = ByHandDialog(
        stage.desk, stage.window, lambda url: opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
    )
    made.show()
    stage.settle()
    yield made
    made.close()


def state(stage: Stage, message: int) -> str:
    found: str = stage.shop.db.value("SELECT state FROM outbox WHERE id = ?", (message,))
    return found


def test_a_call_is_begun_ended_and_taken_back(stage: Stage, dialog: ByHandDialog, opened: list[str]) -> None:
    """Issue 6, human hands: the number opens in the telephone, the outcome is one click, the notice takes it back."""
    assert [each.name for each in dialog._list.items] == ["Ann Lee", "Bob Stone"]
    assert faults_in(dialog) == []
    message = dialog._list.items[0].row.id
    stage.find(QPushButton, "Dial").click()
    stage.settle()
    assert opened == ["tel:+447700900123"]
    assert (state(stage, message), dialog.detail.chip.text()) == ("sending", "Begun")
    stage.find(QPushButton, "Not now: Ann Lee").click()
    stage.settle()
    assert state(stage, message) == "accepted"
    assert [each.name for each in dialog._list.items] == ["Bob Stone"]
    assert dialog.toast.sentence() == "Ann Lee: Not now."
    dialog.toast.undo()
    stage.settle()
    assert (state(stage, message), dialog.detail.name.text()) == ("sending", "Ann Lee")
    dialog.detail.return_button.click()
    stage.settle()
    assert state(stage, message) == "pending"


def test_a_mail_opens_filled_in_and_has_no_answer_to_wait_for(
    stage: Stage, dialog: ByHandDialog, opened: list[str]
) -> None:
    dialog.list.setCurrentRow(1)
    shown = [result for result, made in dialog.detail.result_buttons.items() if made.isVisibleTo(dialog)]
    assert shown == [HandResult.DONE, HandResult.NOT_NOW, HandResult.STOP, HandResult.WRONG_NUMBER]
    stage.find(QPushButton, "Open mail program").click()
    stage.settle()
    assert opened[0].startswith("mailto:ann@example.com?subject=We%20miss%20you&body=Hi%20Ann")


def test_a_click_goes_to_the_message_that_is_shown_and_to_no_other(stage: Stage, dialog: ByHandDialog) -> None:
    """Promise 29: two clicks before the first one is kept end one message; the next one was not even seen."""
    ann, bob = [each.row.id for each in dialog._list.items]
    for _ in range(2):
        dialog.detail.result_buttons[HandResult.DONE].click()
    stage.settle()
    assert (state(stage, ann), state(stage, bob)) == ("accepted", "pending")
    assert dialog.detail.name.text() == "Bob Stone"
    assert dialog.fault.isHidden()


def test_what_is_opened_is_what_was_begun(stage: Stage, dialog: ByHandDialog, opened: list[str]) -> None:
    """The owner looks at the next one while the first is being noted: the first one's number is dialled."""
    dialog.detail.open_button.click()
    dialog.list.setCurrentRow(1)
    stage.settle()
    assert opened == ["tel:+447700900123"]


def test_enter_in_the_list_opens_once(stage: Stage, dialog: ByHandDialog, opened: list[str]) -> None:
    """The list and the dialog's main button would both hear the key."""
    dialog.list.setFocus()
    stage.qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    stage.settle()
    assert opened == ["tel:+447700900123"]
    assert dialog.fault.isHidden()


def test_what_was_done_elsewhere_is_told_and_gives_its_place_to_nobody(stage: Stage, dialog: ByHandDialog) -> None:
    """C18: by another process or by a customer's no; the click that was meant for one customer reaches no other."""
    ann, bob = [each.row.id for each in dialog._list.items]
    by_hand.record(stage.shop, ann, HandResult.STOP)
    dialog.end(HandResult.DONE)
    stage.settle()
    assert dialog.fault.isVisible()
    assert "not yours to do any more" in dialog.fault.text()
    assert dialog.list.count() == 1
    assert not dialog.detail.isEnabled()
    dialog.end(HandResult.DONE)
    stage.settle()
    assert state(stage, bob) == "pending"
    dialog.list.setCurrentRow(0)
    assert (dialog.detail.isEnabled(), dialog.detail.name.text()) == (True, "Bob Stone")
    assert dialog.fault.isHidden()


def test_the_list_follows_the_shop(stage: Stage, dialog: ByHandDialog) -> None:
    """C18: who says no meanwhile is not called any more."""
    by_hand.record(stage.shop, dialog._list.items[1].row.id, HandResult.STOP)
    stage.settle()
    assert [each.name for each in dialog._list.items] == ["Ann Lee"]
    assert dialog.detail.name.text() == "Ann Lee"


def test_papers_bear_the_day_of_the_shop(stage: Stage, dialog: ByHandDialog) -> None:
    """A2: on Kiritimati it is Sunday already while it is Saturday noon in Greenwich."""
    setting_tasks.set_setting(stage.shop, "business.timezone", "Pacific/Kiritimati")
    stage.desk.settings = stage.shop.settings()
    assert dialog._today() == "22 Nov 2026"


def test_nothing_to_do_says_how_something_comes(stage: Stage, dialog: ByHandDialog) -> None:
    for item in dialog._list.items:
        by_hand.record(stage.shop, item.row.id, HandResult.DONE)
    dialog.load()
    stage.settle()
    assert dialog.nothing.isVisible()
    assert not dialog.call_sheet_button.isEnabled()


def print_all(stage: Stage, dialog: ByHandDialog, folder: Path) -> list[Path]:
    """The call sheet, the letters and the labels, Bob's address typed in before."""
    dialog.keep_address(dialog._list.items[1].row.customer_id, "2 High Street\nYork")
    stage.settle()
    files = [folder / f"{name}.pdf" for name in ("calls", "letters", "labels")]
    dialog.save_call_sheet(files[0])
    dialog.save_letters(files[1])
    dialog.save_letters(files[2], labels=True)
    stage.settle()
    return files


def read_pdf(file: Path, how: str) -> str:
    return subprocess.run(["pdftotext", how, file, "-"], capture_output=True, text=True, check=True).stdout


def test_the_papers(stage: Stage, dialog: ByHandDialog, tmp_path: Path) -> None:
    """Issue 6: a call sheet, letters and labels, each a PDF of its own."""
    for file in print_all(stage, dialog, tmp_path):
        assert file.read_bytes().startswith(b"%PDF-")


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed here")
def test_the_papers_say_what_they_should_where_they_should(stage: Stage, dialog: ByHandDialog, tmp_path: Path) -> None:
    """The words on paper, and the address inside the window of DIN 5008 form B: 20 mm and 45 mm in, 85 by 45 mm."""
    sheet, letters, labels = print_all(stage, dialog, tmp_path)
    told = {each: read_pdf(each, "-layout") for each in (sheet, letters, labels)}
    assert "Ann Lee" in told[sheet]
    assert "+447700900123" in told[sheet]
    assert "Wrong number" in told[sheet]
    assert "Bob Stone" not in told[sheet]
    assert "2 High Street" in told[letters]
    assert "Come and see us again!" in told[letters]
    assert "York" in told[labels]
    [street] = [line for line in read_pdf(letters, "-bbox").splitlines() if ">High<" in line]
    places = dict(re.findall(r'(\w+)="([\d.]+)"', street))
    left, top = (float(places[name]) / 72 * 25.4 for name in ("xMin", "yMin"))
    assert 20 <= left <= 105
    assert 62 <= top <= 90


def test_a_letter_has_no_words_that_only_a_mail_needs() -> None:
    mail = Content("Hello\n\n-- \nCorner Coffee\nNo more of these? Just reply with the word “unsubscribe”.\n")
    assert letter_words(mail) == "Hello"
    assert letter_words(Content("Hi Ann Reply STOP to opt out")) == "Hi Ann"


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed here")
def test_no_line_of_a_long_letter_is_lost(qapp: QApplication, tmp_path: Path) -> None:
    """Issue 6: one list of ninety lines without a gap goes on overleaf; a short one stays together on a page."""
    file, sender = tmp_path / "letters.pdf", Sender("Corner Coffee", "Main Street 1", "21 Nov 2026")
    lines = "\n".join(f"Line {number}." for number in range(90))
    print_letters(file, [Letter("Ann", "High Street", "Hello", lines)], sender, letter=False)
    assert re.findall(r"Line (\d+)\.", read_pdf(file, "-layout")) == [str(number) for number in range(90)]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed here")
def test_a_long_script_leaves_its_boxes_on_the_sheet(qapp: QApplication, tmp_path: Path) -> None:
    """Issue 6: the boxes and the note of everybody lie on the page, however much there is to say."""
    file, script = tmp_path / "calls.pdf", "\n".join("Say this." for _ in range(90))
    people = [Line(name, "555-0100", "We miss you", script) for name in ("Ann", "Bob")]
    print_call_sheet(file, people, "Calls", ("08:00", "20:00"), letter=True)
    high = 279.4 / 25.4 * 72
    places = [float(each) for each in re.findall(r'yMax="([\d.]+)">Note<', read_pdf(file, "-bbox"))]
    assert len(places) == 2
    assert max(places) < high
