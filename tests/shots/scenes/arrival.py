"""The first run page by page, the questions at the end, the crash dialog, and the window's own bars."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from reengage_desktop.jobs.tasks import sending
from reengage_desktop.ui.faults import FaultDialog, details_of
from reengage_desktop.ui.first_run.dialog import FirstRunDialog
from reengage_desktop.ui.leaving import KeepRunningDialog, LeavingDialog
from tests.shots.camera import Camera
from tests.shots.scenes import Scene


def _greet(camera: Camera) -> None:
    dialog = FirstRunDialog(camera.desk, camera.window)
    camera.take("first-run-shop", dialog)
    dialog.shop.name_field.setText(" ")
    dialog.next_button.click()
    camera.take("first-run-nameless", dialog)
    dialog.shop.name_field.setText("Willow & Wick")
    dialog.shop.reply_to.setText("nobody")
    dialog.next_button.click()
    camera.take("first-run-fault", dialog)
    dialog.skip()
    camera.take("first-run-customers", dialog)
    dialog.skip()
    camera.settle()
    if dialog.current() is dialog.rhythm:
        camera.take("first-run-rhythm", dialog)
        dialog.skip()
    camera.take("first-run-channel", dialog)
    dialog.close()


def _leave(camera: Camera) -> None:
    report = details_of(KeyError("x"))
    for name, dialog in (
        ("crash", FaultDialog(report, camera.window)),
        ("keep-running", KeepRunningDialog(camera.window, has_tray=True)),
        ("leaving", LeavingDialog(camera.window, 11)),
    ):
        camera.take(name, dialog)
        dialog.close()


def _chrome(camera: Camera) -> None:
    camera.go("home")
    sending.pause(camera.shop, camera.desk.now() + timedelta(hours=1))
    words = "%Ln messages approved. They go out with the next sending."
    camera.desk.say(QCoreApplication.translate("ApprovalTray", words, "", 12), lambda: None)
    camera.take("chrome-paused")
    sending.resume(camera.shop)
    camera.settle()


SCENES = (
    Scene(
        "first-run-shop first-run-nameless first-run-fault first-run-customers first-run-rhythm first-run-channel",
        _greet,
    ),
    Scene("crash keep-running leaving", _leave),
    Scene("chrome-paused", _chrome),
)
