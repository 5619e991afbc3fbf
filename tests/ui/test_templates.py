"""The templates' screen: written, checked, looked at, sent to oneself, saved in versions, and never lost."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from reengage_desktop.domain.snippets import Piece
from reengage_desktop.domain.stand_ins import StandIn
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName
from reengage_desktop.jobs.tasks import sending, template_drafts
from reengage_desktop.jobs.tasks import templates as template_tasks
from reengage_desktop.jobs.tasks.template_drafts import TemplateDraft
from reengage_desktop.store import campaigns, templates, test_messages
from reengage_desktop.ui.templates.difference import count_changes, difference_html
from reengage_desktop.ui.templates.editor import CHECK_MS
from reengage_desktop.ui.templates.looking import find_problems
from reengage_desktop.ui.templates.problems import known_sentences, problem_sentence
from reengage_desktop.ui.widgets.customer_picker import CustomerPicker
from reengage_desktop.ui.widgets.info_bar import InfoBar
from reengage_desktop.ui.widgets.test_sending import TestDialog, ask_for_test
from tests.shop_rows import add_customer
from tests.ui.fit import cut_off, faults_of, nameless
from tests.ui.stage import Stage

LEFT = Qt.MouseButton.LeftButton
MINE = Template("mine", ChannelName.EMAIL, 'Hi {{ first_name | default: "there" }}!', subject="News", version=1)
SMS = Template("text", ChannelName.SMS, "Hi {first_name}, crème 🙂 at {shop.name}", version=1)


def typed(stage: Stage) -> None:
    """Lets the moment after the last key pass."""
    stage.qtbot.wait(CHECK_MS + 40)
    stage.settle()


def open_own(stage: Stage, template: Template = MINE) -> Any:
    template_tasks.save_over(stage.shop, template, None)
    stage.settle()
    page = stage.go("templates", {"template": template.name})
    stage.settle()
    assert page.gallery.key() == template.name
    return page


def click(stage: Stage, made: QPushButton) -> None:
    assert made.isEnabled()
    QTest.mouseClick(made, LEFT)
    stage.settle()


def test_the_line_that_is_typed_stays_in_sight(stage: Stage) -> None:
    """ux.md 5: the list of faults takes room from the text; what is being typed at its end is still seen."""
    page = stage.go("templates")
    click(stage, page.copy_button)
    body = page.editor.body
    body.setPlainText("\n".join(f"Line {number}" for number in range(60)))
    body.moveCursor(QTextCursor.MoveOperation.End)
    body.insertPlainText("{{ first_nam }}")
    typed(stage)
    assert page.editor.problems.isVisible()
    assert body.viewport().rect().contains(body.cursorRect().center())


def test_a_copy_is_edited_checked_and_saved(stage: Stage) -> None:
    """A9, C15: a copy of a built-in one is edited; a fault is found while typing; mended, it is saved; undo undoes."""
    page = stage.go("templates")
    assert page.editor.body.isReadOnly()
    click(stage, page.copy_button)
    assert stage.window.focusWidget() is page.editor.body
    page.editor.body.setPlainText("Hi {{ first_nam }},\ncome back to {{ business_name }}!")
    typed(stage)
    assert not page.save_button.isEnabled()
    problems = page.editor.problems
    assert problems.item(0).text().startswith("Text, line 1, column 7")
    assert problems.viewport().rect().contains(problems.visualItemRect(problems.item(0)))
    page.editor.body.setPlainText('Hi {{ first_name | default: "there" }},\ncome back to {{ business_name }}!')
    typed(stage)
    assert page.editor.problems.count() == 0
    assert "come back to Corner Coffee" in page.preview.proof.mail.toPlainText()
    click(stage, page.save_button)
    assert stage.window.focusWidget() is page.editor.body
    assert [each.body for each in templates.list_own(stage.shop.db)] == [page.editor.body.toPlainText()]
    assert page.gallery.key() == page.editor.name.text()
    stage.window.toast.undo()
    stage.settle()
    assert templates.list_own(stage.shop.db) == []
    assert stage.faults == []


def test_a_bare_preview_says_what_is_to_be_mended(stage: Stage) -> None:
    """ux.md 5: where a fault leaves nothing to read, the preview names it, and no longer when it is mended."""
    page = open_own(stage)
    page.editor.body.setPlainText("Hi {% if customer.first_name %}there")
    typed(stage)
    assert page.preview.proof.isHidden()
    assert page.preview.fault.isVisible()
    assert page.editor.problems.item(0).text() in page.preview.fault.text()
    page.editor.body.setPlainText("Hi there")
    typed(stage)
    assert page.preview.fault.isHidden()
    assert page.preview.proof.isVisible()


def test_a_problem_is_jumped_to(stage: Stage) -> None:
    """ux.md 5: a click on a problem puts the cursor there, in the text or in the subject."""
    page = open_own(stage)
    page.editor.subject.setText("Hello {{ nam }}")
    page.editor.body.setPlainText("One\nTwo {{ nonsense }}")
    typed(stage)
    items = [page.editor.problems.item(at) for at in range(page.editor.problems.count())]
    assert len(items) == 2
    page.editor.problems.itemClicked.emit(items[1])
    assert (page.editor.body.textCursor().blockNumber(), page.editor.body.textCursor().columnNumber()) == (1, 7)
    page.editor.problems.itemActivated.emit(items[0])
    assert page.editor.subject.cursorPosition() == 9


def test_chips_write_where_the_keyboard_was(stage: Stage) -> None:
    """ux.md 5: a chip puts the field with its stand-in at the cursor, into the subject too; Ctrl+Z takes it back."""
    page = open_own(stage)
    stage.window.activateWindow()
    stage.qtbot.waitUntil(stage.window.isActiveWindow)
    page.editor.body.setPlainText("Hi ")
    page.editor.body.moveCursor(page.editor.body.textCursor().MoveOperation.End)
    page.editor.body.setFocus()
    QTest.keyClick(page.editor.insertion.chips["first_name"], Qt.Key.Key_Space)
    assert page.editor.body.toPlainText() == 'Hi {{ customer.first_name | default: "there" }}'
    page.editor.subject.setFocus()
    page.editor.subject.setText("")
    click(stage, page.editor.insertion.chips["business_name"])
    assert page.editor.subject.text() == "{{ shop.name }}"
    page.editor.body.setFocus()
    page.editor.body.undo()
    assert page.editor.body.toPlainText() == "Hi "


@pytest.mark.parametrize("which", Piece)
def test_pieces_stand_in_paragraphs_of_their_own(stage: Stage, which: Piece) -> None:
    """ux.md 5: title, button, products, offer, list and line go between two paragraphs and leave no fault."""
    page = open_own(stage)
    page.editor.body.setPlainText("First\nand more\n\nLast")
    page.editor.insert_piece(which)
    text = page.editor.body.toPlainText()
    assert text.startswith("First\nand more\n\n")
    assert text.endswith("\n\nLast")
    typed(stage)
    assert page.editor.problems.count() == 0


def test_nothing_written_is_ever_lost(stage: Stage) -> None:
    """ux.md 5: what is not saved is there again after looking at another template, and after a restart."""
    page = open_own(stage)
    page.editor.body.setPlainText("Not saved yet")
    typed(stage)
    page.gallery.select("we_miss_you.email.en")
    stage.settle()
    assert page.editor.body.toPlainText() != "Not saved yet"
    page.gallery.select("mine")
    stage.settle()
    assert page.editor.body.toPlainText() == "Not saved yet"
    assert template_drafts.list_drafts(stage.shop)["mine"].template.body == "Not saved yet"
    click(stage, page.discard_button)
    assert page.editor.body.toPlainText() == MINE.body
    assert template_drafts.list_drafts(stage.shop) == {}
    stage.window.toast.undo()
    stage.settle()
    assert page.editor.body.toPlainText() == "Not saved yet"


def test_a_draft_of_before_is_found(open_stage: Callable[..., Stage]) -> None:
    """A text that was begun in another sitting stands first in its channel, marked as not saved."""
    stage = open_stage(lively=False)
    draft = TemplateDraft("new:Tea", None, Template("Tea", ChannelName.EMAIL, "New tea", subject="Tea", version=1))
    template_drafts.keep(stage.shop, draft)
    page = stage.go("templates")
    assert page.list.item(1).text().startswith("Tea")
    assert "not saved" in page.list.item(1).text()
    page.gallery.select("new:Tea")
    stage.settle()
    click(stage, page.save_button)
    assert [each.name for each in templates.list_own(stage.shop.db)] == ["Tea"]
    assert template_drafts.list_drafts(stage.shop) == {}


@pytest.mark.parametrize("channel", ChannelName)
def test_a_new_one_on_every_channel(stage: Stage, channel: ChannelName) -> None:
    """`{"new": channel}` begins a text that is sound but for what only the owner knows."""
    page = stage.go("templates", {"new": str(channel)})
    typed(stage)
    assert page.editor.template().channel is channel
    problems = [page.editor.problems.item(at).text() for at in range(page.editor.problems.count())]
    assert all("Meta approved" in each for each in problems) == (channel is ChannelName.WHATSAPP) or not problems
    if not problems:
        click(stage, page.save_button)
        assert [each.name for each in templates.list_own(stage.shop.db)] == ["My message"]
    stage.go("templates", {"new": "pigeon"})
    assert stage.faults == []


def test_another_name_is_followed_by_the_campaign(stage: Stage) -> None:
    """C15: saved under another name it is the same template, also for the campaign that uses it; undo too."""
    page = open_own(stage, replace(MINE, campaign_type="we_miss_you"))
    campaigns.set_template(stage.shop.db, CampaignType.WE_MISS_YOU, "mine")
    page.editor.name.setText("ours")
    page.editor.name.textEdited.emit("ours")
    typed(stage)
    click(stage, page.save_button)
    assert stage.window.toast.sentence() == "“ours” was saved. “We miss you” says it from now on."
    assert campaigns.get_automatic(stage.shop.db, CampaignType.WE_MISS_YOU).template == "ours"
    stage.window.toast.undo()
    stage.settle()
    assert campaigns.get_automatic(stage.shop.db, CampaignType.WE_MISS_YOU).template == "mine"
    assert [each.name for each in templates.list_own(stage.shop.db)] == ["mine"]


def test_a_name_that_is_taken(stage: Stage) -> None:
    """A template is never written over by another one's name; the text stays in the editor."""
    template_tasks.save_over(stage.shop, replace(MINE, name="other"), None)
    page = open_own(stage)
    page.editor.name.setText("other")
    page.editor.name.textEdited.emit("other")
    typed(stage)
    click(stage, page.save_button)
    assert "already" in str(stage.faults[0])
    assert page.editor.name.text() == "other"
    assert {each.name for each in templates.list_own(stage.shop.db)} == {"mine", "other"}


def test_deleted_only_when_nobody_uses_it(stage: Stage) -> None:
    """C15: one in use is kept and its campaign is named, with the way there; a free one goes; undo undoes."""
    page = open_own(stage)
    campaigns.set_template(stage.shop.db, CampaignType.PRICE_DROP, "mine")
    page.refresh()
    stage.settle()
    page.delete_action.trigger()
    stage.settle()
    assert "is used by Price drop" in page.findChildren(InfoBar)[0].sentence()
    campaigns.set_template(stage.shop.db, CampaignType.PRICE_DROP, None)
    page.refresh()
    stage.settle()
    page.delete_action.trigger()
    stage.settle()
    assert templates.list_own(stage.shop.db) == []
    stage.window.toast.undo()
    stage.settle()
    assert [each.body for each in templates.list_own(stage.shop.db)] == [MINE.body]


def test_versions_are_looked_at_and_restored(stage: Stage) -> None:
    """C15: each version with its date and what changed; restoring one is undone by the notice."""
    template_tasks.save_over(stage.shop, MINE, None)
    template_tasks.save_over(stage.shop, replace(MINE, body="Hi you!"), "mine")
    page = stage.go("templates", {"template": "mine"})
    click(stage, page.views["versions"])
    versions = page.side.versions
    assert versions.list.count() == 2
    assert not versions.restore_button.isVisible()
    versions.list.setCurrentRow(1)
    assert "first_name" in versions.difference.toPlainText()
    click(stage, versions.restore_button)
    assert page.editor.body.toPlainText() == MINE.body
    stage.window.toast.undo()
    stage.settle()
    assert page.editor.body.toPlainText() == "Hi you!"
    assert len(templates.list_versions(stage.shop.db, "mine")) == 4


def test_differences_can_be_read_without_colours() -> None:
    """What went is struck out, what came is underlined; what a text holds stays text."""
    html = difference_html("good old <b>", "good new <b>")
    assert html.startswith("good ")
    assert ">old</s>" in html
    assert ">new</u>" in html
    assert "&lt;b&gt;" in html
    assert count_changes("a b c", "a x y c d") == 3


def test_seen_as_anybody(stage: Stage) -> None:
    """ux.md 5: as an invented customer, as the worst cases, and as somebody who is searched for."""
    long = add_customer(stage.shop.db, first_name="Maximiliana-Wilhelmina", name="Maximiliana-Wilhelmina Ak")
    page = open_own(stage, replace(MINE, body="Hi {first_name}!"))
    assert "Hi Ann!" in page.preview.proof.mail.toPlainText()
    page.preview.people.setCurrentIndex(page.preview.people.findData(StandIn.BARE))
    page.preview.people.activated.emit(page.preview.people.currentIndex())
    stage.settle()
    assert "first_name" in page.preview.fault.text()
    page.preview.people.setCurrentIndex(page.preview.people.findData(long))
    page.preview.people.activated.emit(page.preview.people.currentIndex())
    stage.settle()
    assert "Hi Maximiliana-Wilhelmina!" in page.preview.proof.mail.toPlainText()
    page.preview.people.activated.emit(page.preview.people.count() - 1)
    picker = page.preview.findChildren(CustomerPicker)[0]
    QTest.keyClicks(picker.search, "chen stone")
    stage.qtbot.wait(200)
    stage.settle()
    assert nameless(picker) == []
    assert cut_off(picker) == []
    click(stage, picker.choose_button)
    assert "Hi Chen!" in page.preview.proof.mail.toPlainText()


def test_nobody_of_that_name(stage: Stage) -> None:
    """The search for a customer says when it finds nobody."""
    picker = CustomerPicker(stage.desk, stage.window)
    picker.show()
    picker.search.setText("nobody at all")
    picker.look()
    stage.settle()
    assert picker.nobody.isVisible()
    assert not picker.choose_button.isEnabled()
    picker.close()


def test_costly_signs_are_replaced(stage: Stage) -> None:
    """C11: the preview of a text message says what it costs and why; one button mends it."""
    page = open_own(stage, SMS)
    assert "makes it 70 per part" in page.preview.proof.parts.text()
    click(stage, page.preview.cheaper_button)
    typed(stage)
    assert page.editor.body.toPlainText() == "Hi {first_name}, crème at {shop.name}"
    assert "70 per part" not in page.preview.proof.parts.text()
    assert not page.preview.cheaper_button.isVisible()


def test_checks_follow_the_text(stage: Stage) -> None:
    """ux.md 5: links, words and the rest are looked over as one types."""
    page = open_own(stage)
    click(stage, page.views["check"])
    assert all(line.startswith(("✓", "!")) for line in page.side.findings.lines)
    page.editor.body.setPlainText("Click here: http://shop.example")
    typed(stage)
    assert page.side.findings.lines[0].startswith("✗ A link is not encrypted: http://shop.example")
    assert any("click here" in line for line in page.side.findings.lines)


def test_a_test_goes_to_the_owner(stage: Stage) -> None:
    """C15: the text as it stands, saved or not, goes to the owner's own address; the answer stays on the screen."""
    page = open_own(stage)
    page.editor.body.setPlainText("Not saved, but seen")
    typed(stage)
    click(stage, page.test_button)
    dialog = page.test_dialog
    assert dialog.address.text() == "owner@example.com"
    click(stage, dialog.send_button)
    assert dialog.answer.text().startswith("✓ Only pretended")
    assert test_messages.count(stage.shop.db) == 1
    assert nameless(dialog) == []
    assert cut_off(dialog) == []


@pytest.mark.parametrize(
    ("address", "said"),
    [("nobody", "not an e-mail address"), ("ann.miller.0@example.com", "a customer's address")],
)
def test_a_test_that_can_not_go(stage: Stage, address: str, said: str) -> None:
    """Every bad address has its sentence, and the dialog stays for another try."""
    dialog = TestDialog(stage.desk, MINE, ChannelName.EMAIL, None, stage.window)
    dialog.show()
    stage.settle()
    dialog.address.setText(address)
    click(stage, dialog.send_button)
    assert said in dialog.answer.text()
    assert dialog.send_button.isEnabled()
    dialog.close()


def test_a_test_while_paused(stage: Stage) -> None:
    """promises.md: nothing is sent while sending is paused."""
    sending.pause(stage.shop)
    dialog = TestDialog(stage.desk, MINE, ChannelName.EMAIL, None, stage.window)
    dialog.show()
    stage.settle()
    click(stage, dialog.send_button)
    assert dialog.answer.text() == "Nothing was sent. Sending is paused."
    dialog.close()


def test_the_name_is_the_title_of_the_list(stage: Stage) -> None:
    """ux.md 5: a template that comes with the program has its title in the field too; its copy is called after it."""
    page = stage.go("templates", {"template": "seasonal_offer.email.de"})
    stage.settle()
    assert page.editor.name.text() == "Seasonal offer (de)"
    assert page.editor.template().name == "seasonal_offer.email.de"
    click(stage, page.copy_button)
    assert page.editor.name.text() == "Seasonal offer (mine)"
    assert page.editor.template().name == "Seasonal offer (mine)"


def test_the_first_steps_open_the_test_itself(stage: Stage) -> None:
    """ux.md 1: “Send yourself a test” asks for the address at once, for the message that customers get most."""
    page = stage.go("templates", {"test": True})
    stage.settle()
    dialog = page.test_dialog
    assert dialog.isVisible()
    assert page.editor.template().name == "we_miss_you.email.de"
    click(stage, dialog.send_button)
    assert dialog.answer.text().startswith("✓ Only pretended")
    assert test_messages.count(stage.shop.db) == 1
    dialog.close()


def test_of_two_wordings_one_or_each_is_tested(stage: Stage) -> None:
    """C2: a campaign that compares two texts sends the chosen one, or each in a message of its own."""
    other = replace(MINE, name="other", body="Hello again!")
    dialog = ask_for_test(stage.desk, stage.window, MINE, ChannelName.EMAIL, wordings={"A": MINE, "B": other, "C": SMS})
    stage.settle()
    shown = [dialog.which.itemText(at) for at in range(dialog.which.count())]
    assert shown == ["A: mine", "B: other", "C: text", "Each of them, in a message of its own"]
    dialog.which.setCurrentIndex(1)
    click(stage, dialog.send_button)
    assert test_messages.count(stage.shop.db) == 1
    dialog.which.setCurrentIndex(3)
    click(stage, dialog.send_button)
    assert test_messages.count(stage.shop.db) == 3
    first, second = dialog.answer.text().split("\n")
    assert first.startswith("✓ Only pretended")
    assert "“text” is written for SMS" in second
    assert nameless(dialog) == []
    assert cut_off(dialog) == []
    dialog.close()


@pytest.mark.parametrize("size", [QSize(1280, 760), QSize(960, 600)], ids=["1280", "960"])
@pytest.mark.parametrize("view", ["preview", "check", "versions", "write"])
def test_every_view_has_names_and_room(stage: Stage, size: QSize, view: str) -> None:
    """Every view of an own text fits, and everything that can have the keyboard has a name."""
    stage.window.resize(size)
    page = open_own(stage, replace(MINE, campaign_type="loyalty_reward"))
    if view != "write" or page.views["write"].isVisible():
        click(stage, page.views[view])
    assert faults_of(stage) == []


def test_the_list_is_searched_and_filtered(stage: Stage) -> None:
    """ux.md 5: by channel, by kind, by a word of the text; what is asked for by name is found through any filter."""
    page = open_own(stage)
    page.gallery.channels.setCurrentIndex(page.gallery.channels.findData("sms"))
    page.gallery.channels.activated.emit(page.gallery.channels.currentIndex())
    assert page.gallery.list.item(0).text() == "SMS"
    QTest.keyClicks(page.gallery.search, "price drop")
    assert page.gallery.list.count() == 3
    stage.go("templates", {"template": "mine"})
    assert page.gallery.key() == "mine"


@pytest.mark.parametrize(
    "body",
    [
        "{nonsense}",
        "{{ first_name | nonsense }}",
        "{% if first_name %}",
        "{{ first_name",
        "{% for x in (1..999999) %}x{% endfor %}",
    ],
)
def test_every_problem_has_words_of_the_window(body: str) -> None:
    """What the checks say is known to the window, which says it in the owner's language."""
    problems = find_problems(Template("x", ChannelName.WHATSAPP, body)) + find_problems(
        Template("x", ChannelName.EMAIL, body)
    )
    assert problems
    for placed in problems:
        assert any(re.fullmatch(pattern, placed.problem.message, re.DOTALL) for pattern, _ in known_sentences())
        assert problem_sentence(placed.problem)


def test_nothing_remote_is_loaded(stage: Stage) -> None:
    """ux.md 5: the preview asks no server for anything."""
    page = open_own(stage)
    browser = page.preview.proof.mail
    assert browser.loadResource(2, QUrl("http://127.0.0.1:9/pixel.png")) is None
