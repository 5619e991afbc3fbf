"""What is loaded before it is needed: the window's modules in its own thread, and only what lies beneath in another."""

import subprocess
import sys
from pathlib import Path

import pytest

from reengage_desktop.ui.loading import load_beneath

_HEAR = """
import sys, threading, time
from pathlib import Path

elsewhere, here = [], []

def heard(event, arguments):
    if event == "exec":
        where = getattr(arguments[0], "co_filename", "").replace("\\\\", "/")
        if "/reengage_desktop/ui/" in where or "/PySide6/" in where:
            (here if threading.current_thread() is threading.main_thread() else elsewhere).append(where)

sys.addaudithook(heard)
"""

_START = """
from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.ui.application import Session, make_application

app = make_application(["shop"])
folder = Path(sys.argv[1])
session = Session(app, folder)
session.window.show()
session.open(lambda: open_shop(Wishes(folder=folder, secrets=MemorySecrets)))
until = time.monotonic() + 120
dialogs = "reengage_desktop.ui.activity.while_off"
while not (session.window.desk is not None and session.window.is_made_ahead() and dialogs in sys.modules):
    assert time.monotonic() < until
    app.processEvents()
    time.sleep(0.001)
session.close()
"""

_LOAD_IN_ANOTHER = """
other = threading.Thread(target=__import__, args=("reengage_desktop.ui.help",))
other.start()
other.join()
"""

_TELL = """
print(len(here))
print(*elsewhere, sep="\\n", end="")
"""


def _heard(program: str, *arguments: str) -> tuple[int, list[str]]:
    """How many modules of the window a program loads in its main thread, and which ones in another."""
    told = [sys.executable, "-c", _HEAR + program + _TELL, *arguments]
    done = subprocess.run(told, capture_output=True, text=True, check=True)
    here, _, elsewhere = done.stdout.partition("\n")
    return int(here), elsewhere.split("\n") if elsewhere else []


def test_a_start_loads_the_window_in_its_own_thread(tmp_path: Path) -> None:
    """Promise 31: classes of Qt that another thread makes known ended the program now and then, at its start."""
    here, elsewhere = _heard(_START, str(tmp_path))
    assert here > 150
    assert not elsewhere


def test_a_module_that_another_thread_loads_is_seen() -> None:
    """The control of the test above."""
    _, elsewhere = _heard(_LOAD_IN_ANOTHER)
    assert any(each.endswith("/ui/help.py") for each in elsewhere)


@pytest.mark.parametrize("name", ["reengage_desktop.ui.settings.page", "reengage_desktop.ui.importing.dialog"])
def test_each_module_comes_after_those_that_it_is_made_of(name: str) -> None:
    """Figure 19: so a turn loads one, and not a hundred at once."""
    program = f"""
import sys
from reengage_desktop.ui.loading import load_beneath
left = load_beneath([{name!r}])
assert not set(left) & set(sys.modules)
most = 0
for each in left:
    before = set(sys.modules)
    __import__(each)
    most = max(most, len([new for new in set(sys.modules) - before if new.startswith("reengage_desktop.ui")]))
print(len(left), most)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    many, most = map(int, done.stdout.split())
    assert many > 20
    assert most <= 5


def test_what_is_there_is_not_loaded_again() -> None:
    """Figure 19: a second window finds everything."""
    assert load_beneath(["reengage_desktop.ui.loading", __name__]) == []
