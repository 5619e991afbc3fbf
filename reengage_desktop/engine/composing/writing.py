"""Fills a template for one customer and gives the message in the form that its channel takes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from reengage_desktop.domain import mail_layout, templating
from reengage_desktop.domain.customers import Customer
from reengage_desktop.domain.fields import ALIASES, CODE_FIELDS, EXAMPLES, PERSONAL
from reengage_desktop.domain.mail_layout import Footer
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.stand_ins import StandIn, values_of
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.templating import TemplateFault
from reengage_desktop.domain.text_parts import plainer
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine.composing.moulds import LayOut, Moulds
from reengage_desktop.engine.composing.values import (
    Matter,
    business_name,
    language_of,
    spelt_in,
    values_for,
    website,
)
from reengage_desktop.engine.discounting import offer_code
from reengage_desktop.store import customers, tastes, templates
from reengage_desktop.store.database import Database
from reengage_desktop.store.discounts import Code

_OPT_OUT = {"en": "Reply STOP to opt out", "de": "Abmelden: STOP antworten"}
_SAYS_HOW = re.compile(r"(?<![\w-])STOPP?(?![\w-])")
"""The word of its own: `DOORSTOP` and a `NON-STOP` sale tell nobody the way out."""

_NOTHING = Matter()


class CannotCompose(Exception):
    """A message can't be written for anybody; the text is the sentence for the owner."""


class Writer:
    """Writes messages for many customers of one run: templates and what sells well are looked up once."""

    def __init__(self, db: Database, settings: Settings, now: datetime) -> None:
        self._db = db
        self._settings = settings
        self._now = now
        self._templates: dict[tuple[str, ChannelName, str], Template | None] = {}
        self._named: dict[Template, frozenset[str]] = {}
        self._popular: Sequence[int] | None = None
        self._moulds = Moulds()

    def template_for(self, customer: Customer, campaign_type: str, channel: ChannelName) -> Template:
        """The template for a customer; raises CannotCompose where there is none."""
        key = (campaign_type, channel, language_of(customer, self._settings))
        if key not in self._templates:
            self._templates[key] = templates.find_for(self._db, *key)
        template = self._templates[key]
        if template is None:
            raise CannotCompose(f"There is no template for “{campaign_type}” on {channel}; write one first.")
        return template

    def code_for(
        self, customer: Customer, campaign_type: str, channels: Sequence[ChannelName], code: Code | None = None
    ) -> Code | None:
        """A discount code where one of the templates names one, the same for all channels; not kept yet."""
        for channel in channels:
            if code is None and self._fields(self.template_for(customer, campaign_type, channel)) & CODE_FIELDS:
                code = offer_code(self._db, customer.id, self._settings, self._now)
        return code

    def needs_code(self, template: Template) -> bool:
        """Whether a template names a discount code; raises CannotCompose for one that is at fault."""
        return bool(self._fields(template) & CODE_FIELDS)

    def write(self, customer: Customer, campaign_type: str, channel: ChannelName, matter: Matter = _NOTHING) -> Content:
        """The message; raises MissingField where a field is empty for this customer, CannotCompose otherwise."""
        return self.fill(self.template_for(customer, campaign_type, channel), customer, campaign_type, matter)

    def fill(self, template: Template, customer: Customer, campaign_type: str, matter: Matter = _NOTHING) -> Content:
        """A certain template filled in; raises MissingField and CannotCompose."""
        fields, language = self._fields(template), spelt_in(template, customer, self._settings)
        values = values_for(
            self._db,
            customer,
            campaign_type,
            self._settings,
            self._now,
            language=language,
            matter=matter,
            popular=self._bestsellers() if "products" in fields else (),
            fields=fields,
        )
        content = self.filled(template, values, language)
        named = {ALIASES.get(name, "product_name" if name == "product" else name) for name in fields}
        return replace(content, fields=tuple(sorted(name for name in named & PERSONAL if values.get(name))))

    def filled(self, template: Template, values: dict[str, Any], language: str) -> Content:
        """A template with given values, in the form of its channel; raises MissingField and CannotCompose."""
        try:
            if template.channel is ChannelName.EMAIL:
                return self._moulds.email(template, values, language, self._layer_of(template, language))
            if template.channel is ChannelName.WHATSAPP:
                return _whatsapp(template, values)
            return _short(template, values, language)
        except TemplateFault as fault:
            raise CannotCompose(f"The template “{template.name}” is at fault: {fault}") from None

    def _layer_of(self, template: Template, language: str) -> LayOut:
        """How an e-mail of this template is laid out in a language, all but its values."""
        settings, spoken = self._settings, _spoken(language)
        footer = Footer(business_name(settings), settings.text("business.postal_address"), _way_out(settings), spoken)
        return lambda plain, shielded: _email(template, plain, shielded, footer)

    def _fields(self, template: Template) -> frozenset[str]:
        """The fields that a template names, by their short names as far as they are looked up one by one."""
        if template not in self._named:
            self._named[template] = self._find_fields(template)
        return self._named[template]

    def _find_fields(self, template: Template) -> frozenset[str]:
        try:
            found = frozenset[str]().union(*(templating.fields_of(text) for text in template.texts))
        except TemplateFault as fault:
            raise CannotCompose(f"The template “{template.name}” is at fault: {fault}") from None
        return frozenset({path.rpartition(".")[2] if path.startswith("customer.") else _root(path) for path in found})

    def _bestsellers(self) -> Sequence[int]:
        if self._popular is None:
            self._popular = tastes.bestsellers(self._db)
        return self._popular


def compose(  # noqa: PLR0913, PLR0917 - the seam of composing
    db: Database,
    customer_id: int,
    campaign_type: str,
    channel: ChannelName,
    settings: Settings,
    now: datetime,
    context: Matter = _NOTHING,
) -> Content:
    """One message for one customer; raises MissingField, CannotCompose and CustomerNotFound."""
    return Writer(db, settings, now).write(customers.get(db, customer_id), campaign_type, channel, context)


def preview(db: Database, template: Template, who: int | StandIn | None, settings: Settings, now: datetime) -> Content:
    """What a template looks like for a customer (None: an invented one); fields that only a run knows are made up.

    Raises MissingField and CannotCompose.
    """
    writer = Writer(db, settings, now)
    if not isinstance(who, int):
        shop = {"business_name": business_name(settings), "website": website(settings)}
        values = values_of(who or StandIn.EXAMPLE) | shop
        return writer.filled(template, values, template.language[:2])
    customer = customers.get(db, who)
    language = spelt_in(template, customer, settings)
    values = values_for(
        db, customer, template.campaign_type or "", settings, now,
        language=language, matter=_NOTHING, popular=tastes.bestsellers(db),
    )  # fmt: skip
    made_up = ("product_name", "product_price", "old_price", "product_url", "discount_code", "code_expires_on")
    for name in (*made_up, "promotion"):
        values[name] = values.get(name) or EXAMPLES[name]
    return writer.filled(template, values, language)


def _root(path: str) -> str:
    return path if path.startswith("code.") else path.partition(".")[0].partition("[")[0]


def _email(template: Template, plain: Mapping[str, Any], shielded: Mapping[str, Any], footer: Footer) -> Content:
    subject = _one_line(templating.render(template.subject or "", plain))
    preheader = _one_line(templating.render(template.preheader, plain)) if template.preheader else None
    body = templating.render(template.body, shielded)
    html, text = mail_layout.lay_out(body, footer, subject=subject, preheader=preheader)
    return Content(text=text, subject=subject, preheader=preheader, html=html)


def _whatsapp(template: Template, values: dict[str, Any]) -> Content:
    plain = mail_layout.plain_value(values)
    named = templating.outputs(template.body) if template.provider_template else ()
    parameters = tuple(_one_line(templating.render(each, plain)) for each in named)
    return Content(
        text=templating.render(template.body, plain).strip(),
        template_name=template.provider_template,
        language=template.language,
        parameters=parameters,
    )


def _short(template: Template, values: dict[str, Any], language: str) -> Content:
    plain = mail_layout.plain_value(values)
    text = templating.render(template.body, plain).strip()
    if template.channel is ChannelName.SMS:
        text = plainer(text)
        if not (_SAYS_HOW.search(template.body) and _SAYS_HOW.search(text)):  # a product may be called a STOP sign
            text = f"{text} {_OPT_OUT[_spoken(language)]}"
    subject = _one_line(templating.render(template.subject, plain)) if template.subject else None
    # A call's opening line is in the language of its script.
    spoken = _spoken(language) if template.channel is ChannelName.CALL else None
    return Content(text=text, subject=subject, language=spoken)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _spoken(language: str) -> str:
    return language if language in _OPT_OUT else "en"


def _way_out(settings: Settings) -> str | None:
    """The mailbox that takes mailed opt-outs: the same one as in the e-mail's List-Unsubscribe header."""
    keys = ("providers.smtp.unsubscribe_address", "business.reply_to", "providers.smtp.from_address")
    return next((settings.text(key) for key in keys if settings.text(key)), None)
