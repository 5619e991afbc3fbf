"""A restore and an import never write at the same time (promises 14 and 18)."""

from pathlib import Path

from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.engine.importing import ImportRequest
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import backups, imports
from tests.command_line import CommandLine


def test_no_restore_while_a_file_is_written(shop: Shop, cli: CommandLine, tmp_path: Path) -> None:
    """The rest of the file would go into the restored shop, half of it and without its journal."""
    copy = backups.create(shop, tmp_path / "copy.db").file
    file = tmp_path / "people.csv"
    file.write_text("customer_id,name\n" + "".join(f"{number},Person {number}\n" for number in range(3000)))
    refused: list[str] = []

    def restore(_done: int, total: int | None) -> None:
        if total is not None and not refused:
            refused.append(cli.refused("backup", "restore", copy))

    imports.import_file(shop, ImportRequest(file, ImportKind.CUSTOMERS), progress=restore)
    assert "import" in refused[0]
    assert shop.db.value("SELECT count(*) FROM customers") == 3000
    backups.restore(shop, copy)
    assert shop.db.value("SELECT count(*) FROM customers") == 0
