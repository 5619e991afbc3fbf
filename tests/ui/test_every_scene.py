"""Every dialog and every page of the wizard and of a campaign, in German at the smallest size: nothing cut or covered.

The pages themselves are walked in test_translations and test_looks; what is opened from them is walked here, by the
scenes that also draw the pictures.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from tests.shots.__main__ import draw
from tests.shots.looks import find_looks
from tests.ui.stage import dress

DIALOGS = ("first-run", "crash", "keep-running", "leaving", "message", "help", "purchase", "group-editor", "import-")
CUSTOMER = ("customer-merge", "customer-write", "customer-add", "customer-tag", "customer-find")
HANDS = ("by-hand", "replies", "card-works", "settings-receipt", "settings-came-back")
CAMPAIGN = ("wizard-", "campaign-recipients", "campaign-result", "campaign-messages", "campaign-history")
EVERY = (*DIALOGS, *CUSTOMER, *HANDS, *CAMPAIGN)


@pytest.fixture
def undressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application, in English again when the test is over."""
    before = QLocale()
    yield qapp
    QLocale.setDefault(before)
    dress(qapp)


@pytest.mark.parametrize(
    ("scenes", "at_least"),
    [(("first-run", "leaving", "purchase", "wizard-"), 8), pytest.param(EVERY, 25, marks=pytest.mark.soak)],
    ids=["some", "every"],
)
def test_what_is_opened_fits_in_german(
    undressed: QApplication, tmp_path: Path, scenes: tuple[str, ...], at_least: int
) -> None:
    """No dialog has a nameless field, cut words or words over words."""
    album = draw(undressed, tmp_path / "out", scenes, find_looks(["german-960"]))
    assert len(album.pictures) > at_least
    assert album.faults == []
