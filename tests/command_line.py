"""The command line as tests use it: in this process with a clock and secrets handed in, or as a program of its own."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.cli.answers import Stage
from reengage_desktop.cli.main import main
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.jobs.shop import Shop

US_SHOP = {
    "business.name": "Corner Shop",
    "business.country": "US",
    "business.timezone": "America/New_York",
    "business.currency": "USD",
    "business.postal_address": "1 Main Street, Springfield",
    "business.reply_to": "owner@example.com",
}
"""The settings of a shop that may write e-mail, whatever the machine that runs the test is set to."""


@dataclass(frozen=True)
class Said:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on stdout."""
        return json.loads(self.out)


@dataclass
class CommandLine:
    """Commands on one shop's folder. The clock stands where the test puts it; secrets stay in memory."""

    folder: Path
    clock: Callable[[], datetime]
    secrets: MemorySecrets = field(default_factory=MemorySecrets)

    def run(self, *words: object, given: str = "") -> Said:
        """One command in this process, whatever becomes of it."""
        out, err = io.StringIO(), io.StringIO()
        stage = Stage(io.StringIO(given), out, err, self.clock, lambda: self.secrets)
        code = main(["--data-dir", str(self.folder), *map(str, words)], stage)
        return Said(code, out.getvalue(), err.getvalue())

    def ask(self, *words: object, given: str = "") -> Any:
        """The JSON answer of a command that must succeed."""
        said = self.run(*words, "--json", given=given)
        assert said.code == 0, f"{words}: {said.out}{said.err}"
        return said.json

    def refused(self, *words: object, given: str = "") -> str:
        """The one sentence of a command that must fail with exit code 1."""
        said = self.run(*words, "--json", given=given)
        assert said.code == 1, f"{words}: {said.code} {said.out}{said.err}"
        sentence: str = said.json["error"]
        return sentence

    def set(self, **settings: object) -> None:
        """Changes settings; dots of their names are written as `__`: `reengagement__enabled="true"`."""
        for name, value in settings.items():
            self.ask("settings", "set", name.replace("__", "."), value)

    def start(self, *words: object, environ: dict[str, str] | None = None) -> subprocess.Popen[str]:
        """One command as a program of its own, at the clock's present moment; the caller waits for it or kills it."""
        command = [sys.executable, "-m", "reengage_desktop", "--data-dir", str(self.folder), *map(str, words)]
        return subprocess.Popen(
            [*command, "--now", self.clock().isoformat()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, **(environ or {})},
        )

    def open(self) -> Shop:
        """The shop itself, as the window has it; the caller closes it."""
        return open_shop(Wishes(folder=self.folder, clock=self.clock, secrets=lambda: self.secrets))
