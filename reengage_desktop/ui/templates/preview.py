"""The message as a chosen customer will see it, and what it costs in SMS parts."""

import re
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QComboBox, QFrame, QStackedWidget, QTextBrowser, QVBoxLayout, QWidget

from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.text_parts import sms_parts
from reengage_desktop.domain.vocabulary import ChannelName, Segment
from reengage_desktop.engine.composing import CannotCompose, MissingField, preview
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import listings
from reengage_desktop.ui import formats
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.text import column, label, paragraph

_OFFERED = 12
_HIDDEN = re.compile(r"<(div|span|p)\b[^>]*display:\s*none[^>]*>.*?</\1>", re.DOTALL | re.IGNORECASE)
"""The line below the subject is hidden in the mail; QTextBrowser would show it."""


@dataclass(frozen=True)
class Seen:
    """A filled template, or the sentence that says why it can't be filled for this customer."""

    content: Content | None
    fault: str = ""


def read_preview(shop: Shop, template: Template, customer_id: int | None) -> Seen:
    """Fills the template; for a lane."""
    try:
        return Seen(preview(shop.db, template, customer_id, shop.settings(), shop.now()))
    except (MissingField, CannotCompose) as fault:
        return Seen(None, str(fault))


def read_people(shop: Shop) -> list[tuple[int, str]]:
    """Some customers to look through the eyes of: those who stopped buying first. For a lane."""
    settings, now = shop.settings(), shop.now()
    for segment in (Segment.INACTIVE, Segment.ALL):
        ids = listings.customer_ids(
            shop.db, settings, now, segment=segment, order="last_order", descending=True, limit=_OFFERED
        )
        if ids:
            return [(row.id, row.name) for row in listings.customer_rows(shop.db, ids)]
    return []


class MailBrowser(QTextBrowser):
    """Shows a mail's HTML and loads nothing from anywhere."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Refuses whatever is not in the mail itself."""
        return None


class PreviewPane(QWidget):
    """E-mail as HTML, everything else as a bubble; the customer is chosen above."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._template: Template | None = None
        self._asked = 0
        self.people = QComboBox()
        self.people.setAccessibleName(self.tr("See it as"))
        self.people.addItem(self.tr("An invented customer"), None)
        self.people.activated.connect(lambda _at: self.refresh())
        self.subject = paragraph("", "heading")
        self.preheader = paragraph("", "muted")
        self.mail = MailBrowser()
        self.mail.setProperty("role", "mail")
        self.mail.setOpenLinks(False)
        self.mail.setAccessibleName(self.tr("The message as it will look"))
        self.bubble = paragraph("")
        self.bubble.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        frame = QFrame()
        frame.setProperty("role", "bubble")
        frame.setLayout(column([self.bubble], margins=14))
        holder = QWidget()
        holder.setLayout(column([frame, None]))
        self._bodies = QStackedWidget()
        self._bodies.addWidget(self.mail)
        self._bodies.addWidget(holder)
        self.parts = paragraph("", "muted")
        self.fault = paragraph("", "bad")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label(self.tr("How it reads for"), "muted"))
        for part in (self.people, self.subject, self.preheader, self.fault):
            layout.addWidget(part)
        layout.addWidget(self._bodies, 1)
        layout.addWidget(self.parts)
        self.fault.hide()

    def load_people(self) -> None:
        """Reads whom the owner may look through the eyes of."""
        self._desk.read(lambda: read_people(self._desk.shop), self, self._show_people)

    def show_template(self, template: Template) -> None:
        """Shows this template as it is now."""
        self._template = template
        self.refresh()

    def refresh(self) -> None:
        """Fills the template anew."""
        template = self._template
        if template is None:
            return
        self._asked += 1
        asked, customer_id, shop = self._asked, self.people.currentData(), self._desk.shop
        self._desk.read(
            lambda: read_preview(shop, template, customer_id),
            self,
            lambda seen: self._show(template, seen) if asked == self._asked else None,
        )

    def _show_people(self, people: list[tuple[int, str]]) -> None:
        chosen = self.people.currentData()
        self.people.clear()
        self.people.addItem(self.tr("An invented customer"), None)
        for customer_id, name in people:
            self.people.addItem(name, customer_id)
        self.people.setCurrentIndex(max(0, self.people.findData(chosen)))

    def _show(self, template: Template, seen: Seen) -> None:
        self.fault.setText(seen.fault)
        self.fault.setVisible(bool(seen.fault))
        content = seen.content
        self._bodies.setVisible(content is not None)
        if content is None:
            self.parts.setText("")
            return
        self.subject.setText(content.subject or "")
        self.subject.setVisible(bool(content.subject))
        self.preheader.setText(content.preheader or "")
        self.preheader.setVisible(bool(content.preheader))
        is_mail = template.channel is ChannelName.EMAIL and content.html is not None
        self._bodies.setCurrentIndex(0 if is_mail else 1)
        if is_mail:
            self.mail.setHtml(_HIDDEN.sub("", content.html or ""))
        else:
            self.bubble.setText(content.text)
        self.parts.setText(self._cost(template.channel, content.text))

    def _cost(self, channel: ChannelName, text: str) -> str:
        if channel is ChannelName.CALL:
            seconds = round(len(text.split()) / 2.5)
            return self.tr("About %Ln seconds to say", "", seconds)
        if channel is not ChannelName.SMS:
            return ""
        cut = sms_parts(text)
        words = self.tr("%Ln SMS parts", "", cut.parts)
        used = f"{formats.number(cut.units)}/{formats.number(cut.parts * cut.per_part)}"
        parts = [words, used]
        if cut.costly:
            costly = self.tr("{signs} makes it 70 per part").replace("{signs}", " ".join(cut.costly[:5]))
            parts.append(costly)
        return " · ".join(parts)
