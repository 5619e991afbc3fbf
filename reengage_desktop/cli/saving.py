"""Where a command may write what it is asked for."""

from pathlib import Path

from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop


def target_of(shop: Shop, name: str) -> Path:
    """The file that `--out` names, absolute; raises Refused for one that lies in the shop's own folder already.

    It may be the database, a copy of it, or the ledger: an export would be all that is left of it.
    """
    target = Path(name).absolute()
    if target.exists() and shop.paths.folder.resolve() in target.resolve().parents:
        raise Refused(f"“{name}” is there already, and in the shop's own folder. Nothing was saved; name another file.")
    return target
