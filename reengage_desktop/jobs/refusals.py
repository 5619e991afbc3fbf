"""From whatever went wrong to the sentence that a person reads; for the window and the command line alike."""

from reengage_desktop.domain.credentials import SecretsFault
from reengage_desktop.domain.sentences import spoken
from reengage_desktop.domain.settings import SettingFault
from reengage_desktop.store.customers import CustomerNotFound
from reengage_desktop.store.database import StoreFault

UNEXPECTED = (
    "Something went wrong that the program did not expect. Nothing more was done and nothing is sent twice; try again, "
    "and if it stays, send the newest file of the “logs” folder to support (it holds no addresses and no keys)."
)


class Refused(Exception):
    """The task can't be done; the text says what happened, what it means and what to do."""


class Interrupted(Refused):
    """The task was asked to stop and stopped at a safe place."""


_SPEAKING_NAMES = frozenset(
    {
        "CampaignRefused",
        "CannotCompose",
        "CriteriaRefused",
        "FileRefused",
        "GroupNotFound",
        "GroupRefused",
        "IllegalStep",
        "ImportCancelled",
        "ImportRefused",
        "MissingField",
        "SenderBusy",
        "TemplateFileFault",
        "TemplateNotFound",
        "TemplateRefused",
        "ViewRefused",
        "WrongKind",
    }
)
"""The program's own faults that say a sentence, by name: importing their modules here would slow every start."""

SPEAKING: tuple[type[Exception], ...] = (Refused, StoreFault, SettingFault, SecretsFault, CustomerNotFound)
"""Faults whose text already is a sentence for the owner."""


def find_sentence(fault: BaseException) -> str | None:
    """The owner's sentence for a fault that somebody foresaw, or None for a surprise."""
    if isinstance(fault, SPEAKING) or _is_ours(fault):
        return spoken(fault)
    if isinstance(fault, OSError):
        return _about_files(fault)
    return None


def sentence_of(fault: BaseException) -> str:
    """The owner's sentence for any fault."""
    return find_sentence(fault) or UNEXPECTED


def _is_ours(fault: BaseException) -> bool:
    return any(
        kind.__name__ in _SPEAKING_NAMES and kind.__module__.startswith("reengage_desktop.")
        for kind in type(fault).__mro__
    )


def _about_files(fault: OSError) -> str:
    name = f"“{fault.filename}”" if fault.filename else "A file"
    if isinstance(fault, FileNotFoundError):
        return f"{name} was not found. Nothing was changed; check the path."
    if isinstance(fault, IsADirectoryError):
        return f"{name} is a folder. Nothing was changed; name a file."
    if isinstance(fault, PermissionError):
        return f"{name} may not be read or written. Nothing was changed; check its permissions."
    if isinstance(fault, FileExistsError):
        return f"{name} is already there. Nothing was changed; choose another name."
    reason = fault.strerror or "the system refused"
    return f"{name} can't be used ({reason}). Nothing was changed; check the disk and try again."
