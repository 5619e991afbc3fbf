"""Before Qt: what the system lacks is named exactly, and what stands in no window's way is not asked for."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from reengage_desktop import preflight
from reengage_desktop.preflight import BASE, SCREEN, Library, cure, is_debian, missing, packages_of, window_fault

ON_X11 = {"DISPLAY": ":0"}


def lacks(*sonames: str) -> Callable[[str], bool]:
    """A loader that finds everything but these."""
    return lambda soname: soname not in sonames


def test_missing_packages_are_named_exactly() -> None:
    """Qt blames xcb-cursor0 whatever is missing; we name what is."""
    fault = window_fault("linux", ON_X11, lacks("libxcb-icccm.so.4", "libxcb-keysyms.so.1"), debian=True)
    assert fault is not None
    assert fault.endswith("sudo apt-get install libxcb-icccm4 libxcb-keysyms1")
    assert "2 system libraries" in fault


def test_other_systems_get_the_files_names() -> None:
    """Where packages have other names, the library's file is named."""
    fault = window_fault("linux", ON_X11, lacks("libEGL.so.1"), debian=False)
    assert fault is not None
    assert "One system library is missing" in fault
    assert fault.endswith("libEGL.so.1")


def test_no_screen_is_one_sentence_about_commands() -> None:
    """Without a display the command line is pointed out."""
    fault = window_fault("linux", {}, lacks())
    assert fault is not None
    assert "no screen" in fault
    assert "\n" not in fault


@pytest.mark.parametrize(
    "environ",
    [
        {"QT_QPA_PLATFORM": "offscreen"},
        {"WAYLAND_DISPLAY": "wayland-0"},
        {"DISPLAY": ":0", "QT_QPA_PLATFORM": "wayland"},
    ],
)
def test_x11_libraries_are_asked_for_on_x11_only(environ: dict[str, str]) -> None:
    """Wayland and screenless drawing do without them, but not without the base."""
    assert window_fault("linux", environ, lacks(*(library.soname for library in SCREEN))) is None
    assert window_fault("linux", environ, lacks("libGL.so.1"), debian=True) is not None


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_elsewhere_nothing_is_missing(platform: str) -> None:
    """Qt's own package is complete on Windows and macOS."""
    assert window_fault(platform, {}, lambda _: False) is None


def test_debian_and_its_children_are_known() -> None:
    """By ID or ID_LIKE, quoted or not; a word inside another is none."""
    assert is_debian("NAME=x\nID=debian\n")
    assert is_debian('ID=linuxmint\nID_LIKE="ubuntu debian"\n')
    assert not is_debian('ID=fedora\nPRETTY_NAME="not debian"\n')
    assert not is_debian("ID=notdebian\n")


def test_packages_are_named_once() -> None:
    """Two libraries of one package name it once, in order."""
    assert packages_of(missing(BASE[:2], lambda _: False)) == ["libglib2.0-0"]
    assert cure([Library("a.so", "a"), Library("b.so", "b"), Library("c.so", "a")], debian=True).endswith("install a b")


def test_it_runs_where_nothing_is_installed() -> None:
    """Standard library only, and nothing of Qt: an isolated Python without site-packages can ask it."""
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from reengage_desktop import preflight; preflight.window_fault()\n"
        "assert not [name for name in sys.modules if name.startswith(('PySide6', 'peewee'))]"
    )
    folder = str(preflight.Path(preflight.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", program, folder], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
