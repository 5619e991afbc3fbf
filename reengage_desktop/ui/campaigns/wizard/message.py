"""Page 3: on which channels, with which words, and what follows when nobody buys."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reengage_desktop.domain.campaign_plans import CampaignPlan, Variant
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.tasks import groups
from reengage_desktop.ui import wording
from reengage_desktop.ui.campaigns.wizard.planning import with_channels
from reengage_desktop.ui.campaigns.wizard.preview import PlanPreview
from reengage_desktop.ui.campaigns.wizard.step import WizardStep
from reengage_desktop.ui.campaigns.wizard.step_rows import StepRows
from reengage_desktop.ui.campaigns.wizard.texts import Texts, read_texts, text_of
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.buttons import button, step_button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.inputs import ComboBox, SpinBox, pad
from reengage_desktop.ui.widgets.switches import CheckBox
from reengage_desktop.ui.widgets.text import label, paragraph, row

_USUAL = (ChannelName.EMAIL, ChannelName.SMS, ChannelName.WHATSAPP)


class ChannelRow(QWidget):
    """One channel: whether it is used, with which text, and the arrow that puts it first."""

    def __init__(self, channel: ChannelName) -> None:
        super().__init__()
        self.channel = channel
        name = wording.channel_name(channel)
        self.on = CheckBox(name)
        self.on.setAccessibleName(name)
        self.text = ComboBox()
        self.text.setAccessibleName(self.tr("Text for {channel}").replace("{channel}", name))
        self.text.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.text.setMinimumContentsLength(8)
        self.up = step_button("chevron-up", self.tr("Try {channel} earlier").replace("{channel}", name))
        self.note = label("", "warn")
        self.note.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.on)
        line.addWidget(self.note)
        line.addWidget(self.text, 1)
        line.addWidget(self.up, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_texts(self, texts: Texts, chosen: str | None) -> None:
        """Offers the texts for this channel; the usual one first."""
        self.text.clear()
        usual = texts.usual[self.channel]
        if usual is not None:
            self.text.addItem(
                self.tr("The usual one: {name}").replace("{name}", wording.template_title(usual.name)), None
            )
        else:
            self.text.addItem(self.tr("Choose a text…"), None)
        for each in texts.by_channel[self.channel]:
            self.text.addItem(wording.template_title(each.name), each.name)
        at = self.text.findData(chosen) if chosen else 0
        self.text.setCurrentIndex(max(0, at))
        is_connected = self.channel in texts.connected
        self.note.setText("" if is_connected else self.tr("not connected"))
        self.note.setVisible(not is_connected)


class MessageStep(WizardStep):
    """Left what is said, right how a real customer of the audience reads it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._plan: CampaignPlan | None = None
        self._texts: Texts | None = None
        self.channels: list[ChannelRow] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        left = QVBoxLayout()
        left.setSpacing(12)
        card = Card(self.tr("How do you reach them?"))
        card.add(
            paragraph(
                self.tr("The first that reaches a customer is used. Tick what may be used, and move it up."), "muted"
            )
        )
        card.add(self._lines)
        self.edit_button = button(self.tr("Read and change the texts…"), self._open_templates, kind="link")
        card.add(row([self.edit_button, None]))
        left.addWidget(card)
        left.addWidget(self._offer_card())
        left.addWidget(self._variant_card())
        further = Card(self.tr("And if they don't come?"))
        further.add(
            paragraph(
                self.tr("Further messages stop by themselves when somebody buys, answers or says no."),
                "muted",
            )
        )
        self.steps = StepRows()
        self.steps.changed.connect(self._edited)
        further.add(self.steps)
        left.addWidget(further)
        left.addStretch(1)
        holder = QWidget()
        holder.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        self.preview = PlanPreview(desk, self.tr("How it reads"))
        self.preview.setMinimumWidth(280)
        sides = QHBoxLayout()
        sides.setSpacing(12)
        sides.addWidget(holder, 1)
        sides.addWidget(self.preview, 1)
        self.layout_box.addLayout(sides, 1)

    def show_plan(self, plan: CampaignPlan, campaign_id: int | None) -> None:
        """Shows channels and texts; the preview goes through the audience."""
        self._plan, self._texts, shop = plan, None, self._desk.shop
        self.offer.setText(plan.promotion or "")
        self.preview.show_plan(plan)
        self._desk.read(lambda: read_texts(shop, plan), self, self._show_texts)
        self._desk.read(lambda: groups.matching_ids(shop, plan.target_criteria)[:200], self, self.preview.show_people)

    def taken(self, plan: CampaignPlan) -> CampaignPlan:
        """The plan with channels, texts, offer, wordings and further messages; as it is until they stand there."""
        if self._texts is None:
            return plan
        channels = tuple(each.channel for each in self.channels if each.on.isChecked()) or plan.channels
        named = {each.channel: each.text.currentData() for each in self.channels if each.on.isChecked()}
        made = with_channels(replace(plan, message_template=None), channels)
        return replace(
            made,
            templates={channel: str(name) for channel, name in named.items() if name},
            promotion=" ".join(self.offer.text().split()) or None,
            variants=self._variants(channels[0]),
            steps=self.steps.steps(),
        )

    def problem(self) -> str:
        """At least one channel."""
        if self._texts is not None and not any(each.on.isChecked() for each in self.channels):
            return self.tr("Tick at least one way to reach them.")
        if self.compare.isChecked() and not self.other_text.currentData():
            return self.tr("Choose the second text, or compare none.")
        return ""

    def _offer_card(self) -> Card:
        card = Card(self.tr("Your offer"))
        self.offer = QLineEdit()
        self.offer.setMaxLength(200)
        self.offer.setAccessibleName(self.tr("Your offer, in one line"))
        self.offer.setPlaceholderText(self.tr("for example: Free delivery until Sunday"))
        self.offer.textEdited.connect(lambda _text: self.changed.emit())
        self.offer.editingFinished.connect(self._edited)
        card.add(self.offer)
        card.add(paragraph(self.tr("It stands where a text says {{ promotion }}. Leave it empty for none."), "muted"))
        return card

    def _variant_card(self) -> Card:
        card = Card(self.tr("Two wordings?"))
        self.compare = CheckBox(self.tr("Compare two texts and see which brings more back"))
        self.compare.setAccessibleName(self.compare.text())
        self.compare.switched.connect(lambda _on: self._edited())
        card.add(self.compare)
        self.other_text = ComboBox()
        self.other_text.setAccessibleName(self.tr("The second text"))
        self.other_text.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.other_text.setMinimumContentsLength(8)
        self.other_text.activated.connect(lambda _at: self._edited())
        self.share = SpinBox()
        self.share.setRange(5, 95)
        self.share.setSingleStep(5)
        self.share.setValue(50)
        self.share.setSuffix("\u00a0%")
        self.share.setAccessibleName(self.tr("Share of the second text, in per cent"))
        pad(self.share)
        self.share.editingFinished.connect(self._edited)
        line = row([self.other_text, label(self.tr("for")), self.share])
        line.setStretch(0, 1)
        self._variant_line = QWidget()
        self._variant_line.setLayout(line)
        card.add(self._variant_line)
        return card

    def _show_texts(self, texts: Texts) -> None:
        plan = self._plan
        if plan is None:
            return
        self._texts = texts
        order = [*plan.channels, *(each for each in _USUAL if each not in plan.channels)]
        order += sorted(texts.connected - set(order), key=list(ChannelName).index)
        for old in self.channels:
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.channels = []
        for channel in order:
            made = ChannelRow(channel)
            made.on.setChecked(channel in plan.channels)
            chosen = plan.templates.get(channel) or (plan.message_template if len(plan.channels) == 1 else None)
            if plan.variants and channel is plan.channels[0]:
                chosen = plan.variants[0].template
            made.show_texts(texts, chosen)
            made.on.switched.connect(lambda _on: self._edited())
            made.text.activated.connect(lambda _at: self._edited())
            made.up.clicked.connect(partial(self._move_up, made))
            self.channels.append(made)
            self._lines.addWidget(made)
        widest = max((each.on.sizeHint().width() for each in self.channels), default=0)
        for each in self.channels:
            each.on.setMinimumWidth(widest)
        self.compare.setChecked(bool(plan.variants))
        self._fill_second(plan, texts)
        self.steps.show_steps(plan.steps, texts)
        self._fit()

    def _fill_second(self, plan: CampaignPlan, texts: Texts) -> None:
        self.other_text.clear()
        first = text_of(plan, plan.channels[0], texts)
        self.other_text.addItem(self.tr("Choose the second text…"), None)
        for each in texts.by_channel[plan.channels[0]]:
            if first is None or each.name != first.name:
                self.other_text.addItem(wording.template_title(each.name), each.name)
        if plan.variants:
            self.other_text.setCurrentIndex(max(0, self.other_text.findData(plan.variants[1].template)))
            whole = sum(each.share for each in plan.variants)
            self.share.setValue(round(plan.variants[1].share * 100 / whole))

    def _variants(self, first: ChannelName) -> tuple[Variant, ...]:
        texts = self._texts
        if texts is None or not self.compare.isChecked():
            return ()
        mine = next((each for each in self.channels if each.channel is first), None)
        usual = texts.usual[first]
        name = (mine.text.currentData() if mine else None) or (usual.name if usual else None)
        other = self.other_text.currentData()
        if not name or not other or name == other:
            return ()
        share = self.share.value()
        return (Variant(str(name), 100 - share), Variant(str(other), share))

    def _move_up(self, made: ChannelRow, _checked: object = None) -> None:
        at = self.channels.index(made)
        if at > 0:
            self.channels.insert(at - 1, self.channels.pop(at))
            self._lines.removeWidget(made)
            self._lines.insertWidget(at - 1, made)
            self._edited()
            made.up.setFocus()

    def _edited(self) -> None:
        self._fit()
        if self._plan is not None:
            before, self._plan = self._plan, self.taken(self._plan)
            if self._texts is not None and before.channels[0] is not self._plan.channels[0]:
                self._fill_second(self._plan, self._texts)
            self.preview.show_plan(self._plan)
        self.changed.emit()

    def _fit(self) -> None:
        for at, each in enumerate(self.channels):
            each.up.setEnabled(at > 0)
            each.text.setEnabled(each.on.isChecked())
        self._variant_line.setVisible(self.compare.isChecked())

    def _open_templates(self) -> None:
        chosen = next((each.text for each in self.channels if each.on.isChecked()), None)
        name = chosen.currentData() if chosen is not None else None
        first = self._plan.channels[0] if self._plan is not None else ChannelName.EMAIL
        usual = self._texts.usual[first] if self._texts is not None else None
        self._desk.go("templates", {"template": name or (usual.name if usual else "")})
