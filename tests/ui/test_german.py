"""The German window on shops in trouble holds no English word."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

import pytest
from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QTabBar,
    QWidget,
)

from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store.database import DatabaseBusy
from reengage_desktop.ui.speaking import use_language
from tests.translations import read_translations
from tests.ui.fit import SCREENS
from tests.ui.stage import Stage
from tests.ui.troubles import TWILIO, make_trouble

_WORD = re.compile(r"[^\W\d_]{2,}")
_PLACE = re.compile(r"\{[\w.]+\}|%Ln|</?\w+>|&")
# Names of places, products and forms that are the same in German, and words of both languages.
BOTH = {
    "an",
    "in",
    "am",
    "so",
    "was",
    "war",
    "hat",
    "also",
    "will",
    "die",
    "her",
    "nun",
    "man",
    "all",
    "not",
    "bad",
    "sa",
    "do",
}


SAID_BY_PROVIDERS = (
    TWILIO,
    "Content refused",
    "No such user here",
    "no answer within 30 s",
    "550 mailbox unavailable",
    "Till form",
)


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    """Every word of the window's English texts that none of its German texts holds."""
    sources, told = set[str](), set[str]()
    for (context, source), forms in read_translations("de").items():
        german = {word.lower() for form in forms for word in _WORD.findall(_PLACE.sub(" ", form))}
        told |= german
        if context != "Exports":
            sources |= {word.lower() for word in _WORD.findall(_PLACE.sub(" ", source))}
    return frozenset(sources - told - BOTH)


@pytest.fixture
def german(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    use_language(qapp, "en")
    QLocale.setDefault(QLocale("en_US"))


def _said(top: QWidget) -> Iterator[str]:
    """Every word that the window shows or tells a screen reader; not the owner's and the customers' own."""
    for each in top.findChildren(QWidget):
        if not each.isVisible() or each.property("data_shown"):
            continue
        text = getattr(each, "text", None)
        yield from (each.toolTip(), each.accessibleName(), each.accessibleDescription())
        if callable(text) and not isinstance(each, QLineEdit):
            yield str(text())
        elif isinstance(each, QComboBox):
            yield from (each.itemText(at) for at in range(each.count()))
        elif isinstance(each, QLineEdit):
            yield each.placeholderText()
        elif isinstance(each, QTabBar):
            yield from (each.tabText(at) for at in range(each.count()))
        elif isinstance(each, QAbstractItemView):
            yield from _cells(each)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    columns = model.columnCount(QModelIndex()) if isinstance(model, QAbstractTableModel) else 1
    for row in range(min(model.rowCount(), 30) if model is not None else 0):
        for column in range(columns):
            yield str(model.index(row, column).data(Qt.ItemDataRole.DisplayRole) or "")
    if isinstance(model, QAbstractTableModel):
        yield from (str(model.headerData(at, Qt.Orientation.Horizontal) or "") for at in range(columns))


def _own_words(shop: Shop) -> set[str]:
    """The words of the shop's own data: names, products, templates, tags, what providers said."""
    found = {word.lower() for text in SAID_BY_PROVIDERS for word in _WORD.findall(text)}
    tables = [name for (name,) in shop.db.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    kept = {"customers", "products", "categories", "templates", "campaigns", "imports", "order_items", "tags", "orders",
            "customer_tags", "settings"}  # fmt: skip
    for table in kept & set(tables):
        for row in shop.db.rows(f"SELECT * FROM {table} LIMIT 3000"):
            found |= {word.lower() for value in row if isinstance(value, str) for word in _WORD.findall(value)}
    return found


def _english_in(texts: Iterator[str], own: set[str]) -> list[str]:
    return sorted(
        {
            f"{word}: {text[:100]}"
            for text in texts
            for word in _WORD.findall(text)
            if word.lower() in _english() and word.lower() not in own
        }
    )


def test_a_german_window_in_trouble_speaks_no_english(open_stage: Callable[..., Stage], german: QApplication) -> None:
    """D8: a refused account, doubts, a broken server, missed checks, skipped rows; on every page, to eye and ear."""
    use_language(german, "de")
    QLocale.setDefault(QLocale("de_DE"))
    stage = open_stage()
    make_trouble(stage.shop)
    fault = (
        "Another program holds the shop's database. Nothing was changed and nothing was sent; close it and try again."
    )
    stage.desk.failed.emit(DatabaseBusy(fault))
    own = _own_words(stage.shop)
    found: list[str] = []
    for key, argument in (*SCREENS, ("activity", {"filter": "problems"}), ("activity", {"filter": "waiting"})):
        page = stage.go(key, argument)
        page.refresh()
        stage.settle()
        found += [f"{key} {argument or ''}: {text}" for text in _english_in(_said(stage.window), own)]
    assert "Ein anderes Programm" in " ".join(stage.window.bars())
    assert not found, "\n".join(found)


def test_english_is_found_where_it_is() -> None:
    """The negative control: what broke a connection, untold, is found; a name or a German word is not."""
    said = iter(["The server did not answer in time.", "Der Server hat nicht geantwortet", "Ada Merriweather"])
    assert [each.partition(":")[0] for each in _english_in(said, {"ada", "merriweather"})][:3] == [
        "The",
        "answer",
        "did",
    ]
