"""The import dialog, step by step, with the files that it has to cope with."""

from openpyxl import Workbook
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from reengage_desktop.jobs.tasks import imports
from reengage_desktop.ui.importing.dialog import ImportDialog
from tests.shots.camera import Camera
from tests.shots.scenes import Scene

_PEOPLE = """E-Mail Address;Phone Number;First Name;Last Name;Last Visit;Lifetime Spend;Marketing;Memo
ann@example.com;+1 202 555 0123;Ann;Miller;2026-04-03;412.10;yes;likes oat milk
bob@exmple;+1 202 555 0124;Bob;Stone;2025-11-12;96.00;no;
chen@example.com;12;Chen;Wei;2026-11-12;1204.50;yes;by the window
dora@example.com;;Dora;Klein;2026-09-01;210.00;;
"""

_SHOPIFY = (
    "Name,Email,Financial Status,Paid at,Fulfillment Status,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,"
    "Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,"
    "Lineitem sku,Billing Name,Billing Country,Refunded Amount,Cancelled at,Phone\n"
    "#1001,ann@example.com,paid,2026-10-02 10:00:00 +0200,fulfilled,yes,EUR,24.00,4.90,4.61,28.90,,0.00,Standard,"
    "2026-10-02 09:58:11 +0200,2,Oat soap,6.00,SOAP-1,Ann Miller,AT,0.00,,'+431255501\n"
    "#1001,,,,,,,,,,,,,,2026-10-02 09:58:11 +0200,1,Linen towel,12.00,TOWEL-2,,,,,\n"
    "#1002,bob@example.com,partially_refunded,2026-10-05 12:30:00 +0200,fulfilled,no,EUR,40.00,4.90,7.48,44.90,"
    "AUTUMN10,4.00,Standard,2026-10-05 12:29:40 +0200,1,Bath salts,40.00,SALT-9,Bob Stone,DE,10.00,,\n"
    "#1003,chen@example.com,paid,2026-11-01 08:15:00 +0100,unfulfilled,yes,EUR,18.00,4.90,3.82,22.90,,0.00,Standard,"
    "2026-11-01 08:14:02 +0100,3,Candle,6.00,CANDLE-3,Chen Wei,AT,0.00,,\n"
)

_GERMAN = """Kundennr.;Vorname;Nachname;E-Mail;Telefon;Ort;Umsatz;Letzter Einkauf;Werbung erlaubt
10017;Zoë;Müller;zoe@example.com;01 5550123;Wien;1.204,50;03.04.2026;ja
10018;Jörg;Groß;joerg@example.com;0664 5550124;Mödling;96,00;12.11.2025;nein
10019;Ärmin;Öst;aermin@example.com;;St. Pölten;210,00;01.09.2026;ja
"""

_DATES = """order id,date,email,total
5001,03/04/2026,ann@example.com,24.00
5002,05/06/2026,bob@example.com,18.50
5003,07/08/2026,chen@example.com,61.20
"""

_OWN_WORDS = """Name,Email,City,Newsletter
Ann Miller,ann@example.com,Vienna,Gold list
Bob Stone,bob@example.com,Graz,Not for me
Chen Wei,chen@example.com,Linz,Gold list
Dora Klein,dora@example.com,Wels,ask again
Eve Adams,eve@example.com,Wien,no
"""

_GOODS = """ID,Type,SKU,Name,Published,Visibility in catalog,Date sale price starts,Date sale price ends,In stock?,Stock,Sale price,Regular price,Categories
11,simple,SOAP-1,Oat soap,1,visible,,,1,7,5.00,6.00,Care
12,simple,TOWEL-2,Linen towel,1,visible,2099-01-01,2099-02-01,1,3,9.00,12.00,Bath
13,simple,SALT-9,Bath salts,-1,visible,,,1,3,,40.00,Bath
14,simple,CANDLE-3,Candle,1,visible,,,0,0,,6.00,Home
"""  # noqa: E501 - as it is exported

_PAYOUTS = """Payout Date,Status,Charges,Refunds,Adjustments,Reserved Funds,Fees,Retried Amount,Total,Currency
2026-11-02,paid,412.10,0.00,0.00,0.00,-12.40,0.00,399.70,EUR
2026-11-05,paid,96.00,-10.00,0.00,0.00,-3.10,0.00,82.90,EUR
"""

_BROKEN = """customer id,email,phone,name,last order at
1,ann@example.com,+43 1 5550101,Ann Miller,2026-04-03
2,bob@exmple,12,Bob Stone,soon
3,chen(at)example.com,+43 1 5550103,Chen Wei,2026-11-12
4,dora@example.com,+43 1 5550104,Klein, Dora,2026-09-01
5,eve@example.com,4.15555E+09,Eve Adams,2026-02-30
6,,,Nobody Known,
7,finn@example.com,+43 1 5550107,Finn Berg,2026-08-15
"""


def _play(camera: Camera) -> None:
    people = camera.files / "export_2026.csv"
    people.write_text(_PEOPLE, encoding="utf-8")
    dialog = ImportDialog(camera.desk, camera.window)
    camera.take("import-file", dialog)
    dialog.take_file(str(people))
    camera.take("import-columns", dialog)
    dialog.import_now()
    camera.take("import-done", dialog)
    dialog.undo()
    camera.take("import-undone", dialog)
    dialog.close()


def _open(camera: Camera, name: str, text: str, encoding: str = "utf-8") -> ImportDialog:
    path = camera.files / name
    path.write_text(text, encoding=encoding)
    dialog = ImportDialog(camera.desk, camera.window)
    dialog.open()
    dialog.take_file(str(path))
    camera.settle()
    return dialog


def _play_good(camera: Camera) -> None:
    dialog = _open(camera, "orders_export_1.csv", _SHOPIFY)
    camera.take("import-shopify", dialog)
    dialog.columns.views.setCurrentIndex(1)
    camera.take("import-shopify-rows", dialog)
    dialog.close()


def _play_letters(camera: Camera) -> None:
    dialog = _open(camera, "Kunden.csv", _GERMAN, "cp1252")
    dialog.columns.choices.show_more(shown=True)
    camera.take("import-cp1252", dialog)
    dialog.close()


def _play_dates(camera: Camera) -> None:
    dialog = _open(camera, "orders.csv", _DATES)
    camera.take("import-dates", dialog)
    dialog.close()


def _play_consent(camera: Camera) -> None:
    dialog = _open(camera, "stamp cards.csv", _OWN_WORDS)
    camera.take("import-consent", dialog)
    dialog.close()


def _play_goods(camera: Camera) -> None:
    dialog = _open(camera, "wc-product-export.csv", _GOODS)
    camera.take("import-goods", dialog)
    dialog.columns.views.setCurrentIndex(1)
    camera.take("import-goods-rows", dialog)
    dialog.close()


def _play_payouts(camera: Camera) -> None:
    dialog = _open(camera, "orders november.csv", _PAYOUTS)
    camera.take("import-payouts", dialog)
    dialog.close()


def _play_broken(camera: Camera) -> None:
    dialog = _open(camera, "half broken.csv", _BROKEN)
    dialog.columns.views.setCurrentIndex(2)
    camera.take("import-broken", dialog)
    dialog.close()


def _play_remembered(camera: Camera) -> None:
    dialog = _open(camera, "october.csv", _PEOPLE)
    dialog.columns.table.choose("Memo", "city")
    camera.settle()
    dialog.import_now()
    camera.settle()
    assert dialog.report is not None
    import_id = dialog.report.import_id
    dialog.close()
    again = _open(camera, "november.csv", _PEOPLE + "eve@example.com;;Eve;Adams;2026-11-18;54.00;yes;\n")
    rule = again.columns.choices.rule
    rule.setCurrentIndex(rule.findData("keep"))
    rule.activated.emit(rule.currentIndex())
    camera.take("import-remembered", again)
    again.close()
    assert import_id is not None
    imports.undo_import(camera.shop, import_id)
    camera.settle()


def _play_pasted(camera: Camera) -> None:
    copied = QMimeData()
    copied.setHtml(
        "<table><tr><th>Name</th><th>E-mail</th><th>City</th></tr><tr><td>Ann Miller</td><td>ann@example.com</td>"
        "<td>Vienna</td></tr><tr><td>Bob Stone</td><td>bob@example.com</td><td>Graz</td></tr></table>"
    )
    QGuiApplication.clipboard().setMimeData(copied)
    dialog = ImportDialog(camera.desk, camera.window)
    dialog.open()
    dialog.paste()
    camera.settle()
    dialog.columns.views.setCurrentIndex(1)
    camera.take("import-pasted", dialog)
    dialog.close()
    # What is left on the clipboard at the end of the process would be let go twice.
    QGuiApplication.clipboard().clear()


def _play_payments(camera: Camera) -> None:
    days = [f"2026-10-{day:02d} 10:0{day}:00,buyer{day}@example.com,{day}9.00" for day in range(1, 9)]
    orders = [f"50{number},{told}" for number, told in enumerate(days)]
    dialog = _open(camera, "orders of october.csv", "\n".join(["order id,date,email,total", *orders]) + "\n")
    dialog.import_now()
    camera.settle()
    assert dialog.report is not None
    import_id = dialog.report.import_id
    dialog.close()
    paid = [f"ch_3N{number},{told}" for number, told in enumerate(days)]
    again = _open(camera, "payments.csv", "\n".join(["payment id,created,customer email,amount", *paid]) + "\n")
    camera.take("import-payments", again)
    again.close()
    assert import_id is not None
    imports.undo_import(camera.shop, import_id)
    camera.settle()


def _play_second_system(camera: Camera) -> None:
    header = "customer id,name,email"
    web = ["90001,Ann Miller,ann.m@example.com", "90002,Bob Stone,bob.s@example.com", "90003,Cy Cole,cy.c@example.com"]
    dialog = _open(camera, "web shop.csv", "\n".join([header, *web]) + "\n")
    dialog.import_now()
    camera.settle()
    assert dialog.report is not None
    import_id = dialog.report.import_id
    dialog.close()
    till = ["90001,Zoe Zimmer,zoe.z@example.com", "90002,Yan Young,yan.y@example.com", "90003,Di Dorn,di.d@example.com"]
    other = _open(camera, "till.csv", "\n".join([header, *till]) + "\n")
    camera.take("import-second-system", other)
    other.close()
    assert import_id is not None
    imports.undo_import(camera.shop, import_id)
    camera.settle()


def _play_several(camera: Camera) -> None:
    folder = camera.files / "exports"
    folder.mkdir(exist_ok=True)
    (folder / "a, cut off.xlsx").write_bytes(b"PK\x03\x04, and then nothing")
    for name in ("b, customers.csv", "c, more.csv"):
        (folder / name).write_text(_PEOPLE, encoding="utf-8")
    dialog = ImportDialog(camera.desk, camera.window)
    dialog.open()
    dialog.take_files([str(folder)])
    camera.settle()
    camera.take("import-several", dialog)
    dialog.files.next_button.click()
    camera.settle()
    camera.take("import-several-next", dialog)
    dialog.close()


def _play_sheets(camera: Camera) -> None:
    book = Workbook()
    for name in ("Customers of the web shop", "Till", "Unsubscribed"):
        sheet = book.create_sheet(name)
        sheet.append(["Name", "Email", "Last Visit"])
        sheet.append(["Ann Miller", "ann@example.com", "03/04/2026"])
    book.remove(book.worksheets[0])
    book.save(camera.files / "customers 2026.xlsx")
    dialog = ImportDialog(camera.desk, camera.window)
    dialog.open()
    dialog.take_file(str(camera.files / "customers 2026.xlsx"))
    camera.settle()
    camera.take("import-sheets", dialog)
    dialog.close()


SCENES = (
    Scene("import-file import-columns import-done import-undone", _play),
    Scene("import-shopify import-shopify-rows", _play_good),
    Scene("import-cp1252", _play_letters),
    Scene("import-dates", _play_dates),
    Scene("import-consent", _play_consent),
    Scene("import-goods import-goods-rows", _play_goods),
    Scene("import-payouts", _play_payouts),
    Scene("import-broken", _play_broken),
    Scene("import-remembered", _play_remembered),
    Scene("import-payments", _play_payments),
    Scene("import-second-system", _play_second_system),
    Scene("import-pasted", _play_pasted),
    Scene("import-several import-several-next", _play_several),
    Scene("import-sheets", _play_sheets),
)
