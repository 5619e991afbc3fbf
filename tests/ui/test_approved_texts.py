"""Choosing a wording that WhatsApp has approved, from Meta's list to the text in the editor."""

from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.jobs.tasks import templates as template_tasks
from reengage_desktop.ui.templates.approved import ApprovedDialog
from tests.servers import whatsapp
from tests.ui.fit import cut_off, nameless
from tests.ui.stage import Stage

CHAT = Template("chat", ChannelName.WHATSAPP, "Hello {{ first_name }}, see you.", provider_template="old", version=1)


def test_an_approved_text_comes_into_the_editor(stage: Stage) -> None:
    """C12: fetched from Meta, its places filled with fields, its name and language taken over; unsaved until saved."""
    template_tasks.save_over(stage.shop, CHAT, None)
    with whatsapp.FakeWhatsApp() as server:
        text = "Hi {{1}}, your {{2}} is here."
        body = {"type": "BODY", "text": text}
        server.wordings = {"kept": {"name": "kept", "language": "de", "status": "APPROVED", "components": [body]}}
        server.templates = {"kept"}
        for name, value in {
            "phone_number_id": whatsapp.PHONE_NUMBER_ID,
            "business_account_id": whatsapp.BUSINESS_ACCOUNT_ID,
            "base_url": server.url,
        }.items():
            setting_tasks.set_setting(stage.shop, f"providers.whatsapp_cloud.{name}", value)
        setting_tasks.set_setting(stage.shop, "channels.whatsapp.provider", "whatsapp_cloud")
        stage.shop.secrets.set("whatsapp_cloud", "access_token", whatsapp.ACCESS_TOKEN)
        stage.settle()
        page = stage.go("templates", {"template": "chat"})
        stage.settle()
        assert page.approved_action.isVisible()
        page.approved_action.trigger()
        dialog = page.findChild(ApprovedDialog)
        assert dialog is not None
        stage.qtbot.waitUntil(lambda: dialog.list.count() == 1, timeout=10_000)
        assert nameless(dialog) == []
        assert cut_off(dialog) == []
        assert list(dialog.places) == ["1", "2"]
        dialog.places["2"].setCurrentIndex(dialog.places["2"].findData("last_product"))
        dialog.use_button.click()
        stage.settle()
    written = page.editor.template()
    assert (written.provider_template, written.language) == ("kept", "de")
    assert "customer.first_name" in written.body
    assert "last_product" in written.body
    assert written.body.startswith("Hi {{")
    assert template_tasks.get_template(stage.shop, "chat").template.provider_template == "old"


def test_without_a_provider_the_reason_is_said(stage: Stage) -> None:
    """8: nothing to choose, and why."""
    template_tasks.save_over(stage.shop, CHAT, None)
    page = stage.go("templates", {"template": "chat"})
    stage.settle()
    page.approved_action.trigger()
    dialog = page.findChild(ApprovedDialog)
    assert dialog is not None
    before = dialog.words.text()
    stage.qtbot.waitUntil(lambda: dialog.words.text() != before, timeout=10_000)
    assert not dialog.use_button.isEnabled()
    assert dialog.words.text()
    dialog.reject()
