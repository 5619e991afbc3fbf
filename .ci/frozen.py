"""Builds the program with PyInstaller and tries it out where there is no source: commands, the demo, and the window.

    python3 .ci/setup.py --package [--picture FILE]

The screen is Xvfb's; without it the window is left out, and that is said. A picture of the window goes to FILE.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILT = ROOT / "dist" / "reengage-desktop"
WINDOW = (1280, 760)  # the window's own size
SCREEN = "1280x800x24"  # with room for the title bar that the window leaves; there is no window manager to draw one
PATIENCE_S = 180


def build() -> None:
    """Builds into dist/; PyInstaller's own words say why when it can't."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build.spec"]
    subprocess.run(command, cwd=ROOT, check=True)


def clean_environment(folder: Path) -> dict[str, str]:
    """An environment in which the source, this Python and the owner's own shop can't be found."""
    kept = {key: os.environ[key] for key in ("LANG", "LC_ALL", "SYSTEMROOT", "TEMP") if key in os.environ}
    return {**kept, "PATH": "/usr/bin:/bin", "HOME": str(folder), "REENGAGE_DATA_DIR": str(folder / "shop")}


def ask(program: Path, *arguments: str) -> dict[str, object]:
    """What a command of the built program answers as JSON; its own error text ends the trial."""
    done = subprocess.run(
        [program, *arguments, "--json"],
        cwd=program.parent.parent,
        env=clean_environment(program.parent.parent),
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(arguments)} ended with {done.returncode}: {done.stdout}{done.stderr}")
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


def photograph(display: str, picture: Path) -> None:
    """Takes a picture of the whole screen once a window stands there; a screen that stays blank ends the trial."""
    from PySide6.QtGui import QGuiApplication, QImage

    def colours(image: QImage) -> int:
        return len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)})

    os.environ.update({"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"})
    screen = QGuiApplication([]).primaryScreen()
    deadline = time.monotonic() + PATIENCE_S
    while colours(screen.grabWindow(0).toImage()) < 10:
        if time.monotonic() > deadline:
            raise SystemExit("The screen stays blank: no window was painted.")
        time.sleep(1)
    time.sleep(5)  # the first figures arrive from the background
    picture.parent.mkdir(parents=True, exist_ok=True)
    screen.grabWindow(0, 0, 0, *WINDOW).save(str(picture))


def show(program: Path, picture: Path) -> None:
    """Opens the window on a screen of its own for a while, photographs it, and closes it as a log-off does."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as number:
        display = f":{number.readline().strip()}"
    folder = program.parent.parent
    environ = {**clean_environment(folder), "DISPLAY": display}
    window = subprocess.Popen([program, "demo"], cwd=folder, env=environ, stdout=subprocess.DEVNULL)
    try:
        photograph(display, picture)
        if window.poll() is not None:
            raise SystemExit(f"The window closed by itself with {window.returncode}.")
        window.send_signal(signal.SIGTERM)
        window.wait(timeout=10)
    finally:
        window.kill()
        server.terminate()
        server.wait()


def main() -> int:
    """The command: 0 when every part of the trial went well."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--picture", type=Path, default=ROOT / "build" / "packaged.png")
    parser.add_argument("--keep", action="store_true", help="try out what dist/ holds already")
    wanted = parser.parse_args()
    if not wanted.keep:
        build()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(shutil.copytree(BUILT, Path(name) / "program", symlinks=True))
        program = folder / ("reengage-desktop.exe" if os.name == "nt" else "reengage-desktop")
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
        print(f"size: {size / 1e6:.0f} MB")
        started = time.monotonic()
        doctor = ask(program, "doctor")
        print(f"doctor: ok={doctor['ok']} in {time.monotonic() - started:.1f} s")
        customers = folder.parent / "customers.csv"
        customers.write_text("name,email\nAnna,anna@example.com\n", encoding="utf-8")
        imported = ask(program, "import", "customers", str(customers))
        print(f"import: {imported['created']} of {imported['rows']} customers")
        demo = ask(program, "demo", "--no-window")
        print(f"demo: {demo['messages']} messages to {demo['customers']} customers")
        if shutil.which("Xvfb") is None:
            print("window: left out, Xvfb is not installed (Debian: xvfb)")
        else:
            show(folder / program.name.replace("reengage-desktop", "ReengageDesktop"), wanted.picture.resolve())
            print(f"window: painted, see {wanted.picture}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
