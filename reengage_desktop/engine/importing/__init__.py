"""Files come in: read and checked whole in a scratch file, matched, counted, then written behind a journal.

`import_file` brings one in, `undo_import` takes one back, `recover` takes back what a crash cut off.
"""

from reengage_desktop.engine.importing.bringing_in import digest_of, import_file, state_of
from reengage_desktop.engine.importing.remembering import find_known
from reengage_desktop.engine.importing.report import (
    CancelCheck,
    ImportCancelled,
    ImportRefused,
    ImportReport,
    ImportRequest,
    Progress,
    RowError,
    UndoReport,
)
from reengage_desktop.engine.importing.taking_back import recover, undo_import

__all__ = [
    "CancelCheck",
    "ImportCancelled",
    "ImportRefused",
    "ImportReport",
    "ImportRequest",
    "Progress",
    "RowError",
    "UndoReport",
    "digest_of",
    "find_known",
    "import_file",
    "recover",
    "state_of",
    "undo_import",
]
