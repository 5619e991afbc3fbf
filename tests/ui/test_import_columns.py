"""What the table of columns says is what the import does: columns that feed two fields, fields of two columns."""

from pathlib import Path

from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.ui.importing.dialog import ImportDialog
from tests.ui.stage import Stage

LISTINGS = """TITLE,DESCRIPTION,PRICE,CURRENCY_CODE,QUANTITY,TAGS,MATERIALS,IMAGE1,SKU
Fern print,A print,16.00,USD,5,"fern,print",paper,https://example.com/1.jpg,FERN-1
Moon print,A print,18.00,USD,2,"moon,print",paper,https://example.com/2.jpg,MOON-1
"""
PHONES = """name,email,mobile,phone,note
Ann Miller,ann@example.com,+1 202 555 0123,,regular
Bob Stone,bob@example.com,,+1 202 555 0124,
"""


def _opened(stage: Stage, folder: Path, name: str, text: str) -> ImportDialog:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    dialog = ImportDialog(stage.desk, stage.window)
    dialog.show()
    dialog.take_files([str(path)])
    _checked(stage, dialog)
    return dialog


def _checked(stage: Stage, dialog: ImportDialog) -> None:
    stage.qtbot.waitUntil(lambda: dialog.report is not None, timeout=20_000)
    stage.settle()


def _shown_numbers(dialog: ImportDialog) -> list[str | None]:
    assert dialog.report is not None
    return [row.values.get("phone") for row in dialog.report.shown]


def test_a_column_that_feeds_two_fields_goes_on_feeding_both(stage: Stage, tmp_path: Path) -> None:
    """D2: another column is changed; the product's number, which the SKU's column gives as well, stays what it was."""
    dialog = _opened(stage, tmp_path, "listings.csv", LISTINGS)
    assert dialog.report is not None
    known = {name: dialog.report.columns[name] for name in ("product_id", "sku")}
    assert known == {"product_id": "SKU", "sku": "SKU"}
    dialog.columns.table.choose("MATERIALS", "category")
    _checked(stage, dialog)
    assert {**known, "category": "MATERIALS"}.items() <= dialog.report.columns.items()
    dialog.columns.table.choose("SKU", "")
    _checked(stage, dialog)
    assert not {"product_id", "sku"} & set(dialog.report.columns), "what is not to be imported feeds neither"
    dialog.close()


def test_every_column_that_feeds_a_field_says_so_and_can_be_left_out(stage: Stage, tmp_path: Path) -> None:
    """D2, ux.md 9: “Do not import” stands at no column that is read; the owner may leave out one of two."""
    dialog = _opened(stage, tmp_path, "people.csv", PHONES)
    table = dialog.columns.table
    assert _shown_numbers(dialog) == ["+12025550123", "+12025550124"]
    assert [table.field_of(column) for column in ("mobile", "phone", "note")] == ["phone", "phone", ""]
    checks = [item.text() for row in (2, 3) if (item := table.item(row, 4)) is not None]
    assert checks == ["ok", "read with “mobile”"]
    table.choose("note", "city")
    _checked(stage, dialog)
    assert _shown_numbers(dialog) == ["+12025550123", "+12025550124"], "both go on being read"
    table.choose("mobile", "phone")
    assert dialog.report is not None, "the same choice once more changes nothing"
    assert table.field_of("phone") == "phone"
    table.choose("phone", "")
    _checked(stage, dialog)
    assert _shown_numbers(dialog) == ["+12025550123", None]
    assert [table.field_of(column) for column in ("mobile", "phone")] == ["phone", ""]
    table.choose("phone", "phone")
    _checked(stage, dialog)
    assert _shown_numbers(dialog) == [None, "+12025550124"], "a field that the owner names has one column"
    assert table.field_of("mobile") == ""
    dialog.close()


LEFT = """Email,First name,Unsubscribed at,Opt-out
ann@example.com,Ann,,no
bob@example.com,Bob,2022-01-02,yes
"""


def test_a_column_that_says_no_goes_on_saying_no_when_the_owner_names_it(stage: Stage, tmp_path: Path) -> None:
    """C18, A5: “Opt-out: yes” is no agreement, whichever channel the owner takes the column for."""
    dialog = _opened(stage, tmp_path, "people.csv", LEFT)
    for column, field in (("Unsubscribed at", ""), ("Opt-out", "consent_sms"), ("Unsubscribed at", "consent_email")):
        dialog.columns.table.choose(column, field)
        _checked(stage, dialog)
        assert dialog.report is not None
        bob = dialog.report.shown[1].values
        said = {bob[name] for name in ("consent_email", "consent_sms") if name in bob}
        assert said == {False}, f"{column} for {field}: {bob}"
    dialog.close()


AUDIENCE = """Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,LEID,EUID,NOTES,TAGS,UNSUB_TIME
ann@example.com,Ann,Miller,2,2020-01-02 03:04:05,2020-01-02 03:04:05,1,a,,x,
bob@example.com,Bob,Stone,2,2020-01-02 03:04:05,2020-01-02 03:04:05,2,b,,x,2022-01-02 03:04:05
"""


def test_a_no_is_heard_whatever_becomes_of_the_columns_beside_it(stage: Stage, tmp_path: Path) -> None:
    """C18: who left stays out when the owner takes another column, which told of the yes, for something else."""
    dialog = _opened(stage, tmp_path, "audience.csv", AUDIENCE)
    for column, field in (("OPTIN_TIME", "postcode"), ("CONFIRM_TIME", ""), ("MEMBER_RATING", "status")):
        dialog.columns.table.choose(column, field)
        _checked(stage, dialog)
        assert dialog.report is not None
        assert dialog.report.shown[1].values.get("consent_email") is False, column
        assert dialog.columns.table.field_of("UNSUB_TIME") == "consent_email"
    dialog.close()


def test_what_is_recognised_later_is_shown(stage: Stage, tmp_path: Path) -> None:
    """Ux.md 9: once the missing column is named, the others that are read with it don't stand there as left out."""
    dialog = _opened(stage, tmp_path, "audience.csv", AUDIENCE)
    dialog.columns.propose(ImportKind.PRODUCTS)
    dialog.columns.kind_changed.emit()
    stage.settle()
    assert not dialog.import_button.isEnabled()
    dialog.columns.table.choose("MEMBER_RATING", "product_id")
    _checked(stage, dialog)
    assert dialog.report is not None
    assert dialog.report.columns["name"] == "First Name"
    assert dialog.columns.table.field_of("First Name") == "name"
    dialog.close()


ASKED = (
    "Email,Accepts Email Marketing,Unsubscribed,Bounced,Note\n"
    "ann@example.com,yes,,,\n"
    "bob@example.com,yes,yes,,\n"
    "cleo@example.com,yes,,yes,\n"
)


def _agreed(dialog: ImportDialog) -> list[bool | None]:
    assert dialog.report is not None
    return [row.values.get("consent_email") for row in dialog.report.shown]


def test_another_meaning_of_one_column_takes_no_other_ones_no(stage: Stage, tmp_path: Path) -> None:
    """C18, ux.md 9: of several columns of a consent each is changed by itself, to and fro, and remembered so."""
    dialog = _opened(stage, tmp_path, "people.csv", ASKED)
    table = dialog.columns.table
    for column, field, agreed in (
        ("Bounced", "status", [True, False, True]),
        ("Unsubscribed", "", [True, True, True]),
        ("Unsubscribed", "consent_email", [True, False, True]),
        ("Bounced", "consent_email", [True, False, False]),
        ("Note", "consent_email", [None, False, False]),
        ("Note", "city", [True, False, False]),
        ("Bounced", "", [True, False, True]),
    ):
        table.choose(column, field)
        _checked(stage, dialog)
        assert (column, _agreed(dialog)) == (column, agreed)
    dialog.import_button.click()
    stage.qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.done_page, timeout=20_000)
    dialog.close()
    again = _opened(stage, tmp_path, "next.csv", ASKED.replace("@", "2@"))
    assert _agreed(again) == [True, False, True]
    again.close()
