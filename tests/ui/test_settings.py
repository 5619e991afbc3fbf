"""Settings: applied at once, refused under the field, undone by the notice; connections in every state."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt, QTime
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QSpinBox, QTimeEdit

from reengage_desktop.channels.registry import PROVIDERS
from reengage_desktop.domain.outcomes import AccountCause
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.events import SettingsChanged
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import credentials, customers, rhythm, sending
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.store import provider_states
from reengage_desktop.store import settings as stored_settings
from reengage_desktop.ui.settings.fields import SAVE_MS
from reengage_desktop.ui.settings.provider import ProviderView
from reengage_desktop.ui.widgets.info_bar import InfoBar
from tests.servers.smtp import FakeSmtp
from tests.ui.fit import faults_of
from tests.ui.stage import Stage

LEFT = Qt.MouseButton.LeftButton
SECTIONS = ["shop", "rules", "connections", "privacy", "backup", "app", "advanced"]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[FakeSmtp]:
    with FakeSmtp(log=tmp_path / "mail.log") as running:
        yield running


def open_section(stage: Stage, section: str) -> Any:
    return stage.go("settings", {"section": section})


def click(stage: Stage, made: QPushButton | QCheckBox) -> None:
    assert made.isEnabled()
    made.click()
    stage.settle()


def write(stage: Stage, page: Any, key: str, text: str) -> Any:
    made = page.findChild(QLineEdit, key)
    assert made is not None
    made.setText(text)
    made.editingFinished.emit()
    stage.settle()
    return made


def fault_under(page: Any, key: str) -> Any:
    """What is said under the field of a setting, if anything."""
    fields = {field.key: field for section in page.sections.values() for field in section.fields()}
    assert key in fields, f"{key} is not on the screen yet"
    return fields[key].fault.text()


def text_of(shop: Shop, key: str) -> str:
    return shop.settings().texts[key]


def test_a_setting_holds_at_once_and_is_undone(stage: Stage) -> None:
    """ux.md 8: applied at once with a notice; Undo takes it back."""
    page = open_section(stage, "shop")
    write(stage, page, "business.name", "Willow & Wick")
    assert text_of(stage.shop, "business.name") == "Willow & Wick"
    stage.window.toast.undo()
    stage.settle()
    assert text_of(stage.shop, "business.name") == "Corner Coffee"
    assert page.findChild(QLineEdit, "business.name").text() == "Corner Coffee"


def test_the_notice_says_from_what_to_what(stage: Stage) -> None:
    """ux.md 8: “Inactivity: 60 → 45 days.” with an Undo; words too long for a notice are not repeated in it."""
    page = open_section(stage, "rules")
    told = stage.window.toast.sentence
    days = page.findChild(QSpinBox, "reengagement.inactivity_threshold")
    days.setValue(45)
    days.editingFinished.emit()
    stage.settle()
    assert told() == "No purchase for: 60 → 45 days."
    click(stage, page.findChild(QCheckBox, "reengagement.review_before_sending"))
    assert told() == "I approve automatic messages before they go: on → off."
    quiet = page.findChild(QTimeEdit, "sending.quiet_start")
    quiet.setTime(QTime(19, 30))
    quiet.editingFinished.emit()
    stage.settle()
    assert told().endswith(" → 19:30.")
    page = open_section(stage, "shop")
    write(stage, page, "business.website", "https://example.com")
    assert told() == "Website: nothing → https://example.com."
    write(stage, page, "business.website", "https://example.com/" + "long" * 20)
    assert told() == "“Website” was changed."
    stage.window.toast.undo()
    stage.settle()
    assert text_of(stage.shop, "business.website") == "https://example.com"


@pytest.mark.parametrize(
    ("section", "key", "text", "said"),
    [
        ("shop", "business.reply_to", "nobody", "no e-mail address"),
        ("rules", "sending.holidays", "24.12.", "Write days like"),
        ("connections", "channels.sms.price", "seven cents", "an amount such as 0.07"),
        ("connections", "providers.smtp.host", "not a host!", "no server"),
        ("connections", "providers.smtp.from_address", "x", "no e-mail address"),
        ("connections", "providers.twilio.from_number", "++", "no phone number"),
    ],
)
def test_a_wrong_text_is_told_under_its_field(stage: Stage, section: str, key: str, text: str, said: str) -> None:
    """B6: what can't be taken is said in the owner's words where she typed it, and the old value stays."""
    page = stage.go("settings", {"section": section, "setting": key})
    before = text_of(stage.shop, key)
    made = write(stage, page, key, text)
    assert said in fault_under(page, key)
    assert made.property("fault") == "true"
    assert text_of(stage.shop, key) == before
    below = [each.geometry() for each in made.parentWidget().findChildren(QLabel) if each.isVisible()]
    assert below, "nothing is said below the field"
    assert all(one.bottom() < other.top() for one, other in pairwise([made.geometry(), *below])), "words over the field"
    page.sections[section].show_settings(stage.shop.settings())
    assert made.text() == text, "the words that the fault is about went while it stayed"
    write(stage, page, key, before)
    assert not fault_under(page, key)


@pytest.mark.parametrize(
    ("key", "typed", "stored"),
    [
        ("business.country", "France", "FR"),
        ("business.country", "at", "AT"),
        ("business.currency", "GBP", "GBP"),
        ("business.timezone", "america/new york", "America/New_York"),
    ],
)
def test_a_place_is_typed_or_chosen(stage: Stage, key: str, typed: str, stored: str) -> None:
    """A country, currency or zone is found by its name or its code; one that there isn't is refused."""
    page = open_section(stage, "shop")
    made = page.findChild(QComboBox, key)
    line = made.lineEdit()
    assert made.count() > 100
    line.setText(typed)
    line.editingFinished.emit()
    stage.settle()
    assert text_of(stage.shop, key) == stored
    shown = line.text()
    line.setText("Narnia")
    line.editingFinished.emit()
    stage.settle()
    assert text_of(stage.shop, key) == stored
    assert fault_under(page, key)
    assert line.text() == shown


def test_figures_are_saved_after_their_last_step(stage: Stage) -> None:
    """Holding an arrow is one change with one notice; leaving the field saves at once."""
    page = open_section(stage, "rules")
    made = page.findChild(QSpinBox, "reengagement.inactivity_threshold")
    made.stepUp()
    made.stepUp()
    assert text_of(stage.shop, "reengagement.inactivity_threshold") == "60"
    stage.qtbot.wait(SAVE_MS + 50)
    stage.settle()
    assert text_of(stage.shop, "reengagement.inactivity_threshold") == "62"
    stage.window.toast.undo()
    stage.settle()
    assert made.value() == 60
    at = page.findChild(QTimeEdit, "reengagement.run_time")
    at.setTime(at.time().addSecs(3600))
    at.editingFinished.emit()
    stage.settle()
    assert text_of(stage.shop, "reengagement.run_time") == "10:00"


def test_what_another_process_sets_is_shown_and_what_is_typed_stays(stage: Stage) -> None:
    """B6: a field takes over what the command line stored, also one that has the keyboard; not while it is typed in."""
    page, shop = open_section(stage, "rules"), stage.shop
    cap = page.findChild(QSpinBox, "reengagement.cap_per_month")
    days = page.findChild(QSpinBox, "reengagement.inactivity_threshold")
    for key, text in (("reengagement.cap_per_month", "3"), ("reengagement.inactivity_threshold", "70")):
        stored_settings.put(shop.db, key, text, shop.now())
    days.setFocus()
    days.selectAll()
    QTest.keyClicks(days, "45")
    shop.events.publish(SettingsChanged(""))
    stage.qtbot.waitUntil(lambda: cap.value() == 3, timeout=5_000)
    assert days.value() == 45
    cap.setFocus()
    stage.settle()
    assert text_of(shop, "reengagement.inactivity_threshold") == "45"
    stored_settings.put(shop.db, "reengagement.cap_per_month", "2", shop.now())
    shop.events.publish(SettingsChanged(""))
    stage.qtbot.waitUntil(lambda: cap.value() == 2, timeout=5_000)


def test_a_number_out_of_reach_is_told_at_its_field(stage: Stage) -> None:
    """B6: too large a number is said so below its field while it is typed; nothing of it is saved."""
    page = open_section(stage, "rules")
    key = "reengagement.cap_per_month"
    made, before = page.findChild(QSpinBox, key), text_of(stage.shop, key)
    made.setFocus()
    made.selectAll()
    QTest.keyClicks(made, "125")
    assert fault_under(page, key).startswith("From 1 to 30")
    QTest.keyClick(made, Qt.Key.Key_Return)
    stage.qtbot.wait(SAVE_MS + 50)
    stage.settle()
    assert text_of(stage.shop, key) == before
    assert fault_under(page, key)
    made.stepUp()
    assert not fault_under(page, key)


def test_all_faults_at_once_each_under_its_field(stage: Stage) -> None:
    """B6: rules that don't go together are all told, each under the field that mends it, and counted in the list."""
    for key, text in {
        "reengagement.cap_per_week": "3",
        "reengagement.cap_per_month": "2",
        "sending.quiet_start": "08:00",
        "business.postal_address": "",
        "reengagement.too_long_gone_days": "30",
    }.items():
        setting_tasks.set_setting(stage.shop, key, text)
    page = open_section(stage, "rules")
    stage.settle()
    assert "less than in 7 days" in fault_under(page, "reengagement.cap_per_month")
    assert "no hour" in fault_under(page, "sending.quiet_end")
    assert "nobody is left" in fault_under(page, "reengagement.too_long_gone_days")
    open_section(stage, "shop")
    assert "no e-mail starts" in fault_under(page, "business.postal_address")
    assert page.list.item(1).text() == "Sending rules (3)"
    setting_tasks.set_setting(stage.shop, "reengagement.cap_per_month", "4")
    stage.settle()
    assert not fault_under(page, "reengagement.cap_per_month")
    assert page.list.item(1).text() == "Sending rules (2)"


def test_weekdays_are_ticked(stage: Stage) -> None:
    """C13: the days are ticked in the week's own order; the last one can't be taken away."""
    page = open_section(stage, "rules")
    boxes = page.sections["rules"].weekdays.boxes
    for day in ("sat", "sun"):
        click(stage, boxes[day])
    assert text_of(stage.shop, "sending.allowed_weekdays") == "mon,tue,wed,thu,fri"
    for day in ("mon", "tue", "wed", "thu", "fri"):
        click(stage, boxes[day])
    assert text_of(stage.shop, "sending.allowed_weekdays") == "fri"
    assert "at least one day" in fault_under(page, "sending.allowed_weekdays")


def test_the_rhythm_proposes(stage: Stage) -> None:
    """ux.md 1, A2: the shop's own rhythm is said, and its proposal taken with one click and undone with another."""
    found = rhythm.propose(stage.shop).rhythm.threshold_days
    assert found is not None
    setting_tasks.set_setting(stage.shop, "reengagement.inactivity_threshold", str(found + 7))
    page = open_section(stage, "rules")
    section = page.sections["rules"]
    assert "usually buy every" in section.stopped.text()
    click(stage, section.take_button)
    assert text_of(stage.shop, "reengagement.inactivity_threshold") == str(found)
    assert not section.take_button.isVisible()
    stage.window.toast.undo()
    stage.settle()
    assert text_of(stage.shop, "reengagement.inactivity_threshold") == str(found + 7)


def test_a_setting_is_searched_and_jumped_to(stage: Stage) -> None:
    """A setting is found by its words, and a click on it opens its section with the keyboard on it."""
    page = open_section(stage, "shop")
    stage.window.activateWindow()
    QTest.keyClicks(page.search, "quiet from")
    assert page.found.count() == 1
    page.found.itemClicked.emit(page.found.item(0))
    stage.settle()
    assert page.list.currentRow() == SECTIONS.index("rules")
    assert page.findChild(QTimeEdit, "sending.quiet_start").hasFocus()
    page.search.setText("no such thing")
    assert page.nothing.isVisible()
    page.search.clear()
    assert page.list.isVisible()
    stage.go("settings", {"setting": "providers.twilio.account_sid"})
    assert page.list.currentRow() == SECTIONS.index("connections")
    assert page.findChild(QLineEdit, "providers.twilio.account_sid").isVisible()


def view_of(page: Any, name: str) -> ProviderView:
    view: ProviderView = page.sections["connections"].views[name]
    return view


def test_a_key_is_saved_shown_tested_and_removed(stage: Stage) -> None:
    """D1: a key goes to the password store and never back to the screen; Disconnect removes it, with a notice."""
    page = stage.go("settings", {"provider": "twilio"})
    view = view_of(page, "twilio")
    assert view.details.isVisible()
    field = view.secrets["auth_token"]
    assert field.echoMode() == QLineEdit.EchoMode.Password
    stage.find(QPushButton, "Show or hide what is typed: Auth token").click()
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    QTest.keyClicks(field, "a-secret-token")
    QTest.keyClick(field, Qt.Key.Key_Return)
    stage.settle()
    assert stage.shop.secrets.get("twilio", "auth_token") == "a-secret-token"
    assert not field.text()
    assert view.answer.text() == f"✓ Saved in {stage.shop.secrets.backend_name}."
    click(stage, view.test_button)
    assert "missing" in view.answer.text()
    assert view.answer.property("role") == "bad"
    click(stage, view.forget_button)
    assert stage.shop.secrets.get("twilio", "auth_token") is None
    assert "removed" in stage.window.toast.accessibleName() or "removed" in view.answer.text()


def test_the_states_of_a_connection(stage: Stage, server: FakeSmtp) -> None:
    """ux.md 8: not connected, saved and untested, works, refused: each in words, on the card and in the order."""
    page = stage.go("settings", {"provider": "smtp"})
    view = view_of(page, "smtp")
    assert view.chip.text() == "Not connected"
    write(stage, page, "providers.smtp.host", "127.0.0.1")
    write(stage, page, "providers.smtp.from_address", "hello@example.com")
    for key, text in {"providers.smtp.port": str(server.port), "providers.smtp.security": "none"}.items():
        setting_tasks.set_setting(stage.shop, key, text)
    stage.settle()
    assert view.chip.text() == "Saved, not tested"
    click(stage, view.test_button)
    assert view.chip.text() == "Works"
    assert view.answer.text().startswith("✓")
    provider_states.pause(
        stage.shop.db, "smtp", AccountCause.CREDENTIALS, "535 5.7.8 bad", [ChannelName.EMAIL], stage.shop.now()
    )
    page.refresh()
    stage.settle()
    assert view.chip.text() == "Refused"
    assert "535 5.7.8 bad" in view.answer.text()


def test_without_a_password_store(stage: Stage) -> None:
    """Promise 25: the bar says that keys are gone with the program and what follows from it."""
    page = open_section(stage, "connections")
    bars = [each.sentence() for each in page.sections["connections"].findChildren(InfoBar)]
    assert any("no password store" in each for each in bars)


def test_a_key_file_is_read(stage: Stage, tmp_path: Path) -> None:
    """A service account's file is taken in as one line; a file that is none is told."""
    page = stage.go("settings", {"provider": "fcm"})
    view = view_of(page, "fcm")
    file = tmp_path / "key.json"
    file.write_text('{\n  "type": "service_account"\n}')
    view.take_file(view.secrets["service_account_json"], file)
    assert view.secrets["service_account_json"].text() == '{ "type": "service_account" }'
    view.take_file(view.secrets["service_account_json"], tmp_path / "missing.json")
    assert "not found" in view.answer.text()


def test_channels_in_their_order(stage: Stage) -> None:
    """B1: a channel is taken in and out, moved up, and given to another provider; each with its undo."""
    page = open_section(stage, "connections")
    stage.find(QCheckBox, "Use WhatsApp").click()
    stage.settle()
    assert text_of(stage.shop, "reengagement.channels") == "email,sms,whatsapp"
    stage.find(QPushButton, "WhatsApp earlier").click()
    stage.settle()
    assert text_of(stage.shop, "reengagement.channels") == "email,whatsapp,sms"
    provider = stage.find(QComboBox, "Provider for SMS")
    provider.setCurrentIndex(provider.findData("vonage"))
    provider.activated.emit(provider.currentIndex())
    stage.settle()
    assert text_of(stage.shop, "channels.sms.provider") == "vonage"
    stage.window.toast.undo()
    stage.settle()
    assert text_of(stage.shop, "channels.sms.provider") == "pretend"
    for name in ("E-mail", "SMS", "WhatsApp"):
        stage.find(QCheckBox, f"Use {name}").click()
        stage.settle()
    assert "nobody can be written to" in page.sections["connections"].fault.text()


def test_who_is_never_written_to(stage: Stage) -> None:
    """C18: the list with its search; one person's data is found through her name."""
    person = int(stage.shop.db.value("SELECT min(id) FROM customers WHERE email LIKE 'bob%'"))
    customers.opt_out(stage.shop, person, ChannelName.EMAIL)
    page = open_section(stage, "privacy")
    section = page.sections["privacy"]
    section.search.setText("bob")
    stage.qtbot.wait(200)
    stage.settle()
    table = section.table
    assert [table.item(0, column).text() for column in (1, 2)] == ["E-mail", "Said no"]
    section.search.setText("nobody at all")
    stage.qtbot.wait(200)
    stage.settle()
    assert table.isHidden()
    asked: list[tuple[str, object]] = []
    stage.desk.page_asked.connect(lambda name, argument: asked.append((name, argument)))
    click(stage, section.find_button)
    section.picker.picked.emit(person, "Bob")
    assert asked == [("customers", {"customer": person})]


def test_the_paragraph_is_copied(stage: Stage) -> None:
    """A20: in the shop's language or another, with one click into the clipboard."""
    section = open_section(stage, "privacy").sections["privacy"]
    paragraph: QPlainTextEdit = section.paragraph
    assert paragraph.toPlainText().startswith("Wir speichern")
    section.language.setCurrentIndex(0)
    section.language.activated.emit(0)
    stage.settle()
    click(stage, section.copy_button)
    assert QGuiApplication.clipboard().text().startswith("We keep your name")


def test_copies_are_saved_checked_and_restored(stage: Stage) -> None:
    """Promise 14: a copy is made, read through, and restored only after what that means was said."""
    page = open_section(stage, "backup")
    section = page.sections["backup"]
    assert not section.restore_button.isEnabled()
    click(stage, section.save_button)
    assert section.list.count() == 1
    click(stage, section.check_button)
    assert "is sound" in section.answer.text()
    write(stage, stage.go("settings", {"section": "shop"}), "business.name", "Another name")
    open_section(stage, "backup")
    click(stage, section.restore_button)
    assert section.question.isVisible()
    click(stage, section.cancel_button)
    assert text_of(stage.shop, "business.name") == "Another name"
    click(stage, section.restore_button)
    click(stage, section.confirm_button)
    assert text_of(stage.shop, "business.name") == "Corner Coffee"
    assert sending.read_pause(stage.shop).paused
    assert section.list.count() == 2
    (stage.shop.paths.backups / "shop-broken.db").write_bytes(b"nothing")
    page.refresh()
    stage.settle()
    broken = next(at for at in range(3) if "broken" in section.list.item(at).toolTip())
    section.list.setCurrentRow(broken)
    click(stage, section.check_button)
    assert section.answer.property("role") == "bad"


def test_the_report_is_saved(stage: Stage, tmp_path: Path) -> None:
    """Promise 26: the report for support goes into a file and nowhere else."""
    section = open_section(stage, "advanced").sections["advanced"]
    section.save_report(tmp_path / "report.txt")
    stage.settle()
    assert "Reengage Desktop" in (tmp_path / "report.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", ["app.start_at_login", "app.notifications", "sending.test_mode"])
def test_switches_of_the_program(stage: Stage, key: str) -> None:
    """Each switch holds at once and is undone by the notice."""
    section = "advanced" if key.startswith("sending") else "app"
    page = open_section(stage, section)
    box = page.findChild(QCheckBox, key)
    before = stage.shop.settings().is_on(key)
    click(stage, box)
    assert stage.shop.settings().is_on(key) is not before
    stage.window.toast.undo()
    stage.settle()
    assert stage.shop.settings().is_on(key) is before


@pytest.mark.parametrize("size", [QSize(1280, 760), QSize(960, 600)], ids=["1280", "960"])
@pytest.mark.parametrize("lively", [True, False], ids=["lively", "empty"])
def test_every_section_has_names_and_room(open_stage: Callable[..., Stage], size: QSize, lively: bool) -> None:
    """Every section, and every provider's card when it is open, fits at both sizes."""
    stage = open_stage(lively=lively)
    stage.window.resize(size)
    faults = []
    for section in SECTIONS:
        open_section(stage, section)
        faults += [f"{section}: {text}" for text in faults_of(stage)]
    for name in ("smtp", "twilio", "whatsapp_cloud", "ses", "fcm"):
        stage.go("settings", {"provider": name})
        faults += [f"{name}: {text}" for text in faults_of(stage)]
    assert not faults, "\n".join(faults)


def test_a_kept_key_of_a_provider_that_cant_send_yet(stage: Stage) -> None:
    """A key may be kept for a later version; the card says that nothing goes through it yet."""
    later = next((name for name, card in PROVIDERS.items() if not card.is_offered), None)
    if later is None:
        return
    credentials.set_secret(stage.shop, later, PROVIDERS[later].secrets[0], "kept")
    page = stage.go("settings", {"provider": later})
    assert "can't send through it yet" in view_of(page, later).answer.text()
    assert view_of(page, later).forget_button.isEnabled()
