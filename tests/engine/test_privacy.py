"""One person's data: a copy of all of it, and nothing of it after she is forgotten (C18)."""

import os
from pathlib import Path

from tests.command_line import CommandLine

PEOPLE = "customer_id,email,phone,name\nc1,ann@example.com,+12025550101,Ann\nc2,bob@example.com,+12025550102,Bob\n"
REFUSED = "email,phone,name\nann@example.com,1-2,Ann Smith\nbob@example.com,1-2,Bob\n"
WISHES = "email,product_id,added_at\nann@example.com,P7,2026-01-02\n"


def _file(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_the_copy_holds_what_she_wished_for(cli: CommandLine, tmp_path: Path) -> None:
    """C18: everything that is kept about her is in her copy."""
    cli.ask("import", "customers", _file(tmp_path, "people.csv", PEOPLE))
    cli.ask("import", "wishlists", _file(tmp_path, "wishes.csv", WISHES))
    written = Path(cli.ask("customers", "export", "c1", "--out", tmp_path / "ann.json")["file"]).read_text("utf-8")
    assert "P7" in written
    assert "bob@example.com" not in written


def test_refused_rows_forget_her_too(cli: CommandLine, tmp_path: Path) -> None:
    """Promise 32: the list of refused rows keeps the other people's rows only."""
    cli.ask("import", "customers", _file(tmp_path, "people.csv", PEOPLE))
    rejects = Path(cli.ask("import", "customers", _file(tmp_path, "refused.csv", REFUSED))["rejects_file"])
    cli.ask("customers", "erase", "c1")
    text = rejects.read_text("utf-8-sig")
    assert "ann@example.com" not in text
    assert "bob@example.com" in text
    cli.ask("customers", "erase", "c2")
    assert not rejects.exists()


def test_refused_rows_between_semicolons_forget_her_too(cli: CommandLine, tmp_path: Path) -> None:
    """Promise 32: by a number that is a whole cell, and what is left is a table still."""
    cli.ask(
        "import",
        "customers",
        _file(tmp_path, "people.csv", "customer_id,email,push_external_id\nc1,ann@example.com,dev-7\n"),
    )
    refused = 'push_external_id;email;phone;name\ndev-7;;12;"Ann, A"\ndev-8;bob@example.com;12;"Bob, B"\n'
    rejects = Path(cli.ask("import", "customers", _file(tmp_path, "refused.csv", refused))["rejects_file"])
    cli.ask("customers", "erase", "c1")
    assert [line.split(";")[3:] for line in rejects.read_text("utf-8-sig").splitlines()] == [
        ["push_external_id", "email", "phone", "name"],
        ["dev-8", "bob@example.com", "12", "Bob, B"],
    ]


def test_refused_rows_of_others_stay(cli: CommandLine, tmp_path: Path) -> None:
    """Promise 32: her address may be the end of another one, and her device's id the number of a line."""
    people = "customer_id,email,push_external_id\nc1,ann@example.com,2\n"
    cli.ask("import", "customers", _file(tmp_path, "people.csv", people))
    refused = "email,phone,name\njoann@example.com,1-2,Jo\nann@example.com,1-2,Smith\n"
    rejects = Path(cli.ask("import", "customers", _file(tmp_path, "refused.csv", refused))["rejects_file"])
    cli.ask("customers", "erase", "c1")
    text = rejects.read_text("utf-8-sig")
    assert "joann@example.com" in text
    assert "Smith" not in text


def test_whoever_is_forgotten_is_told_by_her_line_only(cli: CommandLine, tmp_path: Path) -> None:
    """Promise 32: a file that brings her again keeps nothing of hers, whatever else is wrong with her row."""
    cli.ask("import", "customers", _file(tmp_path, "people.csv", PEOPLE))
    cli.ask("customers", "erase", "c1")
    again = "email,phone,name\nann@example.com,1-2-3-4-5,Ann Smith\nbob@example.com,1-2,Bob\n"
    rejects = Path(cli.ask("import", "customers", _file(tmp_path, "again.csv", again))["rejects_file"])
    text = rejects.read_text("utf-8-sig")
    assert not any(cell in text for cell in ("ann@example.com", "1-2-3-4-5", "Smith"))
    assert "2,phone,this is no phone number" in text
    assert "2,,This customer asked to be forgotten" in text
    assert "bob@example.com,1-2,Bob" in text


def test_her_orders_and_wishes_are_told_by_their_lines_only(cli: CommandLine, tmp_path: Path) -> None:
    """Promise 32: of every kind of file, beside a phone that is none."""
    cli.ask("import", "customers", _file(tmp_path, "people.csv", PEOPLE))
    cli.ask("customers", "erase", "c1")
    orders = "order_id,date,email,phone,total\n1,2026-01-02,ann@example.com,1-2-3-4-5,10.00\n"
    wishes = "email,phone,product_id,added_at\nann@example.com,1-2-3-4-5,P7,2026-01-02\n"
    for kind, text in (("orders", orders), ("wishlists", wishes)):
        rejects = Path(cli.ask("import", kind, _file(tmp_path, f"{kind}.csv", text))["rejects_file"])
        told = rejects.read_text("utf-8-sig")
        assert "2,,This customer asked to be forgotten" in told
        assert not any(cell in told for cell in ("ann@example.com", "1-2-3-4-5"))


def test_a_list_that_a_crash_cut_off_is_forgotten_too(cli: CommandLine, tmp_path: Path) -> None:
    """Promise 32: half a list of refused rows goes, unless an import still writes it."""
    cli.ask("import", "customers", _file(tmp_path, "people.csv", PEOPLE))
    rejects = Path(cli.ask("import", "customers", _file(tmp_path, "refused.csv", REFUSED))["rejects_file"]).parent
    left, written = (_file(rejects, name, REFUSED[:40]) for name in ("0a.part", "0b.part"))
    for part, at in ((left, 0), (written, 1 << 32)):
        os.utime(part, (at, at))
    cli.ask("customers", "erase", "c1")
    assert (left.exists(), written.exists()) == (False, True)


def test_what_the_forgotten_bought_is_told_by_its_line_only(cli: CommandLine, tmp_path: Path) -> None:
    """Promise 32: a row of her order that can't be read takes no other one of it into the list."""
    cli.ask("import", "customers", _file(tmp_path, "people.csv", PEOPLE))
    cli.ask("customers", "erase", "c1")
    rows = "".join(f"A1,2026-01-02,ann@example.com,Mug {each},{each}\n" for each in ("1", "x2", "3"))
    text = f"Order ID,Date,Email,Product,Line total\n{rows}B1,2026-01-02,bob@example.com,Mug,x4\n"
    rejects = Path(cli.ask("import", "orders", _file(tmp_path, "orders.csv", text))["rejects_file"])
    listed = rejects.read_text("utf-8-sig")
    assert "ann@example.com" not in listed
    assert "bob@example.com" in listed
