"""Sets the project up on a machine that has only Python 3.11 or newer with venv and pip, and, with `--test`, tests it.

    python3 .ci/setup.py            what the program needs, into .venv
    python3 .ci/setup.py --test     that and the tools of the tests, then the whole test suite
    python3 .ci/setup.py --package  that and PyInstaller, then the packaged program, built and tried out

The machine's own settings for pip and uv (indexes, proxies, certificates) hold. What the operating system lacks is
installed by apt-get where this runs as root on Debian, and named exactly everywhere else.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
TOOLS = ROOT / "build" / "uv"
UV = "uv>=0.9,<1"
PIP = ("-m", "pip", "--disable-pip-version-check")
OLDEST, NEWEST = (3, 11), (3, 14)
# What the tests against a real keyring and a real screen start, and Debian's packages of it.
PROGRAMS = {
    "dbus-daemon": "dbus",
    "gnome-keyring-daemon": "gnome-keyring",
    "Xvfb": "xvfb",
    "pdftotext": "poppler-utils",
    "/usr/share/dbus-1/services/org.a11y.Bus.service": "at-spi2-core",
}
# The mail house of tests/servers/postoffice.py. Only where no init system would start what was installed: nobody's PC
# becomes a mail server by a test.
MAIL_HOUSE = {
    "/usr/sbin/postfix": "postfix",
    "/usr/sbin/dovecot": "dovecot-imapd",
    "/usr/lib/dovecot/lmtp": "dovecot-lmtpd",
}
SCRIPTS, SUFFIX = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")


def say(text: str) -> None:
    """A line about what is being done, apart from the output of what is run."""
    print(f"set-up: {text}", file=sys.stderr, flush=True)


def run(*command: str | Path, env: dict[str, str] | None = None) -> int:
    """Runs a command with the terminal's output and gives its exit code."""
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=env, check=False).returncode


def python_fault() -> str | None:
    """Why this Python can't be used, or None."""
    running = sys.version_info[:2]
    if OLDEST <= running <= NEWEST:
        return None
    return (
        f"Python {running[0]}.{running[1]} can't run this program; it needs Python {OLDEST[0]}.{OLDEST[1]} "
        f"to {NEWEST[0]}.{NEWEST[1]}. Start the same command with one of those, for example python3.13."
    )


def lacking(*, for_tests: bool) -> tuple[list[str], list[str]]:
    """What the system lacks and we need now, and what would add to it (a window, tests against a real keyring).

    Names of packages on Debian, of libraries and programs elsewhere.
    """
    sys.path.insert(0, str(ROOT))
    from reengage_desktop import preflight

    debian = preflight.on_debian()
    base, screen = (
        preflight.packages_of(found) if debian else [library.soname for library in found]
        for found in (preflight.missing(preflight.BASE), preflight.missing(preflight.SCREEN))
    )
    if not for_tests:
        return [], base + screen
    wanted = PROGRAMS if Path("/run/systemd/system").exists() or not debian else PROGRAMS | MAIL_HOUSE
    absent = [program for program in wanted if shutil.which(program) is None and not Path(program).exists()]
    return base, screen + [wanted[program] if debian else program for program in absent]


def cure(names: list[str]) -> str:
    """How to get what is lacking."""
    if shutil.which("apt-get"):
        return "sudo apt-get install " + " ".join(names)
    return "install the packages that bring " + ", ".join(names)


def install(packages: list[str]) -> bool:
    """Whether apt-get installed the packages; False at once where it may not be used."""
    if not packages or shutil.which("apt-get") is None or os.geteuid() != 0:
        return not packages
    say(f"installing with apt-get: {' '.join(packages)}")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return (
        run("apt-get", "update", "-q", env=env) == 0
        and run("apt-get", "install", "-q", "-y", "--no-install-recommends", *packages, env=env) == 0
    )


def system_fault(*, for_tests: bool) -> str | None:
    """Brings in what the operating system lacks; why that stops us, or None."""
    if not sys.platform.startswith("linux"):
        return None
    needed, welcome = lacking(for_tests=for_tests)
    if install(needed + welcome):
        return None
    needed, welcome = lacking(for_tests=for_tests)
    if needed:
        return "the tests need parts of the operating system that are missing. Get them with: " + cure(needed + welcome)
    if welcome:
        say(f"going on without some parts of the operating system; for everything to work: {cure(welcome)}")
    return None


def uv_program() -> Path:
    """The path of uv, in a small environment of its own, so that Debian's closed system Python stays as it is."""
    program = TOOLS / SCRIPTS / f"uv{SUFFIX}"
    if not program.exists():
        say("fetching uv")
        venv.create(TOOLS, with_pip=True, clear=True)
        if run(TOOLS / SCRIPTS / f"python{SUFFIX}", *PIP, "install", "--quiet", UV) != 0:
            shutil.rmtree(TOOLS, ignore_errors=True)
            raise SystemExit("set-up: pip could not fetch uv; the lines above say why. Nothing else was changed.")
    return program


def synchronise(*groups: str) -> None:
    """Brings .venv to what uv.lock says, with the named groups of tools."""
    uv, python = uv_program(), ENVIRONMENT / SCRIPTS / f"python{SUFFIX}"
    env = {key: value for key, value in os.environ.items() if key not in {"VIRTUAL_ENV", "PYTHONHOME", "PYTHONPATH"}}
    env["UV_PROJECT_ENVIRONMENT"] = str(ENVIRONMENT)
    env.setdefault("UV_SYSTEM_CERTS", "1")  # as pip does
    chosen = ["--no-default-groups", *(part for group in groups for part in ("--group", group))]
    keep = [] if "test" in groups else ["--inexact"]
    say("installing the locked packages into .venv")
    sync = [str(uv), "sync", "--locked", "--quiet", "--python", sys.executable, *chosen, *keep]
    done = subprocess.run(sync, cwd=ROOT, env=env, check=False, stderr=subprocess.PIPE, text=True, errors="replace")
    if done.returncode == 0:
        return
    # The lock file names the public index. Where only another one answers, pip, which has just fetched uv from it,
    # fetches the same files by their hashes.
    say("once more through pip and the index that it is set up for")
    locked = TOOLS / "locked.txt"
    pip: list[str | Path] = [TOOLS / SCRIPTS / f"python{SUFFIX}", *PIP, "--python", python, "install"]
    steps: list[list[str | Path]] = [
        [uv, "export", "--frozen", "--quiet", "--no-emit-project", "--output-file", locked, *chosen],
        [uv, "venv", "--quiet", "--allow-existing", "--python", sys.executable, ENVIRONMENT],
        [*pip, "--quiet", "--require-hashes", "--requirement", locked],
        [*pip, "--quiet", "--no-deps", "--editable", ROOT],
    ]
    if any(run(*step, env=env) != 0 for step in steps):
        print(done.stderr, file=sys.stderr)
        raise SystemExit("set-up: the packages could not be installed; the lines above say why.")


def test() -> int:
    """Runs the whole suite without a screen and gives pytest's exit code."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    env.pop("PYTHONPATH", None)
    python = ENVIRONMENT / SCRIPTS / f"python{SUFFIX}"
    return run(python, "-m", "pytest", "-n", "2", "-q", env=env)


def package(arguments: list[str]) -> int:
    """Builds the packaged program and tries it out; 0 when it works."""
    return run(ENVIRONMENT / SCRIPTS / f"python{SUFFIX}", ROOT / ".ci" / "frozen.py", *arguments)


def main() -> int:
    """The command: 0 when all went well, 1 with a sentence when not; after `--test` pytest's own code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--test", action="store_true", help="set up, then run the test suite")
    what.add_argument("--package", action="store_true", help="set up, then build and try out the packaged program")
    wanted, rest = parser.parse_known_args()
    if rest and not wanted.package:
        parser.error(f"unknown: {' '.join(rest)}")
    fault = python_fault() or system_fault(for_tests=wanted.test)
    if fault is not None:
        say(fault)
        return 1
    if wanted.test:
        synchronise("test", "lint")
        return test()
    if wanted.package:
        synchronise("package")
        return package(rest)
    synchronise()
    return 0


if __name__ == "__main__":
    sys.exit(main())
