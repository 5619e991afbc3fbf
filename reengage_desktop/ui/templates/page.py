"""The list of templates, the editor, and beside it how the message reads, what is worth a look, and its versions."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.text_parts import cheaper
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.events import CampaignsChanged, CustomersChanged, Event, SettingsChanged, TemplatesChanged
from reengage_desktop.ui import wording
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.page import Page
from reengage_desktop.ui.telling import fault_words
from reengage_desktop.ui.templates.approved import ApprovedDialog
from reengage_desktop.ui.templates.editor import TemplateEditor
from reengage_desktop.ui.templates.gallery import TemplateGallery
from reengage_desktop.ui.templates.looking import Looked, look
from reengage_desktop.ui.templates.side import SidePane
from reengage_desktop.ui.templates.stock import History, Stock, find_likeliest, read_history, read_stock
from reengage_desktop.ui.templates.writing import NEW, Shown, Writing, free_name, new_template
from reengage_desktop.ui.widgets.buttons import button, choice_button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.flow import FlowLayout
from reengage_desktop.ui.widgets.info_bar import InfoBar
from reengage_desktop.ui.widgets.scrolling import filling
from reengage_desktop.ui.widgets.splitter import Splitter
from reengage_desktop.ui.widgets.spoken_menu import give_menu
from reengage_desktop.ui.widgets.test_sending import ask_for_test
from reengage_desktop.ui.widgets.text import clear

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reengage_desktop.jobs.tasks.templates import Use

_WIDE_LINES = 74
_LOWEST_LINES = 17


class TemplatesPage(Page):
    """The ones that ship with the program are copied to be edited; the copy is used in their place."""

    follows: ClassVar[tuple[type[Event], ...]] = (
        TemplatesChanged,
        SettingsChanged,
        CustomersChanged,
        CampaignsChanged,
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, wording.translate("TemplatesPage", "Templates"))
        self._stock = Stock([], {})
        self._shown: Shown | None = None
        self._looked: Looked | None = None
        self._uses: list[Use] = []
        self._asked = 0
        self._argument: Mapping[str, Any] = {}
        self._is_read = False
        self.writing = Writing(desk, self)
        self.gallery = TemplateGallery()
        self.list = self.gallery.list
        self.gallery.chosen.connect(self._choose)
        self.gallery.new_asked.connect(self.start_new)
        self._build_editor()
        self._build_side()
        self.splitter = Splitter()
        for part, width in ((self.gallery, 190), (self._middle, 300), (self.side, 300)):
            self.splitter.addWidget(part)
            part.setMinimumWidth(width)
        self.splitter.setSizes([210, 540, 460])
        self.splitter.setStretchFactor(1, 3)
        self.splitter.setStretchFactor(2, 2)
        self.body.addWidget(self.splitter, 1)
        self._is_wide = True
        self._view("preview")
        self._fit_buttons()

    def load(self) -> None:
        """Reads the list; what is being written stays."""
        self.preview.load_people()
        self.desk.read(lambda: read_stock(self.desk.shop), self, self._show_stock)

    def open(self, argument: object) -> None:
        """Takes `{"template": name}`, `{"new": channel}`, and `{"test": True}` for a test of the likeliest message."""
        self._argument = argument if isinstance(argument, dict) else {}
        if self._is_read:
            self._follow_argument()

    def save(self) -> None:
        """Saves what is written as a new version; the notice takes it back."""
        shown = self._shown
        if shown is not None:
            self.writing.save(replace(shown, template=self.editor.template()), self._saved)

    def start_new(self, channel: str) -> None:
        """Begins a new template on a channel."""
        if channel not in set(ChannelName):
            return
        name = free_name(self.tr("My message"), self._names())
        language = "de" if self._speaks_german() else "en"
        self._begin(new_template(ChannelName(channel), language, name))

    def copy(self) -> None:
        """Begins a template of the owner's own with these words."""
        template = self.editor.template()
        title = wording.template_title(template.name, with_language=False)
        name = free_name(self.tr("{name} (mine)").replace("{name}", title), self._names())
        self._begin(replace(template, name=name, version=1))
        # It has a name already: whoever copies a text wants to change its words.
        self.editor.body.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows text and preview beside each other where there is room, else one at a time."""
        super().resizeEvent(event)
        is_wide = self.width() >= _WIDE_LINES * self.fontMetrics().height()
        self.splitter.setMinimumHeight(_LOWEST_LINES * self.fontMetrics().height())
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._view("preview" if is_wide else "write")

    def _build_editor(self) -> None:
        self.editor = TemplateEditor()
        self.editor.edited.connect(self._typed)
        self.notice = QVBoxLayout()
        self.copy_button = button(self.tr("Copy to edit"), self.copy, picture="copy", kind="primary")
        self.save_button = button(self.tr("Save"), self.save, picture="save", kind="primary")
        self.discard_button = button(self.tr("Discard"), self._discard, picture="undo-2")
        self.test_button = button(self.tr("Send me a test"), self._test, picture="send")
        self.more_button = button(self.tr("More"))
        menu = QMenu(self)
        self.copy_action = menu.addAction(self.tr("Copy"), self.copy)
        self.approved_action = menu.addAction(self.tr("Choose an approved text…"), self._choose_approved)
        self.delete_action = menu.addAction(self.tr("Delete"), self._delete)
        give_menu(self.more_button, menu)
        self.more_button.setMinimumWidth(self.more_button.sizeHint().width() + 16)
        self.buttons = QWidget()
        flow = FlowLayout(self.buttons)
        for made in (self.copy_button, self.save_button, self.discard_button, self.test_button, self.more_button):
            flow.addWidget(made)
        self._middle = Card(grows=True)
        self._middle.add(self.notice)
        # Where the page is low the fields and the text scroll; what is wrong with them and the buttons are always seen.
        self._middle.add(filling(self.editor), 1)
        for part in (self.editor.verdict, self.editor.problems, self.buttons):
            self._middle.add(part)

    def _build_side(self) -> None:
        self.side = SidePane(self.desk)
        self.preview = self.side.preview
        self.preview.who_changed.connect(self._look)
        self.preview.cheaper_asked.connect(lambda: self.editor.replace_body(cheaper(self.editor.template().body)))
        self.side.versions.restore_asked.connect(self._restore)
        names = {
            "write": self.tr("Write"),
            "preview": self.tr("Preview"),
            "check": self.tr("Check"),
            "versions": self.tr("Versions"),
        }
        self.views: dict[str, QPushButton] = {
            key: choice_button(name, partial(self._view, key)) for key, name in names.items()
        }
        for made in self.views.values():
            self.head.addWidget(made)

    def _view(self, key: str) -> None:
        """Shows the text, how it reads, what is worth a look, or the versions."""
        for each, made in self.views.items():
            made.setChecked(each == key)
        self.views["write"].setVisible(not self._is_wide)
        self._middle.setVisible(self._is_wide or key == "write")
        self.side.setVisible(self._is_wide or key != "write")
        if key != "write":
            self.side.show_view(key)

    def _show_stock(self, stock: Stock) -> None:
        self._stock = stock
        self._is_read = True
        self.gallery.show_templates(stock.templates, stock.drafts, german_first=self._speaks_german())
        if self._argument:
            self._follow_argument()
            self._argument = {}
        shown = self._shown
        if shown is None or not self.gallery.key():
            self.gallery.select_first()
        elif (stored := self._stored(shown.key)) != shown.stored:
            self._renew(replace(shown, stored=stored))
        else:
            self._look()
            self._read_history()

    def _renew(self, shown: Shown) -> None:
        """The stored text has changed: what is written and not saved stays, everything else is shown anew."""
        if shown.key in self._stock.drafts or shown.stored is None:
            self._shown = shown
            self._fit_buttons()
        else:
            self._choose(shown.key)

    def _follow_argument(self) -> None:
        argument, self._argument = self._argument, {}
        if "new" in argument:
            self.start_new(str(argument["new"]))
        elif argument.get("test"):
            self.desk.read(lambda: find_likeliest(self.desk.shop), self, self._offer_test)
        elif "template" in argument and not self.gallery.select(str(argument["template"])):
            self._argument = argument  # it may have been saved this very moment: the next reading has it

    def _offer_test(self, name: str) -> None:
        if self.gallery.select(name):
            self._test()

    def _choose(self, key: str) -> None:
        self.editor.flush()
        draft, stored = self._stock.drafts.get(key), self._stored(key)
        template = stored if draft is None else draft.template
        if template is not None:
            self._show(Shown(key, stored, template))

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        self._uses = []
        clear(self.notice)
        self.editor.show_template(shown.template, is_fixed=shown.is_fixed)
        self.side.versions.show_versions([])
        self._fit_buttons()
        self._look()
        self._read_history()

    def _begin(self, template: Template) -> None:
        shown = Shown(f"{NEW}{template.name}", None, template)
        self._keep(shown)
        self.gallery.show_templates(self._stock.templates, self._stock.drafts, german_first=self._speaks_german())
        self.gallery.select(shown.key)
        if not self._is_wide:
            self._view("write")
        self.editor.name.setFocus()
        self.editor.name.selectAll()

    def _choose_approved(self) -> None:
        name = self.editor.template().name
        ApprovedDialog(self.desk, name, self.editor.take_approved, self).open()

    def _typed(self) -> None:
        if self._shown is None or self._shown.is_fixed:
            return
        self._shown = replace(self._shown, template=self.editor.template())
        self._keep(self._shown)
        self._fit_buttons()
        self._look()

    def _keep(self, shown: Shown) -> None:
        draft = self.writing.keep(shown)
        drafts = {key: each for key, each in self._stock.drafts.items() if key != shown.key}
        if draft is not None:
            drafts[shown.key] = draft
        changed = drafts.keys() != self._stock.drafts.keys()
        self._stock = replace(self._stock, drafts=drafts)
        if changed:
            self.gallery.show_templates(self._stock.templates, drafts, german_first=self._speaks_german())

    def _look(self) -> None:
        """Looks at the text anew in the background; only the newest look is shown."""
        if self._shown is None:
            return
        self._asked += 1
        asked, shop, template, who = self._asked, self.desk.shop, self.editor.template(), self.preview.who()
        self.desk.read(
            lambda: look(shop, template, who), self, lambda found: self._show_look(found) if asked == self._asked else 0
        )

    def _show_look(self, found: Looked) -> None:
        self._looked = found
        self.editor.show_problems(found.problems)
        self.side.show_looked(found)
        self._fit_buttons()

    def _read_history(self) -> None:
        shown, shop = self._shown, self.desk.shop
        if shown is not None and shown.stored is not None:
            name, key = shown.stored.name, shown.key
            self.desk.read(lambda: read_history(shop, name), self, lambda found: self._show_history(key, found))

    def _show_history(self, key: str, found: History) -> None:
        if self._shown is not None and self._shown.key == key:
            self._uses = found.uses
            self.side.versions.show_versions(found.versions)

    def _saved(self, saved: Template) -> None:
        had_keyboard = self.save_button.hasFocus()
        drafts = {
            key: each for key, each in self._stock.drafts.items() if self._shown is None or key != self._shown.key
        }
        others = [each for each in self._stock.templates if each.name != saved.name]
        self._stock = Stock([saved, *others], drafts)
        self._shown = Shown(saved.name, saved, saved)
        self.gallery.show_templates(self._stock.templates, drafts, german_first=self._speaks_german())
        self.gallery.select(saved.name)
        self._fit_buttons()
        if had_keyboard:
            # The button has nothing to save now; the keyboard would fall on whatever comes next in the window.
            self.editor.body.setFocus()

    def _discard(self) -> None:
        self.editor.flush()
        shown = self._shown
        if shown is None:
            return
        self.writing.let_go(shown.key)
        drafts = {key: each for key, each in self._stock.drafts.items() if key != shown.key}
        self._stock = replace(self._stock, drafts=drafts)
        self.gallery.show_templates(self._stock.templates, drafts, german_first=self._speaks_german())
        written = shown.template

        def undo() -> None:
            self._keep(replace(shown, template=written))
            self.gallery.select(shown.key)
            self._choose(shown.key)

        self.desk.say(self.tr("What was not saved is gone."), undo)
        if shown.stored is None:
            self._shown = None
            self.gallery.select_first()
        else:
            self._choose(shown.key)

    def _delete(self) -> None:
        self.editor.flush()
        shown = self._shown
        if shown is None or shown.stored is None:
            return
        if self._uses:
            self._say_used(shown.stored.name)
            return

        draft = self._stock.drafts.get(shown.key)
        self.writing.delete(shown.stored, draft, lambda fault: self._say(fault_words(fault)))

    def _say_used(self, name: str) -> None:
        names = ", ".join(wording.campaign_title(use.campaign_type, use.campaign) for use in self._uses)
        sentence = self.tr("“{name}” is used by {campaigns}. Choose another template there first.")
        bar = self._say(sentence.replace("{name}", name).replace("{campaigns}", names))
        first = self._uses[0].campaign_id
        bar.offer(self.tr("Show the campaign"), lambda: self.desk.go("campaigns", {"campaign": first}))

    def _say(self, sentence: str) -> InfoBar:
        clear(self.notice)
        bar = InfoBar(sentence)
        self.notice.addWidget(bar)
        return bar

    def _restore(self, version: Template) -> None:
        if self._shown is not None and self._shown.stored is not None:
            self._discard_quietly(self._shown.key)
            self.writing.restore(self._shown.stored, version)

    def _discard_quietly(self, key: str) -> None:
        if key in self._stock.drafts:
            self.writing.let_go(key)
            drafts = {each: draft for each, draft in self._stock.drafts.items() if each != key}
            self._stock = replace(self._stock, drafts=drafts)

    def _test(self) -> None:
        if self._shown is not None:
            template = self.editor.template()
            self.test_dialog = ask_for_test(self.desk, self, template, template.channel, self.preview.who())

    def _stored(self, key: str) -> Template | None:
        draft = self._stock.drafts.get(key)
        name = key if draft is None else draft.stored_name
        return next((each for each in self._stock.templates if each.name == name), None)

    def _names(self) -> list[str]:
        written = [draft.template.name for draft in self._stock.drafts.values()]
        return [*(each.name for each in self._stock.templates), *written]

    def _speaks_german(self) -> bool:
        return self.desk.settings.text("app.language") == "de" or self.desk.settings.country in ("DE", "AT", "LI")

    def _fit_buttons(self) -> None:
        shown = self._shown
        is_own = shown is not None and not shown.is_fixed
        is_changed = shown is not None and not shown.is_fixed and shown.is_changed
        self.copy_button.setVisible(not is_own)
        self.save_button.setVisible(is_own)
        self.more_button.setVisible(is_own)
        self.discard_button.setVisible(is_changed)
        self.delete_action.setEnabled(shown is not None and shown.stored is not None)
        is_chat = shown is not None and shown.template.channel is ChannelName.WHATSAPP
        self.approved_action.setVisible(is_chat and shown is not None and not shown.is_fixed)
        template = self.editor.template() if shown is not None else None
        sound = self._looked is not None and self._looked.template == template and not self._looked.problems
        self.save_button.setEnabled(is_changed and sound and bool(template and template.name))
        self.test_button.setEnabled(sound)
