"""The owner's templates: saved in versions, refused with the fault, deleted only when unused."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName
from reengage_desktop.store import campaigns, template_uses, templates
from reengage_desktop.store.database import Database, open_database
from reengage_desktop.store.templates import TemplateNotFound, TemplateRefused
from tests.shop_rows import AT, add_customer

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
MINE = Template("mine", ChannelName.SMS, "Hi {name}", campaign_type="we_miss_you")


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    found = open_database(tmp_path / "shop.db")
    yield found
    found.close()


def test_versions(db: Database) -> None:
    """C15: every saving is a version that can be looked at again; the newest one is used."""
    assert templates.save(db, MINE, NOW).version == 1
    again = Template("mine", ChannelName.SMS, "Hello {name}", campaign_type="we_miss_you")
    assert templates.save(db, again, NOW).version == 2
    assert templates.get(db, "mine").body == "Hello {name}"
    kept = [(version, template.body) for version, _, template in templates.list_versions(db, "mine")]
    assert kept == [(2, "Hello {name}"), (1, "Hi {name}")]


def test_shipped_ones_stay(db: Database) -> None:
    """C15: a template that ships with the program can be copied, not changed or deleted."""
    shipped = templates.get(db, "we_miss_you.email.en")
    assert shipped.is_built_in
    with pytest.raises(TemplateRefused, match="another name"):
        templates.save(db, shipped, NOW)
    with pytest.raises(TemplateRefused, match="can't be deleted"):
        template_uses.delete(db, shipped.name)


@pytest.mark.parametrize("body", ["Hi {nme}", "{% if name %}", "{{ name"])
def test_faulty_ones_are_refused(db: Database, body: str) -> None:
    """C15, promise 24: nothing with an unknown field or an open block is ever saved."""
    with pytest.raises(TemplateRefused):
        templates.save(db, Template("bad", ChannelName.SMS, body), NOW)
    with pytest.raises(TemplateNotFound):
        templates.get(db, "bad")


def test_used_ones_are_kept(db: Database) -> None:
    """C15: a template in use is not deleted; where it is used is told."""
    templates.save(db, MINE, NOW)
    campaigns.set_template(db, CampaignType.PRICE_DROP, "mine")
    with pytest.raises(TemplateRefused, match="Price drop"):
        template_uses.delete(db, "mine")
    campaigns.set_template(db, CampaignType.PRICE_DROP, None)
    template_uses.delete(db, "mine")
    assert templates.list_own(db) == []


def test_changes_let_look_again(db: Database) -> None:
    """A18: a template or a campaign that changes makes everybody due who ever bought."""
    ann, bob = add_customer(db, last_order_at=AT), add_customer(db)
    for change in (
        lambda: templates.save(db, MINE, NOW),
        lambda: template_uses.delete(db, "mine"),
        lambda: campaigns.set_active(db, CampaignType.WE_MISS_YOU, active=False),
    ):
        db.run("UPDATE customers SET next_look_on = NULL")
        change()
        assert dict(db.rows("SELECT id, next_look_on FROM customers")) == {ann: 0, bob: None}
    assert not campaigns.set_active(db, CampaignType.WE_MISS_YOU, active=False)
    assert not campaigns.get_automatic(db, CampaignType.WE_MISS_YOU).is_active


def test_language_is_the_nearest(db: Database) -> None:
    """C15: the customer's language, else English, else what there is."""
    german = Template("de", ChannelName.SMS, "Hallo", language="de", campaign_type="we_miss_you")
    templates.save(db, german, NOW)
    assert templates.find_for(db, "we_miss_you", ChannelName.SMS, "en") == templates.get(db, "de")
    templates.save(db, MINE, NOW)
    assert templates.find_for(db, "we_miss_you", ChannelName.SMS, "en") == templates.get(db, "mine")
    assert templates.find_for(db, "we_miss_you", ChannelName.SMS, "de") == templates.get(db, "de")
    shipped = templates.find_for(db, "we_miss_you", ChannelName.WHATSAPP, "de")
    assert shipped is not None
    assert shipped.name == "we_miss_you.whatsapp.de"


def test_another_name_goes_everywhere(db: Database) -> None:
    """C15: a renamed template keeps its versions, and every campaign that names it follows."""
    templates.save(db, MINE, NOW)
    templates.save(db, MINE, NOW)
    db.run("UPDATE campaigns SET message_template = 'mine' WHERE campaign_type = 'we_miss_you'")
    db.run(
        'UPDATE campaigns SET steps = \'[{"after_days": 0, "channel": "sms", "template": "mine"}]\', '
        'variants = \'[{"template": "mine", "share": 50}]\' WHERE campaign_type = \'price_drop\''
    )
    assert [use.campaign for use in template_uses.list_uses(db, "mine")] == ["Price drop", "We miss you"]
    template_uses.rename(db, "mine", "hello", NOW)
    assert template_uses.list_uses(db, "mine") == []
    assert [use.campaign for use in template_uses.list_uses(db, "hello")] == ["Price drop", "We miss you"]
    assert len(templates.list_versions(db, "hello")) == 2
    with pytest.raises(TemplateNotFound):
        templates.get(db, "mine")
    with pytest.raises(TemplateRefused, match="is used by Price drop, We miss you"):
        template_uses.delete(db, "hello")


@pytest.mark.parametrize("taken", ["other", "we_miss_you.sms.en"])
def test_a_name_that_is_taken_is_refused(db: Database, taken: str) -> None:
    """C15: no template is ever written over by giving another one its name."""
    templates.save(db, MINE, NOW)
    templates.save(db, Template("other", ChannelName.SMS, "Bye {name}"), NOW)
    with pytest.raises(TemplateRefused, match="already"):
        template_uses.rename(db, "mine", taken, NOW)
    assert templates.get(db, "mine").body == "Hi {name}"
