"""`import` with what the owner answers, and `import --follow` as a program of its own."""

import argparse
import io
import json
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from reengage_desktop.cli.answers import Stage
from reengage_desktop.cli.commands.imports import _OF_ONE_FILE, _follow
from reengage_desktop.jobs.shop import Shop
from tests.command_line import CommandLine
from tests.connectors.test_workbooks import workbook

PEOPLE = "Kennung;E-Mail;Name;Ort\n{}"


def test_answers_are_remembered_for_the_next_file(cli: CommandLine, tmp_path: Path) -> None:
    """cli.md `import`, ux.md 9: a mapping given once holds for the next file with these columns; --fresh forgets it."""
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text(PEOPLE.format("1;ann@example.com;Ann;Wien\n"))
    second.write_text(PEOPLE.format("2;bob@example.com;Bob;Graz\n"))
    mapping = tmp_path / "map.json"
    mapping.write_text('{"status": "Ort", "city": ""}')
    cli.ask("import", "customers", first, "--mapping", mapping)
    looked = cli.ask("import", "customers", second, "--dry-run")
    assert looked["columns"]["status"] == "Ort"
    assert "as the last one with these columns" in looked["notes"][0]
    fresh = cli.ask("import", "customers", second, "--dry-run", "--fresh")
    assert fresh["columns"].get("city") == "Ort"
    assert cli.ask("import", "customers", second)["columns"]["status"] == "Ort"


def test_a_mapping_may_name_all_columns_of_a_field(cli: CommandLine, tmp_path: Path) -> None:
    """D5, C18: as the window's table does; the columns that a report tells are a mapping that changes nothing."""
    path, mapping = tmp_path / "a.csv", tmp_path / "map.json"
    path.write_text(
        "Email,Accepts marketing,Unsubscribed,Bounced\nann@example.com,yes,yes,\nbob@example.com,yes,,yes\n"
    )
    mapping.write_text('{"consent_email": ["Accepts marketing", "Unsubscribed"]}')
    cli.ask("import", "customers", path, "--mapping", mapping)
    people = cli.ask("customers", "list")["customers"]
    assert {each["email"]: each["consent"]["email"] for each in people} == {
        "ann@example.com": False,
        "bob@example.com": True,
    }


def test_a_sheet_of_a_workbook_is_named(cli: CommandLine, tmp_path: Path) -> None:
    """D5, ux.md 9: what the window offers under “Sheet”; a name that is none is refused with those that there are."""
    path = tmp_path / "book.xlsx"
    people = [["Email"], ["ann@example.com"]], [["Email"], ["bob@example.com"], ["cleo@example.com"]]
    workbook(path, ("2025", people[0]), ("2026", people[1]))
    rows = {name: cli.ask("import", "customers", path, "--sheet", name)["rows"] for name in ("2025", "2026")}
    assert rows == {"2025": 1, "2026": 2}
    assert "--sheet" in cli.ask("import", "customers", path)["notes"][0]
    assert "It has “2025”, “2026”" in cli.refused("import", "customers", path, "--sheet", "2027")


def test_whose_word_counts_in_filled_fields(cli: CommandLine, tmp_path: Path) -> None:
    """ux.md 9: keep mine, use the file, whichever is newer; what is empty is always filled."""
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text(PEOPLE.format("1;ann@example.com;Ann;\n"))
    second.write_text(PEOPLE.format("1;ann@example.com;Anna;Wien\n"))
    cli.ask("import", "customers", first)
    cli.ask("import", "customers", second, "--filled", "keep")
    (ann,) = cli.ask("customers", "list")["customers"]
    assert ann["name"] == "Ann"
    second.write_text(PEOPLE.format("1;ann@example.com;Anna;Linz\n"))
    cli.ask("import", "customers", second, "--filled", "file")
    (ann,) = cli.ask("customers", "list")["customers"]
    assert ann["name"] == "Anna"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--encoding", "klingon"), "no encoding"),
        (("--country", "ZZ"), "no country code"),
        (("--currency", "ABC"), "no currency code"),
        (("--follow",), "takes a folder"),
    ],
)
def test_wrong_answers_are_refused(cli: CommandLine, tmp_path: Path, words: tuple[str, ...], sentence: str) -> None:
    """Exit 1 with one sentence; nothing is imported."""
    file = tmp_path / "a.csv"
    file.write_text(PEOPLE.format("1;ann@example.com;Ann;\n"))
    assert sentence in cli.refused("import", "customers", file, *words)
    assert cli.ask("customers", "list")["total"] == 0


def test_follow_imports_what_comes_into_a_folder(cli: CommandLine, tmp_path: Path) -> None:
    """Issue 4, `--follow`: file by file until Ctrl+C, then one document; the same bytes only once."""
    folder = tmp_path / "exports"
    folder.mkdir()
    (folder / "a.csv").write_text(PEOPLE.format("1;ann@example.com;Ann;\n"))
    (folder / "broken.csv").write_bytes(b"%PDF-1.4")
    process = cli.start("import", "customers", folder, "--follow", "--json")
    watch = threading.Timer(60, process.kill)
    watch.start()
    assert process.stderr is not None
    lines = [process.stderr.readline(), process.stderr.readline()]
    (folder / "b.csv").write_text(PEOPLE.format("1;ann@example.com;Ann;\n"))
    lines.append(process.stderr.readline())
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    watch.cancel()
    assert process.returncode == 0, err
    assert err.startswith("Stopping"), "promise 18: the wish is acknowledged at once"
    files = {Path(each["file"]).name: each for each in json.loads(out)["files"]}
    assert {name: each["outcome"] for name, each in files.items()} == {
        "a.csv": "imported",
        "broken.csv": "refused",
        "b.csv": "known",
    }
    assert files["a.csv"]["report"]["created"] == 1
    assert "PDF" in files["broken.csv"]["error"]
    assert "these very bytes" in lines[2]
    assert cli.ask("customers", "list")["total"] == 1


def test_a_followed_folder_may_be_gone_for_a_while(cli: CommandLine, tmp_path: Path) -> None:
    """Issue 4, `--follow`: a share that vanishes ends nothing; what lies there when it is back comes in."""
    folder, away = tmp_path / "exports", tmp_path / "away"
    folder.mkdir()
    (folder / "a.csv").write_text(PEOPLE.format("1;ann@example.com;Ann;\n"))
    process = cli.start("import", "customers", folder, "--follow", "--json")
    watch = threading.Timer(60, process.kill)
    watch.start()
    assert process.stderr is not None
    assert "1 new" in process.stderr.readline()
    folder.rename(away)
    assert "can't be looked at" in process.stderr.readline()
    (away / "b.csv").write_text(PEOPLE.format("2;bob@example.com;Bob;\n"))
    away.rename(folder)
    assert process.stderr.readline().startswith("b.csv: import 2, 1 new")
    process.send_signal(signal.SIGINT)
    process.communicate()
    watch.cancel()
    assert process.returncode == 0
    assert cli.ask("customers", "list")["total"] == 2


class Heard(io.StringIO):
    """What --follow says, line by line, and what somebody does at each."""

    def __init__(self, *deeds: Callable[[], object]) -> None:
        super().__init__()
        self._deeds = list(deeds)

    def write(self, text: str) -> int:
        """A line; the next deed follows it."""
        self._deeds.pop(0)()
        return super().write(text)


def test_a_followed_folder_outlives_a_full_disk(shop: Shop, tmp_path: Path) -> None:
    """Promise 12: told once, and as soon as there is room the file comes in; nobody has to start it again."""
    folder = tmp_path / "exports"
    folder.mkdir()
    people = "".join(f"{number};a{number}@example.com;Ann;\n" for number in range(3_000))
    (folder / "a.csv").write_text(PEOPLE.format(people))
    shop.db.value(f"PRAGMA max_page_count = {shop.db.value('PRAGMA page_count')}")
    heard = Heard(lambda: shop.db.value("PRAGMA max_page_count = 100000"), shop.lanes.stopping.cancel)
    words = argparse.Namespace(file=str(folder), kind="customers", **dict.fromkeys(_OF_ONE_FILE))
    answer = _follow(shop, words, Stage(io.StringIO(), io.StringIO(), heard))
    full, done = heard.getvalue().splitlines()
    assert full.startswith("The disk is full")
    assert done.startswith("a.csv: import ")
    assert [each["outcome"] for each in answer.data["files"]] == ["imported"]


def test_what_means_yes_is_asked_and_can_be_stated(cli: CommandLine, tmp_path: Path) -> None:
    """Issue 4: words of consent that nobody knows give no consent; --yes-means and --no-means tell what they mean."""
    path = tmp_path / "cards.csv"
    path.write_text("Email,Newsletter\nann@example.com,Gold list\nbob@example.com,Not for me\n", encoding="utf-8")
    (note,) = cli.ask("import", "customers", path)["notes"]
    assert '--yes-means "Gold list"' in note
    assert cli.ask("customers", "show", "ann@example.com")["consent"]["email"] is None
    stated = ("--yes-means", "gold list", "--no-means", "Not for me")
    assert "--yes-means" not in "".join(cli.ask("import", "customers", path, *stated)["notes"])
    assert cli.ask("customers", "show", "ann@example.com")["consent"]["email"] is True
    assert cli.ask("customers", "show", "bob@example.com")["consent"]["email"] is False
    assert "can't mean yes and no" in cli.refused("import", "customers", path, "--yes-means", "x", "--no-means", "X")
    assert "--yes-means" in cli.refused("import", "customers", tmp_path, "--follow", "--yes-means", "x")


def test_what_was_left_out_is_told_by_its_cause(cli: CommandLine, tmp_path: Path) -> None:
    """Issue 4: the same fault in thirty cells is one line with its first places, not a screenful."""
    path = tmp_path / "cards.csv"
    bad = "".join(f"Ann,a{number}@@example\n" for number in range(30))
    path.write_text(f"Name,Email\nBea,bea@example.com\n{bad}Cem,cem@example.com\n", encoding="utf-8")
    out = cli.run("import", "customers", path).out
    (line,) = [each for each in out.splitlines() if "@@example" in each]
    assert line.split()[:5] == ["30", "Email", "3,", "4,", "5"]
    assert "30 rows were not taken" in out


def test_lists_of_refused_rows_of_one_moment_are_kept_apart(cli: CommandLine, tmp_path: Path) -> None:
    """cli.md `rejects_file`: two imports in one second, of a file whose name is as long as the system takes."""
    lists = []
    for number in (1, 2):
        file = tmp_path / f"{'é' * 120}.csv"
        file.write_text(f"customer_id,name,email\n,Nobody {number},\n{number},Ann,ann{number}@example.com\n")
        lists.append(Path(cli.ask("import", "customers", file)["rejects_file"]))
    assert [f"Nobody {number}" in each.read_text("utf-8-sig") for number, each in enumerate(lists, 1)] == [True, True]


def test_a_no_in_a_file_of_orders_is_heard(cli: CommandLine, tmp_path: Path) -> None:
    """C18, promise 10: an order's file that also says who wants no mail says that this was taken in, and it is."""
    orders = tmp_path / "sales.csv"
    head = "Purchase ID,Purchase Date,Email,Item Name,Item Price ($),Do not contact?\n"
    orders.write_text(f"{head}a1,2026-01-05,ann@example.com,Course,20,1\na2,2026-01-06,bo@example.com,Course,20,0\n")
    for words in (("--dry-run",), ()):
        (note,) = cli.ask("import", "orders", orders, *words)["notes"]
        assert note == "“Do not contact?” says who wants no messages: they are not written to."
    said = {each["email"]: each["consent"]["email"] for each in cli.ask("customers", "list")["customers"]}
    assert said == {"ann@example.com": False, "bo@example.com": None}
