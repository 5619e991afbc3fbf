"""What the owner does with a campaign of hers, each at once and with the way back where there is one."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from reengage_desktop.domain.campaign_results import RecipientStatus
from reengage_desktop.jobs.tasks import owner_campaigns, queue
from reengage_desktop.jobs.tasks.own_campaign_views import Campaign
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.wording import translate

Then = Callable[[int], object]
_NOT_IN_FILES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def file_name(name: str) -> str:
    """A campaign's name as a file may bear it on every system."""
    return _NOT_IN_FILES.sub("-", name).strip(" .") or "-"


def tell_started(desk: Desk, campaign: Campaign) -> None:
    """Says that a campaign has started whose owner looks at something else meanwhile; Undo takes the start back."""
    shop, text = desk.shop, translate("CampaignDoing", "“{name}” was started.")

    def undo() -> None:
        desk.act(lambda: owner_campaigns.take_back_start(shop, campaign.id), desk, lambda _: None)

    desk.say(text.replace("{name}", campaign.plan.name), undo)


class CampaignDoing(QObject):
    """The list and the details page share these."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_copying = False

    def pause(self, campaign: Campaign) -> None:
        """Stops it until it is resumed."""
        shop, text = self._desk.shop, self.tr("“{name}” is paused. What waits stays where it is.")
        self._do(
            lambda: owner_campaigns.pause(shop, campaign.id),
            self._named(text, campaign),
            lambda: owner_campaigns.resume(shop, campaign.id),
        )

    def resume(self, campaign: Campaign) -> None:
        """Lets it go on."""
        shop, text = self._desk.shop, self.tr("“{name}” goes on.")
        self._do(
            lambda: owner_campaigns.resume(shop, campaign.id),
            self._named(text, campaign),
            lambda: owner_campaigns.pause(shop, campaign.id),
        )

    def stop(self, campaign: Campaign) -> None:
        """Ends it for good; what has not left never will."""
        shop, text = self._desk.shop, self.tr("“{name}” was stopped. What had not left will not be sent.")
        self._do(lambda: owner_campaigns.cancel(shop, campaign.id), self._named(text, campaign), None)

    def take_back(self, campaign: Campaign) -> None:
        """Undoes a start, or takes it off the calendar."""
        shop, text = self._desk.shop, self.tr("The start of “{name}” was taken back: it is a draft again.")
        self._do(lambda: owner_campaigns.take_back_start(shop, campaign.id), self._named(text, campaign), None)

    def duplicate(self, campaign: Campaign, then: Then) -> None:
        """Makes a draft like it and goes on with its number; one at a time."""
        if self._is_copying:
            return
        shop, self._is_copying = self._desk.shop, True

        def done(made: Campaign) -> None:
            self._is_copying = False
            then(made.id)

        def failed(fault: BaseException) -> None:
            self._is_copying = False
            self._desk.failed.emit(fault)

        self._desk.act(lambda: owner_campaigns.duplicate(shop, campaign.id), self, done, failed)

    def archive(self, campaign: Campaign) -> None:
        """Puts it away."""
        shop, text = self._desk.shop, self.tr("“{name}” was put away.")
        self._do(
            lambda: owner_campaigns.archive(shop, campaign.id),
            self._named(text, campaign),
            lambda: owner_campaigns.unarchive(shop, campaign.id),
        )

    def unarchive(self, campaign: Campaign) -> None:
        """Brings it back into the list."""
        shop, text = self._desk.shop, self.tr("“{name}” is back in the list.")
        self._do(
            lambda: owner_campaigns.unarchive(shop, campaign.id),
            self._named(text, campaign),
            lambda: owner_campaigns.archive(shop, campaign.id),
        )

    def delete(self, campaign: Campaign) -> None:
        """Throws a draft away; Undo makes it anew."""
        shop, text = self._desk.shop, self.tr("“{name}” was thrown away.")
        payload = campaign.plan.as_payload(self._desk.zone)
        self._do(
            lambda: owner_campaigns.delete(shop, campaign.id),
            self._named(text, campaign),
            lambda: owner_campaigns.create(shop, payload),
        )

    def retry_failed(self, campaign: Campaign) -> None:
        """Queues again what was refused."""
        shop = self._desk.shop

        def task() -> queue.Changed:
            return queue.retry(shop, owner_campaigns.recipient_ids(shop, campaign.id, RecipientStatus.FAILED))

        self._desk.act(
            task, self, lambda done: self._desk.say(self.tr("%Ln messages are tried again.", "", done.changed))
        )

    def export(self, campaign: Campaign, over: QWidget) -> None:
        """Asks where to, and writes the recipients there."""
        dialog = QFileDialog(over, self.tr("Save the recipients as"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"{file_name(campaign.plan.name)}.csv")
        dialog.fileSelected.connect(partial(self.export_to, campaign))
        dialog.open()

    def export_to(self, campaign: Campaign, file: str) -> None:
        """Writes the recipients into this file."""
        shop, text = self._desk.shop, self.tr("The recipients are in “{file}”.")
        self._desk.act(
            lambda: owner_campaigns.export(shop, campaign.id, Path(file)),
            self,
            lambda written: self._desk.say(text.replace("{file}", Path(written).name)),
        )

    def _named(self, text: str, campaign: Campaign) -> str:
        return text.replace("{name}", campaign.plan.name)

    def _do(self, task: Callable[[], object], sentence: str, back: Callable[[], object] | None) -> None:
        desk = self._desk

        def undo() -> None:
            if back is not None:
                desk.act(back, desk, lambda _: None)

        desk.act(task, self, lambda _: desk.say(sentence, undo if back is not None else None))
