"""What an owner's campaign says: the template for each channel, wording and step, filled in for a customer (C15)."""

from dataclasses import dataclass
from datetime import datetime

from reengage_desktop.domain.campaign_plans import LETTERS, CampaignPlan, OwnCampaignType, Step
from reengage_desktop.domain.criteria import nearest
from reengage_desktop.domain.customers import Customer
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.templates import Template, check_template
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName
from reengage_desktop.domain.wordings import place_among
from reengage_desktop.engine.composing import CannotCompose, Matter, Writer
from reengage_desktop.engine.composing.values import language_of, shop_language
from reengage_desktop.engine.composing.weighing import Scales
from reengage_desktop.engine.discounting import offer_code
from reengage_desktop.store import templates
from reengage_desktop.store.database import Database
from reengage_desktop.store.discounts import Code
from reengage_desktop.store.suppressions import address_salt

# A win-back without a wording of its own says what the automatic one says.
_SPEAKS_FOR = {OwnCampaignType.WINBACK: CampaignType.WE_MISS_YOU}


@dataclass(frozen=True)
class Worded:
    """A message for one customer: its text, which wording it is, and the code that it names (not kept yet)."""

    content: Content
    variant: str | None
    code: Code | None


class Wording:
    """Writes one campaign's messages."""

    def __init__(self, db: Database, plan: CampaignPlan, settings: Settings, now: datetime, key: str = "") -> None:
        """`key`: what the split between wordings depends on beside the customer; the campaign's number."""
        self._db = db
        self._plan = plan
        self._settings = settings
        self._now = now
        self._writer = Writer(db, settings, now)
        self._scales = Scales(db, self._writer, plan.campaign_type, settings, now)
        self._key = key
        self._known = templates.names(db)
        self._found: dict[tuple[str | None, ChannelName, str], Template | None] = {}
        self._salt = address_salt(db) if plan.variants else b""
        self._variant_channel = self._channel_of_variants()

    def write(
        self, customer: Customer, channel: ChannelName, step: Step | None = None, letter: str | None = None
    ) -> Worded:
        """The message for a customer; raises MissingField and CannotCompose. Writes nothing.

        `letter`: the wording to look at, where the plan compares several; else the one that falls to the customer.
        """
        letter, template = self._template(customer, channel, step, letter)
        matter = self._matter(template, customer)
        return Worded(self._writer.fill(template, customer, self._plan.campaign_type, matter), letter, matter.code)

    def weigh(self, customer: Customer, channel: ChannelName, step: Step | None = None) -> Worded:
        """The same answer as `write`, for looking only: the words of an e-mail may be somebody else's, without a code.

        Raises MissingField and CannotCompose.
        """
        letter, template = self._template(customer, channel, step, None)
        content = self._scales.weigh(template, customer, lambda: self._matter(template, customer))
        return self.write(customer, channel, step) if content is None else Worded(content, letter, None)

    def approval_of(self, customer: Customer, channel: ChannelName, step: Step | None = None) -> str | None:
        """The name under which WhatsApp approved the customer's text, None for free words; raises CannotCompose."""
        return self._template(customer, channel, step, None)[1].provider_template

    def letters(self, channel: ChannelName) -> tuple[str, ...]:
        """The letters of the wordings that are compared on a channel; none where it has one text."""
        return tuple(self._plan.lettered) if channel is self._variant_channel else ()

    def _matter(self, template: Template, customer: Customer) -> Matter:
        """What the message is about: the owner's offer, and a code where the text names one."""
        code = None
        if self._writer.needs_code(template):
            code = offer_code(self._db, customer.id, self._settings, self._now)
        return Matter(code=code, promotion=self._plan.promotion)

    def faults(self) -> list[str]:
        """What keeps the campaign from being written for anybody: a template that is missing, unknown or at fault."""
        found = unknown_templates(self._db, self._plan)
        asked = [(step.channel, step.template) for step in self._plan.steps]
        for channel in self._plan.channels:
            if channel is self._variant_channel:
                asked += [(channel, each.template) for each in self._plan.variants]
            else:
                asked.append((channel, self._named(channel)))
        named = self._plan.message_template if len(self._plan.channels) > 1 else None
        if named in self._known and templates.get(self._db, named).channel not in self._plan.channels:
            found.append(f"The template “{named}” is for none of the campaign's channels. Choose another one.")
        if self._plan.variants and self._variant_channel not in self._plan.channels:
            found.append("The wordings to compare are for none of the campaign's channels.")
        for channel, name in dict.fromkeys(asked):
            found += [] if name is not None and name not in self._known else self._fault(channel, name)
        return list(dict.fromkeys(found))

    def _fault(self, channel: ChannelName, name: str | None) -> list[str]:
        template = self._look_up(name, channel, shop_language(self._settings))
        if template is None:
            if name is not None and name in self._known:
                return [f"The template “{name}” is not for {channel}. Choose another one for that channel."]
            return [f"There is no template for {self._plan.campaign_type} on {channel}. Choose one or write one."]
        return [f"The template “{template.name}” is at fault: {each.message}" for each in check_template(template)[:1]]

    def _template(
        self, customer: Customer, channel: ChannelName, step: Step | None, wanted: str | None
    ) -> tuple[str | None, Template]:
        letter, name = None, self._named(channel) if step is None else step.template
        if step is None and channel is self._variant_channel:
            letter = wanted if wanted in self._plan.lettered else LETTERS[self._pick(customer.id)]
            name = self._plan.lettered[letter]
        template = self._look_up(name, channel, language_of(customer, self._settings))
        if template is None:
            raise CannotCompose(f"There is no template for “{self._plan.campaign_type}” on {channel}; write one first.")
        return letter, template

    def _named(self, channel: ChannelName) -> str | None:
        """The template that the plan names for a channel."""
        if channel in self._plan.templates:
            return self._plan.templates[channel]
        name = self._plan.message_template
        if name is None or name not in self._known:
            return None
        own = templates.get(self._db, name)
        return name if own.channel is channel or len(self._plan.channels) == 1 else None

    def _look_up(self, name: str | None, channel: ChannelName, language: str) -> Template | None:
        key = (name, channel, language)
        if key not in self._found:
            self._found[key] = self._find(name, channel, language)
        return self._found[key]

    def _find(self, name: str | None, channel: ChannelName, language: str) -> Template | None:
        if name is not None:
            template = templates.get(self._db, name) if name in self._known else None
            return template if template is not None and template.channel is channel else None
        if channel is ChannelName.CALL and self._plan.call_script:
            return Template(self._plan.name, channel, self._plan.call_script, shop_language(self._settings), version=1)
        kind = self._plan.campaign_type
        found = templates.find_for(self._db, kind, channel, language)
        if found is None and kind in _SPEAKS_FOR:
            found = templates.find_for(self._db, _SPEAKS_FOR[kind], channel, language)
        return found

    def _channel_of_variants(self) -> ChannelName | None:
        for each in self._plan.variants:
            if each.template in self._known:
                return templates.get(self._db, each.template).channel
        return None

    def _pick(self, customer_id: int) -> int:
        """Which wording a customer gets: always the same one, in the shares that the owner set."""
        shares = [each.share for each in self._plan.variants]
        place = place_among(self._salt, self._key, customer_id, sum(shares))
        for number, share in enumerate(shares):
            if place < share:
                return number
            place -= share
        return 0


def unknown_templates(db: Database, plan: CampaignPlan) -> list[str]:
    """A sentence for every template that the plan names and that there is not."""
    known = templates.names(db)
    return [
        f"There is no template “{name}”. {nearest(name, sorted(known))}"
        for name in plan.template_names
        if name not in known
    ]
