"""The sample shop, built once for every test that looks at it."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest


@dataclass(frozen=True)
class Demo:
    """What `demo` built: the folder that it was given, the present it was built for, and what it told."""

    given: Path
    now: datetime
    told: dict[str, Any]

    @property
    def folder(self) -> Path:
        """Where the sample shop lies; who changes anything does it in a copy."""
        return Path(self.told["data_dir"])


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The demo, run once as the README's first command runs it."""
    folder = tmp_path_factory.mktemp("demo") / "shop"
    now = datetime(2026, 11, 21, 17, tzinfo=UTC)
    environ = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    done = subprocess.run(
        [sys.executable, "-m", "reengage_desktop", "demo", "--no-window", "--json", "--now", now.isoformat()],
        env={**environ, "REENGAGE_DATA_DIR": str(folder)},
        capture_output=True,
        text=True,
        check=False,
        timeout=280,
    )
    assert done.returncode == 0, done.stderr
    # Issue 3: nobody waits half a minute without a word, and the JSON stays alone on the standard output.
    assert done.stderr.startswith("Building the sample shop anew")
    return Demo(folder, now, json.loads(done.stdout))
