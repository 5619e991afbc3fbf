"""`templates list|show|save|check|preview|test`."""

from pathlib import Path
from typing import Any

from reengage_desktop.cli.answers import Answer, Stage
from reengage_desktop.cli.tables import table
from reengage_desktop.domain import templates as template_files
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import customers, templates, test_messages


def list_templates(shop: Shop, _arguments: Any, _stage: Stage) -> Answer:
    """Every template."""
    data = templates.list_templates(shop).as_json()
    rows = [
        (each["name"], each["channel"], each["language"], each["campaign_type"], _whose(each))
        for each in data["templates"]
    ]
    return Answer(data, table(("name", "channel", "language", "campaign", "whose"), rows))


def _whose(template: dict[str, Any]) -> str:
    return "ships with it" if template["built_in"] else f"yours, version {template['version']}"


def show(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """One template, as a file has it."""
    found = templates.get_template(shop, arguments.name)
    return Answer(found.as_json(), template_files.write(found.template).rstrip())


def save(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Saves a template from a text file."""
    found = templates.save_file(shop, Path(arguments.file))
    return Answer(found.as_json(), f"Saved: {found.template.name}, version {found.template.version}.")


def check(_shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Every fault with its line and column."""
    found = templates.check_file(Path(arguments.file))
    rows = [(each.line, each.column, each.message, each.suggestion) for each in found.problems]
    text = table(("line", "column", "what is wrong", "suggestion"), rows) if rows else "The template is sound."
    return Answer(found.as_json(), text)


def preview(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """What a customer would read."""
    template = templates.get_template(shop, arguments.name).template
    customer_id = customers.find_customer(shop, arguments.customer)
    data = templates.preview(shop, template, customer_id).as_json()
    return Answer(data, "\n\n".join(part for part in (data["subject"], data["text"]) if part))


def send_test(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Sends a message to the owner's own address; the answer is the result, also when it did not go."""
    template = templates.get_template(shop, arguments.name).template
    customer_id = None if arguments.customer is None else customers.find_customer(shop, arguments.customer)
    told = test_messages.send_test(shop, template, template.channel, arguments.address, customer_id)
    return Answer(told.as_json(), told.sentence)
