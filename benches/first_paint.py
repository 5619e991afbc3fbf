"""The first painted window: `python -m benches.first_paint bare` is Qt's own, `ours FOLDER` the program's; JSON.

Both load nothing else; ours takes the way on which a start by its owner comes to its first picture.
"""

import os
import sys


def bare() -> None:
    """Qt's own window with a label."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QLabel("hello"))
    window.resize(1280, 760)
    window.show()
    window.repaint()
    app.processEvents()
    _tell()


def ours(folder: str) -> None:
    """Our window on a data folder, before the shop is opened."""
    from pathlib import Path

    from reengage_desktop.__main__ import make_ready

    chosen = make_ready(Path(folder))
    if chosen is None:
        sys.exit(1)
    from reengage_desktop.ui import application

    begun = application.begin(chosen)
    if begun is None:
        sys.exit("another window has the folder")
    _tell()


def _tell() -> None:
    """What the process holds now, while its window still stands; then it ends at once."""
    held_mb = 0.0
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - Qt's own window has no pathlib
            held_mb = int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / (1 << 20)
    except OSError:
        import resource

        held_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f'{{"memory_mb": {held_mb}}}', flush=True)
    os._exit(0)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if sys.argv[1] == "bare":
        bare()
    else:
        ours(sys.argv[2])
