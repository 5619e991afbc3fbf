"""A message as its reader will see it: a mail with its layout or as plain text, everything else as a bubble."""

import re
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QTextBrowser, QVBoxLayout, QWidget

from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.text_parts import sms_parts
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.ui import formats
from reengage_desktop.ui.widgets.buttons import choice_button
from reengage_desktop.ui.widgets.flow import FlowLayout
from reengage_desktop.ui.widgets.text import column, paragraph, row

_HIDDEN = re.compile(r"<(div|span|p)\b[^>]*display:\s*none[^>]*>.*?</\1>", re.DOTALL | re.IGNORECASE)
"""The line below the subject is hidden in the mail; QTextBrowser would show it."""
# QTextBrowser knows no padding but that of table cells: what mail programs show as boxes is put into some.
_BUTTON = re.compile(
    r'<table [^>]*><tr><td class="button"[^>]*>(<a href="[^"]*") style="[^"]*">(.*?)</a></td></tr></table>', re.DOTALL
)
_GAP = '<p style="font-size:5px;margin:0">&nbsp;</p>'
_BUTTON_BOX = (
    _GAP + r'<table cellpadding="10" bgcolor="#1f6fbf"><tr><td>\1 style="color:#ffffff;text-decoration:none">'
    r"&nbsp;\2&nbsp;</a></td></tr></table>" + _GAP
)
_OFFER = re.compile(r'<p class="offer" style="[^"]*padding:16px;background:(#\w+)[^"]*">(.*?)</p>', re.DOTALL)
_OFFER_BOX = (
    _GAP + r'<table cellpadding="14" width="100%" bgcolor="\1"><tr><td align="center">\2</td></tr></table>' + _GAP
)
_PHONE_PX = 340
_ANY_PX = 16_777_215


class MailBrowser(QTextBrowser):
    """Shows a mail's HTML and loads nothing from anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "mail")
        self.setOpenLinks(False)

    def show_mail(self, html: str) -> None:
        """Shows this mail, as wide as there is room."""
        fitting = _HIDDEN.sub("", html).replace('width="600"', 'width="100%"')
        self.setHtml(_OFFER.sub(_OFFER_BOX, _BUTTON.sub(_BUTTON_BOX, fitting)))

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Refuses whatever is not in the mail itself."""
        return None


class MessageProof(QWidget):
    """Shows exactly what is handed to it; nothing is filled in here."""

    def __init__(self) -> None:
        super().__init__()
        self._content: Content | None = None
        self.subject = paragraph("", "heading")
        self.preheader = paragraph("", "muted")
        self.mail = MailBrowser()
        self.mail.setAccessibleName(self.tr("The message as it will look"))
        self.bubble = paragraph("")
        for words in (self.subject, self.preheader, self.mail, self.bubble):
            words.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        self.bubble.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        frame = QFrame()
        frame.setProperty("role", "bubble")
        frame.setLayout(column([self.bubble], margins=14))
        holder = QWidget()
        holder.setLayout(column([frame, None]))
        screen = QWidget()
        screen.setLayout(row([self.mail]))
        self._bodies = QStackedWidget()
        self._bodies.addWidget(screen)
        self._bodies.addWidget(holder)
        self.as_mail = choice_button(self.tr("As it looks"), lambda: self._switch(self.as_mail))
        self.as_phone = choice_button(self.tr("On a phone"), lambda: self._switch(self.as_phone))
        self.as_text = choice_button(self.tr("As plain text"), lambda: self._switch(self.as_text))
        self.as_mail.setChecked(True)
        self._ways = QWidget()
        ways = FlowLayout(self._ways, spacing=6)
        for way in (self.as_mail, self.as_phone, self.as_text):
            ways.addWidget(way)
        self.parts = paragraph("", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in (self.subject, self.preheader, self._ways, self.parts):
            layout.addWidget(part)
        layout.addWidget(self._bodies, 1)

    def show_message(self, channel: str, content: Content | None) -> None:
        """Shows a message on its channel; None: nothing."""
        self._content = content
        self.setVisible(content is not None)
        if content is None:
            return
        self.subject.setText(content.subject or "")
        self.subject.setVisible(bool(content.subject))
        self.preheader.setText(content.preheader or "")
        self.preheader.setVisible(bool(content.preheader))
        self._ways.setVisible(channel == ChannelName.EMAIL and content.html is not None)
        self.parts.setText(cost_words(channel, content.text))
        self.parts.setVisible(bool(self.parts.text()))
        self._fill()

    def words(self) -> str:
        """The message as plain text."""
        return "" if self._content is None else self._content.text

    def _switch(self, chosen: QPushButton) -> None:
        for way in (self.as_mail, self.as_phone, self.as_text):
            way.setChecked(way is chosen)
        self.mail.setMaximumWidth(_PHONE_PX if chosen is self.as_phone else _ANY_PX)
        self._fill()

    def _fill(self) -> None:
        content = self._content
        if content is None:
            return
        is_mail = content.html is not None and not self._ways.isHidden()
        self._bodies.setCurrentIndex(0 if is_mail else 1)
        if not is_mail:
            self.bubble.setText(content.text)
        elif self.as_text.isChecked():
            self.mail.setPlainText(content.text)
        else:
            self.mail.show_mail(content.html or "")


def cost_words(channel: str, text: str) -> str:
    """What a text costs on its channel: SMS parts, or seconds on the telephone."""
    translate = QCoreApplication.translate
    if channel == ChannelName.CALL:
        return translate("Proof", "About %Ln seconds to say", "", round(len(text.split()) / 2.5))
    if channel != ChannelName.SMS:
        return ""
    cut = sms_parts(text)
    parts = [
        translate("Proof", "%Ln SMS parts", "", cut.parts),
        f"{formats.number(cut.units)}/{formats.number(cut.parts * cut.per_part)}",
    ]
    if cut.costly:
        costly = translate("Proof", "{signs} makes it 70 per part")
        parts.append(costly.replace("{signs}", " ".join(cut.costly[:5])))
    return " · ".join(parts)
