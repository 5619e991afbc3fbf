"""Reasons with their counts, each a link to the customers whom it concerns."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from reengage_desktop.domain.vocabulary import Reason
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.flow import FlowLayout
from reengage_desktop.ui.widgets.together import together


class ReasonLinks(QWidget):
    """“31 × Has not agreed”, “3 × Opted out”: the most frequent first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._links: list[QPushButton] = []
        self._shown: list[tuple[str, list[int]]] = []
        self._flow = FlowLayout(self, spacing=14, line_spacing=0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_reasons(self, found: Mapping[str, Sequence[int]]) -> None:
        """Shows these; `found` lists the customers of each reason."""
        ordered = sorted(found.items(), key=lambda pair: -len(pair[1]))
        with together(self):
            for _ in range(len(self._links), len(ordered)):
                self._add_link()
            for at, made in enumerate(self._links):
                made.setVisible(at < len(ordered))
            self._shown = [(_words(reason), list(ids)) for reason, ids in ordered]
            for made, (words, ids) in zip(self._links, self._shown, strict=False):
                text = f"{formats.number(len(ids))} × {words}"
                made.setText(text)
                made.setAccessibleName(text)
        self.setVisible(bool(found))

    def _add_link(self) -> None:
        """Kept for the next time: a new button reads the whole style sheet."""
        at = len(self._links)
        self._links.append(button("", lambda: self._open(at), kind="link"))
        self._flow.addWidget(self._links[at])

    def _open(self, at: int) -> None:
        words, ids = self._shown[at]
        _open(self._desk, ids, words)


def reason_menu(desk: Desk, owner: QPushButton, found: Mapping[str, Sequence[int]]) -> None:
    """Hangs the same links into a menu at a button that says how many there are; hides it where there are none."""
    count = sum(len(ids) for ids in found.values())
    text = QCoreApplication.translate("ReasonLinks", "Why %Ln others would not…", "", count)
    menu = QMenu(owner)
    for reason, ids in sorted(found.items(), key=lambda pair: -len(pair[1])):
        words = _words(reason)
        action = menu.addAction(f"{formats.number(len(ids))} × {words}")
        action.triggered.connect(partial(_open, desk, list(ids), words))
    before = owner.menu()
    owner.setMenu(menu)
    if before is not None:
        before.deleteLater()  # the button would keep every one that it ever had
    owner.setText(text)
    owner.setVisible(bool(count))


def _words(reason: str) -> str:
    """The reason in words; before a message is queued a provider's limit is always WhatsApp's 24 hours."""
    if reason == Reason.PROVIDER_LIMIT:
        return QCoreApplication.translate("ReasonLinks", "No approved WhatsApp text, and not written within 24 hours")
    return wording.reason_text(reason)


def _open(desk: Desk, ids: list[int], title: str, _checked: object = None) -> None:
    desk.go("customers", {"ids": ids, "title": title})
