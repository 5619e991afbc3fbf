"""The watched folder with real files: known columns come in by themselves, half-written files wait, others are told."""

import contextlib
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reengage_desktop.domain.vocabulary import ImportKind, Job, NoticeKind
from reengage_desktop.engine.importing.turns import import_turn
from reengage_desktop.jobs.folder_watch import FolderWatch
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.schedule import Due
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import imports, settings, watched
from reengage_desktop.jobs.tasks.watched import FolderKeeper, Outcome
from reengage_desktop.jobs.ticking import Ticker
from reengage_desktop.store import listings
from reengage_desktop.store.database import StoreFault
from tests.conftest import Clock
from tests.connectors.test_workbooks import workbook

HEADER = "Kennung;E-Mail;Name\n"


def _people(*names: str) -> str:
    return HEADER + "".join(f"{name};{name}@example.com;{name.title()}\n" for name in names)


@pytest.fixture
def folder(shop: Shop, tmp_path: Path) -> Path:
    place = tmp_path / "exports"
    place.mkdir()
    first = tmp_path / "first.csv"
    first.write_text(_people("ann"), encoding="utf-8")
    imports.import_file(shop, imports.ImportRequest(first, ImportKind.CUSTOMERS, mapping={"customer_id": "Kennung"}))
    watched.choose_folder(shop, str(place))
    return place


def _count(shop: Shop) -> int:
    return int(shop.db.value("SELECT count(*) FROM customers"))


def _outcomes(keeper: FolderKeeper) -> list[Outcome]:
    return [each.outcome for each in keeper.look()]


def test_a_file_with_known_columns_comes_in_by_itself(shop: Shop, folder: Path) -> None:
    """Issue 4, watched folder: read as the owner's last one was, at the second look, with its line in Activity."""
    (folder / "next.csv").write_text(_people("ann", "bob"), encoding="utf-8")
    keeper = FolderKeeper(shop)
    assert _outcomes(keeper) == [], "one look can't tell whether it lies still"
    (taken,) = keeper.look()
    assert taken.outcome is Outcome.IMPORTED
    assert taken.report is not None
    assert (taken.report.created, taken.report.unchanged) == (1, 1)
    assert taken.report.columns["customer_id"] == "Kennung"
    row = listings.imports(shop.db)[0]
    assert (row.file_name, row.origin) == ("next.csv", "folder")
    assert keeper.look() == []


def test_a_file_that_is_being_written_is_waited_for(folder: Path, clock: Clock) -> None:
    """Promise 18: as long as it grows, or bears the name of a download, it is left alone."""
    path, watch = folder / "slow.csv", FolderWatch(folder)
    for text in (HEADER, HEADER + "bob;bob@exam", _people("bob")):
        path.write_text(text, encoding="utf-8")
        assert watch.look(clock()) == []
    (folder / "other.csv.part").write_text(_people("carl"), encoding="utf-8")
    (folder / "~$sheet.xlsx").write_bytes(b"lock")
    (folder / "empty.csv").touch()
    assert watch.look(clock()) == [path]
    assert watch.look(clock()) == []
    os.utime(path, (1, 1))
    assert watch.look(clock()) == []
    assert watch.look(clock()) == [path], "touched again: whether its bytes are new is the next one's question"


def test_the_same_bytes_never_come_in_twice(shop: Shop, folder: Path) -> None:
    """Issue 4: not under another name, not after a restart, and not when the owner took them back."""
    keeper = FolderKeeper(shop)
    (folder / "a.csv").write_text(_people("bob"), encoding="utf-8")
    keeper.look()
    (taken,) = keeper.look()
    assert taken.report is not None
    assert taken.report.import_id is not None
    imports.undo_import(shop, taken.report.import_id)
    (folder / "b.csv").write_text(_people("bob"), encoding="utf-8")
    anew = FolderKeeper(shop)
    anew.look()
    assert _outcomes(anew) == [Outcome.KNOWN, Outcome.KNOWN]
    assert _count(shop) == 1


def test_an_unknown_file_becomes_one_notice(shop: Shop, folder: Path) -> None:
    """Issue 4: unknown or broken ones are told once, with the file to look at; importing it puts the notice down."""
    unknown = folder / "unknown.csv"
    unknown.write_text("Nummer;Mail\n1;zoe@example.com\n", encoding="utf-8")
    (folder / "broken.csv").write_bytes(b"%PDF-1.4 no list")
    keeper = FolderKeeper(shop)
    keeper.look()
    assert sorted(_outcomes(keeper)) == [Outcome.ASKED, Outcome.REFUSED]
    told = {row.figures["file"]: row for row in listings.notices(shop.db)}
    assert {row.kind for row in told.values()} == {NoticeKind.FILE_WAITS}
    assert told["unknown.csv"].figures["path"] == str(unknown)
    assert told["broken.csv"].figures["sentence"]["kind"] == "is_pdf"
    assert _count(shop) == 1
    imports.import_file(shop, imports.ImportRequest(unknown, ImportKind.CUSTOMERS))
    assert [row.figures["file"] for row in listings.notices(shop.db)] == ["broken.csv"]


def test_a_file_that_leaves_something_open_is_asked_about(shop: Shop, tmp_path: Path, folder: Path) -> None:
    """Issue 4: an ambiguous date is nothing that a program answers by itself; once answered it is known."""
    text = "order_id,date,email,total\n1,03/04/2026,ann@example.com,5\n2,05/06/2026,ann@example.com,{}\n"
    first = tmp_path / "orders.csv"
    first.write_text(text.format(6), encoding="utf-8")
    imports.import_file(shop, imports.ImportRequest(first))
    keeper = FolderKeeper(shop)
    (folder / "later.csv").write_text(text.format(7), encoding="utf-8")
    keeper.look()
    assert _outcomes(keeper) == [Outcome.ASKED]
    imports.import_file(shop, imports.ImportRequest(first, date_order="dmy"))
    (folder / "last.csv").write_text(text.format(8), encoding="utf-8")
    keeper.look()
    (taken,) = keeper.look()
    assert taken.outcome is Outcome.IMPORTED
    assert taken.report is not None
    assert taken.report.updated == 1


def test_dates_that_contradict_what_was_answered_are_asked_about(shop: Shop, tmp_path: Path, folder: Path) -> None:
    """Issue 4, A2: one day that can't be read so tells that the others are wrong, too; a word that is none does not."""
    text = "order_id,date,email,total\n{0}1,03/04/2026,ann@example.com,5\n{0}2,{1},ann@example.com,6\n"
    first = tmp_path / "orders.csv"
    first.write_text(text.format("a", "05/06/2026"), encoding="utf-8")
    imports.import_file(shop, imports.ImportRequest(first, date_order="dmy"))
    for name, day in (("b", "25/06/2026"), ("c", "06/25/2026"), ("d", "soon")):
        (folder / f"{name}.csv").write_text(text.format(name, day), encoding="utf-8")
    keeper = FolderKeeper(shop)
    keeper.look()
    assert {each.path.stem: each.outcome for each in keeper.look()} == {
        "b": Outcome.IMPORTED,
        "c": Outcome.ASKED,
        "d": Outcome.IMPORTED,
    }


def test_the_clock_looks_after_the_folder(shop: Shop, folder: Path, clock: Clock) -> None:
    """Issue 4: with every tick, and a folder that is gone keeps nothing else from running."""
    faults: list[BaseException] = []

    def do(task: Callable[[], object]) -> BaseException | None:
        try:
            task()
        except OSError as fault:
            faults.append(fault)
            return fault
        return None

    ticker = Ticker(shop, lambda *_args, **_more: None, do, look_at_folder=FolderKeeper(shop).look)
    (folder / "next.csv").write_text(_people("bob"), encoding="utf-8")
    ticker.tick()
    clock.move(minutes=1)
    ticker.tick()
    assert _count(shop) == 2
    (folder / "next.csv").unlink()
    folder.rmdir()
    clock.move(minutes=1)
    ticker.tick()
    assert len(faults) == 1


def test_what_came_while_the_program_was_off_is_there_before_anybody_is_chosen(
    shop: Shop, folder: Path, clock: Clock
) -> None:
    """D3, promise 10: a run is caught up with at the first tick; who left in a file of the night gets nothing by it."""
    path, found = folder / "night.csv", list[int]()
    path.write_text(_people("bob"), encoding="utf-8")
    _lie(path, clock)
    clock.move(minutes=10)

    def run(shop: Shop, job: Job, *, due: Due | None = None, trigger: str) -> None:
        del job, due, trigger
        found.append(_count(shop))

    def do(task: Callable[[], object]) -> None:
        task()

    Ticker(shop, run, do, look_at_folder=FolderKeeper(shop).look).tick()
    assert {*found} == {2}


def test_files_of_yesterday_are_known_at_once(shop: Shop, folder: Path, clock: Clock) -> None:
    """Issue 4: they are neither read as tables again nor asked for writers, however many there are."""
    path = folder / "old.csv"
    path.write_text(_people("bob"), encoding="utf-8")
    _lie(path, clock)
    clock.move(minutes=10)
    assert _outcomes(FolderKeeper(shop)) == [Outcome.IMPORTED]
    with path.open("a", encoding="utf-8"):
        assert _outcomes(FolderKeeper(shop)) == [Outcome.KNOWN]


@pytest.mark.parametrize(("known", "other"), [("customers", "unsubscribed"), ("unsubscribed", "customers")])
def test_a_name_that_says_who_left_makes_another_list(shop: Shop, folder: Path, known: str, other: str) -> None:
    """C18, promise 10: neither comes in by itself as what the other was: no no is lost, and nobody's yes taken."""
    first = folder.parent / f"{known}.csv"
    first.write_text("Email,Name\nzoe@example.com,Zoe\n", encoding="utf-8")
    imports.import_file(shop, imports.ImportRequest(first))
    (folder / f"{other} (2).csv").write_text("Email,Name\nann@example.com,Ann\n", encoding="utf-8")
    (folder / f"{known} (2).csv").write_text("Email,Name\nyves@example.com,Yves\n", encoding="utf-8")
    keeper = FolderKeeper(shop)
    keeper.look()
    assert {each.path.stem: each.outcome for each in keeper.look()} == {
        f"{other} (2)": Outcome.ASKED,
        f"{known} (2)": Outcome.IMPORTED,
    }


def test_a_folder_that_is_gone_is_told_of(shop: Shop, folder: Path, clock: Clock) -> None:
    """Promise 10: after an hour, once, until it is back: a list of those who said no may lie where nobody looks."""
    keeper, away = FolderKeeper(shop), folder.with_name("away")
    folder.rename(away)
    told = []
    for _ in range(4):
        with pytest.raises(FileNotFoundError):
            keeper.look()
        told.append([row.kind for row in listings.notices(shop.db)])
        clock.move(minutes=31)
    assert told == [[], [], [NoticeKind.FOLDER_GONE], [NoticeKind.FOLDER_GONE]]
    away.rename(folder)
    FolderKeeper(shop).look()
    assert listings.notices(shop.db) == []


def test_only_a_folder_can_be_watched(shop: Shop, tmp_path: Path) -> None:
    """What is no folder is refused; an empty name watches nothing."""
    with pytest.raises(Refused, match="no folder"):
        watched.choose_folder(shop, str(tmp_path / "nowhere"))
    watched.choose_folder(shop, str(tmp_path))
    watched.choose_folder(shop, "")
    assert settings.get_setting(shop, watched.SETTING).values[watched.SETTING] == ""
    assert FolderKeeper(shop).look() == []


@pytest.mark.parametrize(
    "piece",
    [
        HEADER + "bob;bob@exam",
        HEADER + "bob;bob@example.com;Bob\ncarl;c",
        HEADER + 'bob;bob@example.com;"Bob\nthe ',
    ],
)
def test_a_piece_of_a_file_that_stands_still_waits(shop: Shop, folder: Path, piece: str, clock: Clock) -> None:
    """Promise 18: never half a file: one that breaks off is looked at again, told of later, taken when whole."""
    path, keeper = folder / "slow.csv", FolderKeeper(shop)
    path.write_text(piece, encoding="utf-8")
    _lie(path, clock)
    for _ in range(4):
        assert keeper.look() == []
    assert listings.notices(shop.db) == []
    clock.move(minutes=10)
    (taken,) = keeper.look()
    assert (taken.outcome, taken.sentence and taken.sentence.kind) == (Outcome.REFUSED, "breaks_off")
    (notice,) = listings.notices(shop.db)
    assert notice.figures["sentence"]["kind"] == "breaks_off"
    assert keeper.look() == []
    assert _count(shop) == 1
    path.write_text(_people("bob", "carl"), encoding="utf-8")
    keeper.look()
    assert _outcomes(keeper) == [Outcome.IMPORTED]
    assert _count(shop) == 3
    assert listings.notices(shop.db) == []


def _lie(path: Path, clock: Clock, seconds: int = 0) -> None:
    at = clock().timestamp() + seconds
    os.utime(path, (at, at))


@pytest.mark.parametrize("text", [_people("bob"), _people("bob")[:-1], _people("bob")[:-4] + '"Bo\nB"'])
def test_a_whole_last_line_needs_no_line_end(shop: Shop, folder: Path, text: str) -> None:
    """Many exporters leave the last line end out, and a last cell may go over lines."""
    (folder / "next.csv").write_text(text, encoding="utf-8")
    keeper = FolderKeeper(shop)
    keeper.look()
    assert _outcomes(keeper) == [Outcome.IMPORTED]


@pytest.mark.skipif(sys.platform == "darwin", reason="asks a program that the test machine may lack")
def test_a_file_that_somebody_still_writes_waits(shop: Shop, folder: Path) -> None:
    """Promise 18: even where what is there so far looks whole."""
    path, keeper = folder / "open.csv", FolderKeeper(shop)
    with path.open("w", encoding="utf-8") as writing:
        writing.write(_people("bob"))
        writing.flush()
        for _ in range(3):
            assert keeper.look() == []
        writing.write("carl;carl@example.com;Carl\n")
    keeper.look()
    assert _outcomes(keeper) == [Outcome.IMPORTED]
    assert _count(shop) == 3


def test_half_a_workbook_waits(shop: Shop, folder: Path, clock: Clock) -> None:
    """Promise 18: a workbook's table of contents stands at its end."""
    whole = folder.parent / "whole.xlsx"
    workbook(whole, ("Kunden", [["Kennung", "E-Mail", "Name"], ["bob", "bob@example.com", "Bob"]]))
    path, keeper = folder / "next.xlsx", FolderKeeper(shop)
    path.write_bytes(whole.read_bytes()[:-200])
    _lie(path, clock)
    for _ in range(3):
        assert keeper.look() == []
    shutil.copyfile(whole, path)
    keeper.look()
    assert _outcomes(keeper) == [Outcome.IMPORTED]


def test_a_file_that_goes_meanwhile_keeps_no_other_out(shop: Shop, folder: Path, clock: Clock) -> None:
    """Issue 4: files of one look that come after one that was moved away, or may not be read, come in all the same."""
    names = ("bob", "carl", "dora")
    for number, name in enumerate(names):
        path = folder / f"{name}.csv"
        path.write_text(_people(name), encoding="utf-8")
        _lie(path, clock, number)
    watch = FolderWatch(folder)
    assert watched.take_up_all(shop, watch) == []
    taken = watched.take_up_all(shop, watch, None, lambda _each: (folder / "carl.csv").unlink(missing_ok=True))
    assert [each.path.stem for each in taken] == ["bob", "dora"]


def test_files_that_come_during_another_import_wait_for_their_turn(shop: Shop, folder: Path) -> None:
    """Issue 4: an import by hand is no reason to leave them out until the program starts anew."""
    for name in ("bob", "carl"):
        (folder / f"{name}.csv").write_text(_people(name), encoding="utf-8")
    keeper = FolderKeeper(shop)
    keeper.look()
    with import_turn(shop.db):
        assert keeper.look() == []
    assert _outcomes(keeper) == [Outcome.IMPORTED, Outcome.IMPORTED]


def test_files_after_a_fault_of_the_database_come_at_the_next_look(shop: Shop, folder: Path) -> None:
    """Promise 12: a database that was locked, or a full disk, loses no file of the folder."""
    for name in ("bob", "carl"):
        (folder / f"{name}.csv").write_text(_people(name), encoding="utf-8")
    watch = FolderWatch(folder)
    watched.take_up_all(shop, watch)

    def fail(_taken: watched.TakenUp) -> None:
        raise StoreFault("The database is locked.")

    with pytest.raises(StoreFault):
        watched.take_up_all(shop, watch, None, fail)
    assert [each.outcome for each in watched.take_up_all(shop, watch)] == [Outcome.IMPORTED]
    assert _count(shop) == 3


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is Unicode")
def test_a_name_that_is_no_text_is_told_of(shop: Shop, folder: Path, clock: Clock) -> None:
    """Issue 4: unpacked from an old archive; it keeps no other file out, look for look."""
    names = (os.fsdecode(b"Ums\xe4tze.csv"), "bob.csv")
    for number, name in enumerate(names):
        (folder / name).write_text(_people(f"bob{number}"), encoding="utf-8")
        _lie(folder / name, clock, number)
    keeper = FolderKeeper(shop)
    keeper.look()
    assert _outcomes(keeper) == [Outcome.REFUSED, Outcome.IMPORTED]
    (notice,) = listings.notices(shop.db)
    assert notice.figures["file"] == "Ums?tze.csv"
    assert keeper.look() == []


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="whoever may read everything can't show it")
def test_a_file_that_may_not_be_read_is_told_of(shop: Shop, folder: Path, clock: Clock) -> None:
    """Issue 4: by its name, once it has lain there for some minutes."""
    path, keeper = folder / "locked.csv", FolderKeeper(shop)
    path.write_text(_people("bob"), encoding="utf-8")
    _lie(path, clock)
    path.chmod(0)
    for _ in range(3):
        assert keeper.look() == []
    clock.move(minutes=10)
    assert _outcomes(keeper) == [Outcome.REFUSED]
    (notice,) = listings.notices(shop.db)
    assert notice.figures["sentence"]["kind"] == "unreadable"


def test_the_command_line_watches_no_folder_that_is_none(shop: Shop, tmp_path: Path) -> None:
    """D5: a relative name means one folder, wherever the window was started."""
    with pytest.raises(Refused, match="no folder"):
        settings.set_setting(shop, watched.SETTING, str(tmp_path / "nowhere"))
    (tmp_path / "exports").mkdir()
    with contextlib.chdir(tmp_path):
        found = settings.set_setting(shop, watched.SETTING, "exports").values
    assert found == {watched.SETTING: str(tmp_path / "exports")}
