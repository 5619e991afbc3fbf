"""The report for support: how the program stands and what it did last, without a name, an address or a key."""

from pathlib import Path

from reengage_desktop import __version__
from reengage_desktop.app.redaction import redact
from reengage_desktop.domain.settings import SETTINGS
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import health
from reengage_desktop.store.whole_files import written_whole

_LAST_LINES = 400
_LAST_BYTES = 200_000
_PERSONAL = ("business.", "providers.", "network.", "import.")
"""Settings that name the shop, its places, folders or accounts: only whether they are filled in is told."""


def write_report(shop: Shop, target: Path) -> Path:
    """Writes the report and gives its file; nothing is sent anywhere."""
    with written_whole(target) as stream:
        stream.write(report(shop))
    return target


def report(shop: Shop) -> str:
    """The report's text."""
    checks = [f"{'ok  ' if each.ok else 'FAIL'} {each.name}: {each.detail}" for each in health.doctor(shop).checks]
    stored = shop.settings()
    settings = [f"{key} = {_shown(key, stored.texts[key])}" for key in SETTINGS if key in stored.given]
    parts = [
        f"Reengage Desktop {__version__}",
        "\n".join(["Checks", *checks]),
        "\n".join(["Settings", *settings]),
        "\n".join(["Log", *_last_lines(shop.paths.logs)]),
    ]
    # The folder may lie under the owner's own name.
    text = "\n\n".join(parts).replace(str(shop.paths.folder), "[data folder]").replace(str(Path.home()), "[home]")
    return redact(text) + "\n"


def _shown(key: str, text: str) -> str:
    if key.startswith(_PERSONAL) and not key.endswith(("country", "currency", "timezone", "rate_per_minute", "port")):
        return "[filled in]" if text else "[empty]"
    return text


def _last_lines(folder: Path) -> list[str]:
    logs = sorted(folder.glob("*.log*"), key=lambda file: file.stat().st_mtime)
    if not logs:
        return ["(there is no log yet)"]
    with logs[-1].open("rb") as file:
        file.seek(max(0, logs[-1].stat().st_size - _LAST_BYTES))
        lines = file.read().decode("utf-8", "replace").splitlines()
    return lines[-_LAST_LINES:]
