"""The rules hold over the whole package, and each catches the snippet that it is there for."""

import pytest

from tests.house import rules
from tests.house.source import PACKAGE, REPOSITORY, Module, read

BROAD_PLACES = {
    "reengage_desktop/jobs/lanes.py",  # the lane boundary: a failed task becomes its future's outcome
    "reengage_desktop/ui/faults.py",  # Qt's exception hook
    "reengage_desktop/cli/main.py",  # the command line: a sentence, never a traceback
}

CAUGHT = {
    rules.translated_literals: [
        'self.tr(f"{n} waiting")',
        "self.tr(text)",
        'self.tr("a" + name)',
        'from PySide6.QtCore import QCoreApplication\nQCoreApplication.translate("Home", f"{n}")',
    ],
    rules.ambient_clock: [
        "from datetime import UTC, datetime\nnow = datetime.now(UTC)",
        "import datetime as dt\nnow = dt.datetime.utcnow()",
        "from datetime import date\nday = date.today()",
        "import time\nstart = time.time()",
        "from time import time as present\nstart = present()",
        "clock = datetime.now\nfrom datetime import datetime",
        "QDateTime.currentDateTime()",
        "db.run(\"update t set at = strftime('%s', 'now')\")",
        'db.run("insert into t values (CURRENT_TIMESTAMP)")',
    ],
    rules.naive_moments: [
        "from datetime import datetime\nnoon = datetime(2026, 11, 21, 12)",
        "import datetime\nd = datetime.datetime.fromtimestamp(5)",
        "from datetime import datetime\nd = datetime.combine(day, time)",
        "from datetime import datetime\nd = datetime.utcfromtimestamp(5)",
    ],
    rules.bare_atomic: ["with db.atomic():\n    pass"],
    rules.truth_in_where: [
        "query.where(1 < Order.total < 5)",
        "query.where(Order.a == 1 and Order.b == 2)",
        "query.where(not Order.a)",
        "query.where(Order.id in ids)",
        "query.where(Order.at is None)",
    ],
    rules.line_budget: ["x = 1\n" * 401],
    rules.promises: ["x = 1", '"""M."""\ndef f(): pass', '"""M."""\nclass C:\n    """C."""\n    def m(self): pass'],
    rules.broad_except: [
        "try:\n    f()\nexcept Exception:\n    pass",
        "try:\n    f()\nexcept:\n    pass",
        "try:\n    f()\nexcept (KeyError, BaseException) as e:\n    log(e)",
    ],
    rules.window_only_reads: [
        "from reengage_desktop.store import settings\nsettings.put(db, key, text, now)",
        "from reengage_desktop.store import templates\ntemplates.save(db, template, now)",
        'self._shop.db.run("DELETE FROM outbox")',
    ],
    rules.unfinished: ["# TODO: the rest", "raise NotImplementedError", "x = 1  # good enough for now"],
}

ALLOWED = {
    rules.translated_literals: [
        'self.tr("%n waiting", "", n)',
        'self.tr("one " "two")',
        '"abc".translate(table)',
    ],
    rules.ambient_clock: ["import time\ndeadline = time.monotonic() + 5", "def f(now): return now"],
    rules.naive_moments: [
        "from datetime import UTC, datetime\nd = datetime(2026, 11, 21, tzinfo=UTC)",
        "from datetime import UTC, datetime\nd = datetime.fromtimestamp(5, UTC)",
        "from datetime import datetime\nd = datetime(2026, 11, 21).replace(tzinfo=zone)",
    ],
    rules.bare_atomic: ['with db.atomic("IMMEDIATE"):\n    pass'],
    rules.truth_in_where: ["query.where((Order.a == 1) & (Order.b.in_(ids)))"],
    rules.line_budget: ["x = 1\n" * 400],
    rules.promises: [
        '"""M."""\ndef f():\n    """F."""\ndef _g(): pass\nclass C:\n    """C."""\n    def paintEvent(self): pass'
    ],
    rules.broad_except: [
        "try:\n    f()\nexcept BaseException:\n    undo()\n    raise",
        "try:\n    f()\nexcept BaseException as fault:\n    future.set_exception(fault)",
        "try:\n    f()\nexcept KeyError:\n    g()",
    ],
    rules.window_only_reads: [
        "from reengage_desktop.store import settings\nsettings.load(db)",
        "from reengage_desktop.store import templates\ntemplates.list_all(db)",
    ],
    rules.unfinished: ['"""All of it."""', 'text = "the provider takes no more for now."'],
}

DISHONEST = [
    "def test_a(monkeypatch): pass",
    "from unittest import mock",
    "import time\ntime.sleep(1)",
    "import pytest\n@pytest.mark.xfail\ndef test_a(): pass",
    'import pytest\ndef test_a():\n    pytest.skip("later")',
    "def test_a():\n    assert True",
]


@pytest.fixture(scope="module")
def package() -> list[Module]:
    """Every module of the package."""
    return read(PACKAGE)


@pytest.mark.parametrize("rule", CAUGHT, ids=lambda rule: rule.__name__)
def test_rule_holds(rule: rules.Rule, package: list[Module]) -> None:
    """The package keeps the rule everywhere."""
    faults = [str(fault) for module in package for fault in rule(module) if not _excused(rule, module)]
    assert not faults, "\n" + "\n".join(faults)


def _place(rule: rules.Rule) -> str:
    """Where a snippet stands: in the window for the window's rule, in the engine otherwise."""
    return f"reengage_desktop/{'ui' if rule is rules.window_only_reads else 'engine'}/snippet.py"


def _excused(rule: rules.Rule, module: Module) -> bool:
    return rule is rules.broad_except and module.path in BROAD_PLACES


@pytest.mark.parametrize(
    ("rule", "snippet"),
    [
        pytest.param(rule, text, id=f"{rule.__name__}-{n}")
        for rule, texts in CAUGHT.items()
        for n, text in enumerate(texts)
    ],
)
def test_rule_catches(rule: rules.Rule, snippet: str) -> None:
    """Negative control: the bad snippet is caught."""
    assert list(rule(Module(_place(rule), snippet)))


@pytest.mark.parametrize(
    ("rule", "snippet"),
    [
        pytest.param(rule, text, id=f"{rule.__name__}-{n}")
        for rule, texts in ALLOWED.items()
        for n, text in enumerate(texts)
    ],
)
def test_rule_allows(rule: rules.Rule, snippet: str) -> None:
    """The right way to write it passes."""
    assert not list(rule(Module(_place(rule), snippet)))


def test_tests_are_honest() -> None:
    """No test patches, sleeps, skips itself or asserts a constant; a made-up slow server may take its time."""
    tests = [module for module in read(REPOSITORY / "tests") if not module.path.startswith("tests/servers/")]
    assert not [str(fault) for module in tests for fault in rules.honest_tests(module)]


@pytest.mark.parametrize("snippet", DISHONEST)
def test_dishonest_tests_are_caught(snippet: str) -> None:
    """Negative control: each of the usual ways out is caught."""
    assert list(rules.honest_tests(Module("tests/test_snippet.py", snippet)))


def test_the_one_clock_may_read(package: list[Module]) -> None:
    """The one home of the present is excused, and nobody else by the same name."""
    reading = "from datetime import UTC, datetime\nnow = datetime.now(UTC)"
    assert not list(rules.ambient_clock(Module(rules.PRESENT, reading)))
    assert list(rules.ambient_clock(Module("reengage_desktop/engine/present.py", reading)))
    assert any(module.path == rules.PRESENT for module in package)
