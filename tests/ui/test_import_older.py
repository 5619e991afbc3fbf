"""A catalogue that is older than the last one: the dialog keeps what the shop has, until the owner says otherwise."""

import os
from collections.abc import Callable
from pathlib import Path

from reengage_desktop.domain.vocabulary import FilledRule
from reengage_desktop.engine.importing import ImportRequest, import_file
from reengage_desktop.ui.importing.dialog import ImportDialog
from tests.ui.stage import Stage


def _catalogue(folder: Path, name: str, price: str, *, saved: int) -> Path:
    path = folder / name
    path.write_text(f"product_id,name,price,stock\n1,Mug,{price},5\n", encoding="utf-8")
    os.utime(path, (saved, saved))
    return path


def test_the_owner_may_say_that_the_older_one_is_right(open_stage: Callable[..., Stage], tmp_path: Path) -> None:
    """D2, A6, ux.md 9: “Keep mine” stands there first, with a sentence that says why; “Use the file” is taken."""
    stage = open_stage(lively=False)
    shop = stage.shop
    newer = _catalogue(tmp_path, "newer.csv", "12.00", saved=1_762_900_000)
    import_file(shop.db, ImportRequest(newer), shop.settings(), shop.now())
    dialog = ImportDialog(stage.desk, stage.window)
    dialog.show()
    dialog.take_file(str(_catalogue(tmp_path, "older.csv", "10.00", saved=1_762_100_000)))
    stage.settle()
    assert dialog.report is not None
    assert dialog.report.updated == 0
    rule = dialog.columns.choices.rule
    assert rule.currentData() == str(FilledRule.KEEP)
    rule.setCurrentIndex(rule.findData(str(FilledRule.FILE)))
    rule.activated.emit(rule.currentIndex())
    stage.settle()
    assert dialog.report.updated == 1
    dialog.close()
