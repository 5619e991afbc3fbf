"""What is being written: which template it stands for, what of it is not saved, and the way to keep and to save it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from reengage_desktop.domain.snippets import Piece, piece
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import template_drafts
from reengage_desktop.jobs.tasks import templates as template_tasks
from reengage_desktop.jobs.tasks.template_drafts import TemplateDraft
from reengage_desktop.store import templates
from reengage_desktop.ui import wording
from reengage_desktop.ui.desk import Desk

NEW = "new:"
_WITH_SUBJECT = (ChannelName.EMAIL, ChannelName.PUSH, ChannelName.WALLET)


@dataclass(frozen=True)
class Shown:
    """What the editor shows. `stored` None: it is new. `template` is what is written, saved or not."""

    key: str
    stored: Template | None
    template: Template

    @property
    def is_fixed(self) -> bool:
        """Whether it ships with the program."""
        return self.stored is not None and self.stored.is_built_in

    @property
    def is_changed(self) -> bool:
        """Whether something of it is not saved."""
        return self.stored is None or replace(self.template, version=self.stored.version) != self.stored


class Writing(QObject):
    """Keeps drafts and saves templates in the background; every saving can be undone."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_saving = False

    def keep(self, shown: Shown) -> TemplateDraft | None:
        """Keeps what is not saved, or lets its draft go where nothing is left to save; gives the draft."""
        shop = self._desk.shop
        if not shown.is_changed:
            self._desk.act(lambda: template_drafts.drop(shop, shown.key), self, lambda _: None)
            return None
        stored_name = None if shown.stored is None else shown.stored.name
        draft = TemplateDraft(shown.key, stored_name, shown.template)
        self._desk.act(lambda: template_drafts.keep(shop, draft), self, lambda _: None)
        return draft

    def let_go(self, key: str) -> None:
        """Lets a draft go."""
        shop = self._desk.shop
        self._desk.act(lambda: template_drafts.drop(shop, key), self, lambda _: None)

    def save(self, shown: Shown, on_done: Callable[[Template], object]) -> None:
        """Saves a new version; the notice takes it back. Nothing is saved while another one is on its way."""
        if self._is_saving:
            return
        self._is_saving = True
        shop, stored = self._desk.shop, shown.stored
        stored_name = None if stored is None else stored.name
        sentence = self.tr("“{name}” was saved.").replace("{name}", shown.template.name)

        def save() -> tuple[Template, str]:
            saved = template_tasks.save_over(shop, shown.template, stored_name).template
            template_drafts.drop(shop, shown.key)
            return saved, _speaker(shop, saved)

        def undo() -> None:
            if stored is None:
                self._act(lambda: template_tasks.delete_template(shop, shown.template.name))
            else:
                self._act(lambda: template_tasks.save_over(shop, stored, shown.template.name))

        def failed(fault: BaseException) -> None:
            self._is_saving = False
            self._desk.failed.emit(fault)

        def done(answer: tuple[Template, str]) -> None:
            self._is_saving = False
            saved, kind = answer
            follows = self.tr("“{campaign}” says it from now on.").replace("{campaign}", wording.campaign_name(kind))
            self._desk.say(f"{sentence} {follows}" if kind else sentence, undo)
            on_done(saved)

        self._desk.act(save, self, done, failed)

    def restore(self, current: Template, version: Template) -> None:
        """Brings an older version back as the newest one; the notice takes it back."""
        shop = self._desk.shop
        wanted = replace(version, name=current.name)
        sentence = self.tr("The older text of “{name}” is in use again.").replace("{name}", current.name)

        def undo() -> None:
            self._act(lambda: template_tasks.save_over(shop, current, current.name))

        self._desk.act(
            lambda: template_tasks.save_over(shop, wanted, current.name),
            self,
            lambda _: self._desk.say(sentence, undo),
        )

    def delete(
        self, template: Template, draft: TemplateDraft | None, on_error: Callable[[BaseException], object]
    ) -> None:
        """Deletes it where no campaign uses it; the notice brings it back with its versions and what was not saved."""
        shop = self._desk.shop
        sentence = self.tr("“{name}” was deleted.").replace("{name}", template.name)

        def delete() -> list[Template]:
            versions = template_tasks.delete_template(shop, template.name)
            if draft is not None:
                template_drafts.drop(shop, draft.key)
            return versions

        def bring_back(versions: list[Template]) -> None:
            if draft is not None:
                template_drafts.keep(shop, draft)
            template_tasks.bring_back(shop, versions)

        def done(versions: list[Template]) -> None:
            self._desk.say(sentence, lambda: self._act(lambda: bring_back(versions)))

        self._desk.act(delete, self, done, on_error)

    def _act(self, task: Callable[[], object]) -> None:
        self._desk.act(task, self._desk, lambda _: None)


def _speaker(shop: Shop, saved: Template) -> str:
    """The kind of the campaign that is always on and says this text; nothing where none does."""
    kind = saved.campaign_type or ""
    if kind not in set(CampaignType):
        return ""
    said = templates.find_for(shop.db, kind, saved.channel, saved.language)
    return kind if said is not None and said.name == saved.name else ""


def new_template(channel: ChannelName, language: str, name: str) -> Template:
    """A template to begin with."""
    words = piece(Piece.TEXT, language)
    body = words if channel is ChannelName.EMAIL else " ".join(words.split())
    if channel is ChannelName.WHATSAPP:
        body = f"{body} {{{{ shop.name }}}}."
    subject = "{{ shop.name }}" if channel in _WITH_SUBJECT else None
    return Template(name, channel, body, language=language, subject=subject, version=1)


def free_name(stem: str, taken: Iterable[str]) -> str:
    """The name, or the first `name 2` and so on that nobody has."""
    known, name, count = set(taken), stem, 1
    while name in known:
        count += 1
        name = f"{stem} {count}"
    return name
