"""Opens files as an import does, in a process of its own that tells what each of them cost.

`python -m tests.connectors.opening_program FILE…` prints a JSON list: what was said of a refused file (or null), the
processors' seconds, and the most memory that this process or any of its children has held so far, in MB. Linux only.
"""

import json
import resource
import sys
from pathlib import Path

from reengage_desktop.connectors.opening.files import open_table
from reengage_desktop.connectors.vocabulary.refusals import FileRefused


def main(paths: list[str]) -> None:
    """One file after the other."""
    told = []
    for path in paths:
        worked = _processor_s()
        said = _refusal(Path(path))
        most_kb = max(_own_most_kb(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
        told.append((said, _processor_s() - worked, most_kb / 1024))
    sys.stdout.write(json.dumps(told))


def _refusal(path: Path) -> str | None:
    try:
        table = open_table(path)
    except FileRefused as refused:
        return str(refused)
    for _ in table.rows():
        pass
    table.close()
    return None


def _own_most_kb() -> int:
    """From Linux's own account: `ru_maxrss` begins with what the process held that started this one."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0])


def _processor_s() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


if __name__ == "__main__":
    main(sys.argv[1:])
