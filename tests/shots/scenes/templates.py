"""The templates' screens: a text of the owner's own with a fault, what is worth a look, its versions, each channel."""

from dataclasses import replace

from reengage_desktop.channels.protocol import ApprovedTemplate
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.tasks import templates as template_tasks
from reengage_desktop.jobs.tasks.approved_templates import Approved
from reengage_desktop.ui.templates.approved import ApprovedDialog
from reengage_desktop.ui.widgets.customer_picker import CustomerPicker
from reengage_desktop.ui.widgets.test_sending import TestDialog, ask_for_test
from tests.shots.camera import Camera
from tests.shots.scenes import Scene

OWN = Template(
    "Autumn hello",
    ChannelName.EMAIL,
    '# It is getting cold\n\nHi {{ customer.first_name | default: "there" }},\n\nour new blankets are in, and we kept '
    "**one** for you.\n\n> **{{ code.percent }} % off** with the code **{{ code.text }}**\n> Good until "
    "{{ code.expires_on }}.\n\n{% if website %}[Have a look]({{ shop.website }}){% endif %}\n\n{{ shop.name }}",
    campaign_type="we_miss_you",
    subject='It is getting cold, {{ customer.first_name | default: "dear customer" }}',
    preheader="One blanket is kept for you",
)
_WORDINGS = {"A": "we_miss_you.email.en", "B": "new_arrivals.email.en"}
SMS = Template("Short hello", ChannelName.SMS, "Hi {first_name}, café crème tonight 🙂 at {shop.name}? See you!")


def _own(camera: Camera) -> None:
    template_tasks.save_over(camera.shop, OWN, None)
    template_tasks.save_over(camera.shop, replace(OWN, body=OWN.body.replace("blankets", "wool blankets")), OWN.name)
    page = camera.go("templates", {"template": OWN.name})
    camera.take("templates-own")
    page.views["check"].click()
    camera.take("templates-check")
    page.views["versions"].click()
    page.side.versions.list.setCurrentRow(1)
    camera.take("templates-versions")
    page.views["preview"].click()
    page.preview.proof.as_phone.click()
    camera.take("templates-phone")
    page.preview.proof.as_mail.click()
    if not page.views["write"].isHidden():
        page.views["write"].click()
    page.editor.body.setPlainText(OWN.body.replace("customer.first_name", "customer.frist_name"))
    camera.settle()
    _typed(camera)
    camera.take("templates-problem")
    page.editor.body.setPlainText(OWN.body.replace("{% endif %}", "").replace("customer.first_name", "customer.frist"))
    page.views["preview"].click()
    _typed(camera)
    camera.take("templates-bare")
    page.discard_button.click()
    camera.settle()
    template_tasks.delete_template(camera.shop, OWN.name)


def _sms(camera: Camera) -> None:
    template_tasks.save_over(camera.shop, SMS, None)
    page = camera.go("templates", {"template": SMS.name})
    page.views["preview"].click()
    camera.take("templates-sms")
    template_tasks.delete_template(camera.shop, SMS.name)


def _dialogs(camera: Camera) -> None:
    page = camera.go("templates", {"template": "we_miss_you.email.en"})
    dialog = TestDialog(camera.desk, "we_miss_you.email.en", ChannelName.EMAIL, None, page)
    dialog.show()
    camera.settle()
    dialog.address.setText("me@example.com")
    dialog.send()
    camera.settle()
    camera.take("templates-test", dialog)
    dialog.close()
    every = {each.name: each for each in template_tasks.list_templates(camera.shop).templates}
    wordings = {letter: every[name] for letter, name in _WORDINGS.items()}
    dialog = ask_for_test(camera.desk, page, "we_miss_you.email.en", ChannelName.EMAIL, wordings=wordings)
    camera.take("templates-test-wordings", dialog)
    dialog.close()
    picker = CustomerPicker(camera.desk, page)
    picker.search.setText("an")
    picker.look()
    camera.take("templates-picker", picker)
    picker.close()


def _approved(camera: Camera) -> None:
    dialog = ApprovedDialog(camera.desk, "Chat", lambda _template: None, camera.go("templates"))
    dialog.show()
    camera.settle()
    dialog.show_approved(
        Approved(
            "WhatsApp Business (Meta)",
            (
                ApprovedTemplate(
                    "we_miss_you", "we_miss_you", "en_US",
                    "Hi {{1}}, it has been a while since you chose {{2}}. We would love to see you again.",
                    is_approved=True,
                ),
                ApprovedTemplate("sale", "autumn_sale", "en_US", "Hi {{1}}, our sale begins today.", is_approved=True),
            ),
            others=3,
        )
    )  # fmt: skip
    camera.take("templates-approved", dialog)
    dialog.close()


def _typed(camera: Camera) -> None:
    """Waits for the moment after the last key."""
    from PySide6.QtTest import QTest  # noqa: PLC0415 - Qt is up by now

    QTest.qWait(300)
    camera.settle()


SCENES = (
    Scene("templates-own templates-check templates-versions templates-phone templates-problem templates-bare", _own),
    Scene("templates-sms", _sms),
    Scene("templates-approved", _approved),
    Scene("templates-test templates-test-wordings templates-picker", _dialogs),
)
