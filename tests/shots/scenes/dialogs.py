"""The small dialogs: a sent message, the help, a purchase by hand."""

from reengage_desktop.domain.listings import MessageRow
from reengage_desktop.domain.vocabulary import OutboxState
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import listings
from reengage_desktop.ui.activity.message import MessageDialog
from reengage_desktop.ui.customers.purchase import PurchaseDialog
from reengage_desktop.ui.help import HelpDialog
from tests.shots.camera import Camera
from tests.shots.scenes import Scene


def _sent_message(shop: Shop) -> MessageRow:
    ids = listings.message_ids(shop.db, (OutboxState.ACCEPTED,), limit=1)
    return listings.message_rows(shop.db, ids)[0]


def _play(camera: Camera) -> None:
    desk, window = camera.desk, camera.window
    message = _sent_message(desk.shop)
    for name, dialog in (
        ("message", MessageDialog(desk, message, window)),
        ("help", HelpDialog("customers", window)),
        ("purchase", PurchaseDialog(desk, message.customer_id, "Ann Miller", window)),
    ):
        camera.take(name, dialog)
        dialog.close()


SCENES = (Scene("message help purchase", _play),)
