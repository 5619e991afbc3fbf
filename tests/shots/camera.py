"""An open window over a shop, in one look, and the pictures taken of it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDeadlineTimer, QLocale
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import sending
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.ui.application import Session
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.window import MainWindow
from tests.shots.looks import Look
from tests.ui.fit import faults_in
from tests.ui.pseudo import speak_plainly, speak_pseudo
from tests.ui.stage import put_away

PRESENT = datetime(2026, 11, 21, 9, 12, tzinfo=UTC)


@dataclass
class Camera:
    """Opens pages, takes pictures, and writes down what is nameless, cut off or covered in them.

    `only`: words of which a picture's name must hold one, if there are any.
    """

    app: QApplication
    session: Session
    look: Look
    out: Path
    files: Path
    only: tuple[str, ...] = ()
    taken: list[Path] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def window(self) -> MainWindow:
        """The window in front."""
        return self.session.window

    @property
    def desk(self) -> Desk:
        """The pages' desk."""
        return self.session.desk

    @property
    def shop(self) -> Shop:
        """The open shop."""
        return self.desk.shop

    def is_wanted(self, name: str) -> bool:
        """Whether a picture of that name was asked for."""
        return not self.only or any(word in name for word in self.only)

    def go(self, page: str, argument: object = None) -> Any:
        """Opens a page, waits until it is filled, and gives it."""
        self.window.go(page, argument)
        self.settle()
        return self.window.page(page)

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Saves a picture of the window, or of a dialog, which is shown first."""
        if widget is not None and not widget.isVisible():
            widget.show()
        self.settle()
        if self.is_wanted(name):
            shown, file = widget or self.window, self.out / f"{name}-{self.look.name}.png"
            shown.grab().save(str(file))
            self.taken.append(file)
            self.faults += [f"{file.stem}: {text}" for text in faults_in(shown)]

    def settle(self) -> None:
        """Waits until everything that was asked for has arrived and is painted."""
        for _ in range(2):
            QTest.qWait(40)
            deadline = QDeadlineTimer(30_000)
            while not self.desk.is_idle() and not deadline.hasExpired():
                QTest.qWait(10)
        # What has arrived is laid out by events of its own.
        QTest.qWait(80)


@contextmanager
def open_camera(app: QApplication, kept: Path, look: Look, out: Path, only: tuple[str, ...]) -> Iterator[Camera]:
    """A window in one look on a copy of the shop that is kept in a folder, so that scenes may change it."""
    folder = out / ".shop"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(kept, folder)
    shop = open_shop(Wishes(folder=folder, clock=lambda: PRESENT, secrets=MemorySecrets))
    sending.resume(shop)  # a copied shop opens paused
    language = look.language if look.language != "pseudo" else "en"
    for key, text in (("theme", look.theme), ("text_size", str(look.text_size)), ("language", language)):
        setting_tasks.set_setting(shop, f"app.{key}", text)
    (folder / "window.ini").write_text(f"[app]\nlanguage={language}\ntheme={look.theme}\ntext_size={look.text_size}\n")
    QLocale.setDefault(QLocale("de_DE" if language == "de" else "en_US"))
    app.setLayoutDirection(look.direction)
    session = Session(app, folder)
    if look.language == "pseudo":
        speak_pseudo(app)
        session.window.close()
        session.window.deleteLater()
        session.window = MainWindow(folder / "window.ini")
    session.take(shop)
    session._hook.remove()  # a fault ends the drawing with its words
    session.window.resize(look.size)
    session.window.show()
    camera = Camera(app, session, look, out, folder, only)
    camera.settle()
    try:
        yield camera
    finally:
        put_away(session)
        speak_plainly(app)
        shutil.rmtree(folder, ignore_errors=True)
