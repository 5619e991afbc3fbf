"""The import dialog, step by step."""

from reengage_desktop.ui.importing.dialog import ImportDialog
from tests.shots.camera import Camera
from tests.shots.scenes import Scene

_PEOPLE = """E-Mail Address;Phone Number;First Name;Last Name;Last Visit;Lifetime Spend;Marketing;Memo
ann@example.com;+1 202 555 0123;Ann;Miller;2026-04-03;412.10;yes;likes oat milk
bob@exmple;+1 202 555 0124;Bob;Stone;2025-11-12;96.00;no;
chen@example.com;12;Chen;Wei;2026-11-12;1204.50;yes;by the window
dora@example.com;;Dora;Klein;2026-09-01;210.00;;
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
    camera.settle()
    dialog.close()


SCENES = (Scene("import-file import-columns import-done", _play),)
