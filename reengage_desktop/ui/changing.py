"""Changing a setting from anywhere in the window: at once, with a notice that takes it back."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.ui.desk import Desk


def change_setting(  # noqa: PLR0913 - what is changed, how it is told, who waits for it
    desk: Desk,
    parent: QObject,
    key: str,
    text: str,
    sentence: str,
    *,
    on_done: Callable[[], object] | None = None,
    on_error: Callable[[BaseException], object] | None = None,
) -> bool:
    """Stores the setting and tells `sentence` with an Undo; gives False, and does nothing, when it is no change."""
    shop, before = desk.shop, desk.settings.texts[key]
    if text.strip() == before.strip():
        return False

    def undo() -> None:
        desk.act(lambda: setting_tasks.set_setting(shop, key, before), desk, lambda _: None)

    def done(_values: object) -> None:
        desk.say(sentence, undo)
        if on_done is not None:
            on_done()

    desk.act(lambda: setting_tasks.set_setting(shop, key, text), parent, done, on_error)
    return True


def changed_sentence(name: str) -> str:
    """The usual sentence about a change."""
    return QCoreApplication.translate("Changing", "“{name}” was changed.").replace("{name}", name)
