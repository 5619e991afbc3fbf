"""Settings: every section, and every state that a connection can be in."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QSpinBox

from reengage_desktop.domain.outcomes import AccountCause
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.tasks import backups, credentials
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.store import provider_states
from tests.shots.camera import Camera
from tests.shots.scenes import Scene


def _rules(camera: Camera) -> None:
    shop = camera.shop
    before = shop.settings()
    changed = {"reengagement.cap_per_week": "3", "reengagement.cap_per_month": "2", "sending.allowed_weekdays": "mon"}
    for key, text in changed.items():
        setting_tasks.set_setting(shop, key, text)
    page = camera.go("settings", {"section": "rules"})
    camera.take("settings-faults")
    page._stack.currentWidget().verticalScrollBar().setValue(10_000)
    camera.take("settings-rules-end")
    for key in changed:
        setting_tasks.set_setting(shop, key, before.texts[key])


def _reach(camera: Camera) -> None:
    page = camera.go("settings", {"section": "rules"})
    made = page.findChild(QSpinBox, "reengagement.inactivity_threshold")
    made.setFocus()
    made.lineEdit().selectAll()
    QTest.keyClicks(made, "12500")
    camera.take("settings-reach")
    QTest.keyClick(made, Qt.Key.Key_Return)
    camera.take("settings-reach-left")
    made.setValue(camera.shop.settings().whole(made.objectName()))


def _connections(camera: Camera) -> None:
    shop = camera.shop
    for key, text in {"host": "smtp.example.com", "from_address": "hello@example.com"}.items():
        setting_tasks.set_setting(shop, f"providers.smtp.{key}", text)
    credentials.set_secret(shop, "smtp", "password", "not a real one")
    setting_tasks.set_setting(shop, "providers.twilio.account_sid", "AC0000")
    setting_tasks.set_setting(shop, "providers.twilio.from_number", "+447700900123")
    credentials.set_secret(shop, "twilio", "auth_token", "not a real one")
    words = "Authenticate (20003)"
    provider_states.pause(shop.db, "twilio", AccountCause.CREDENTIALS, words, [ChannelName.SMS], shop.now())
    page = camera.go("settings", {"provider": "smtp"})
    camera.settle()
    camera.take("settings-provider-untested")
    camera.go("settings", {"provider": "twilio"})
    camera.settle()
    camera.take("settings-provider-refused")
    area = page._stack.currentWidget()
    assert isinstance(area, QScrollArea)
    area.verticalScrollBar().setValue(10_000)
    camera.take("settings-providers-end")
    area.verticalScrollBar().setValue(0)
    camera.take("settings-order")


def _copies(camera: Camera) -> None:
    backups.create(camera.shop)
    page = camera.go("settings", {"section": "backup"})
    page.sections["backup"].restore_button.click()
    camera.take("settings-restore")
    page.sections["backup"].question.hide()


def _others(camera: Camera) -> None:
    page = camera.go("settings", {"section": "privacy"})
    camera.take("settings-privacy")
    page._stack.currentWidget().verticalScrollBar().setValue(10_000)
    camera.take("settings-privacy-end")
    camera.go("settings", {"section": "advanced"})
    camera.take("settings-advanced")
    page.search.setText("limit")
    camera.take("settings-search")
    page.search.clear()
    page.open({"section": "shop"})


SCENES = (
    Scene("settings-faults settings-rules-end", _rules),
    Scene("settings-reach settings-reach-left", _reach),
    Scene("settings-provider-untested settings-provider-refused settings-providers-end settings-order", _connections),
    Scene("settings-restore", _copies),
    Scene("settings-privacy settings-privacy-end settings-advanced settings-search", _others),
)
