"""The Qt release does not have the fault for which PySide6 is pinned (docs/adr/0002)."""

import subprocess
import sys

CALLS = 30_000
PROGRAM = f"""
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel()
before = sys.getrefcount(None)
for number in range({CALLS}):
    label.setText("x")
print(before - sys.getrefcount(None))
"""


def test_void_calls_keep_none_alive() -> None:
    """Thirty thousand void calls neither abort the interpreter nor take references of None with them."""
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    assert abs(int(done.stdout)) < CALLS / 10
