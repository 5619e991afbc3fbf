"""The rules themselves: each takes one module and gives the places where it is broken."""

import ast
import io
import re
import tokenize
from collections.abc import Callable, Iterator

from tests.house.source import Fault, Module

Rule = Callable[[Module], Iterator[Fault]]

PRESENT = "reengage_desktop/jobs/present.py"
WALL_TIMES = "reengage_desktop/connectors/values/dates.py"
LINE_BUDGET = 400

_CLOCKS = frozenset(
    {
        "datetime.datetime.now",
        "datetime.datetime.utcnow",
        "datetime.datetime.today",
        "datetime.date.today",
        "time.time",
        "time.time_ns",
        "time.localtime",
        "time.gmtime",
    }
)
_QT_CLOCKS = frozenset({"currentDateTime", "currentDateTimeUtc", "currentDate", "currentTime", "currentSecsSinceEpoch"})
_SQL_CLOCK = re.compile(r"\bCURRENT_(?:TIMESTAMP|DATE|TIME)\b|[(,]\s*'now'|unixepoch\(\s*\)|julianday\(\s*\)")
_UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b|\bfor now\b|\bnot implemented\b", re.IGNORECASE)
_STORED = re.compile(r"^reengage_desktop\.store\.(?!listings\.|reports\.|segments\.)\w+\.(?P<function>[a-z]\w*)$")
_READS = re.compile(r"(?:load|list|find|get|count|is|has)(?:_|$)|(?:built_ins|origins)$")
_WRITES = re.compile(r"\bdb\.(?:run|run_many|insert|write)$")
_WAYS_OUT = frozenset({"time.sleep", "pytest.skip", "pytest.mark.xfail"})
_BROAD = frozenset({"Exception", "BaseException"})


def _is_literal(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def translated_literals(module: Module) -> Iterator[Fault]:
    """`tr` and `translate` get literals: an f-string or a variable is never found by lupdate, so never translated."""
    for call in module.calls():
        if not isinstance(call.func, ast.Attribute) or call.func.attr not in {"tr", "translate"}:
            continue
        wanted = 1 if call.func.attr == "tr" else 2
        if call.func.attr == "translate" and not (module.dotted(call.func) or "").endswith("CoreApplication.translate"):
            continue
        if len(call.args) < wanted or not all(_is_literal(argument) for argument in call.args[:wanted]):
            yield module.fault(call, f"{call.func.attr}() needs a plain literal; put values in afterwards")


def ambient_clock(module: Module) -> Iterator[Fault]:
    """The machine's clock is read in one place; everywhere else the present is an argument."""
    if module.path == PRESENT:
        return
    for node in module.nodes:
        if isinstance(node, ast.Attribute) and module.dotted(node) in _CLOCKS:
            yield module.fault(node, f"{module.dotted(node)} reads the machine's clock")
        elif isinstance(node, ast.Name) and module.imported.get(node.id) in _CLOCKS:
            yield module.fault(node, f"{module.imported[node.id]} reads the machine's clock")
        elif isinstance(node, ast.Attribute) and node.attr in _QT_CLOCKS:
            yield module.fault(node, f"{node.attr} reads the machine's clock")
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and _SQL_CLOCK.search(node.value):
            yield module.fault(node, "SQL reads the machine's clock")


def naive_moments(module: Module) -> Iterator[Fault]:
    """No moment without a zone: `datetime()`, `fromtimestamp`, `combine` say theirs. Only cells of files have none."""
    if module.path == WALL_TIMES:
        return
    zoned = {
        call.func.value
        for call in module.calls()
        if isinstance(call.func, ast.Attribute)
        and call.func.attr == "replace"
        and any(keyword.arg == "tzinfo" for keyword in call.keywords)
    }
    position = {"": 8, ".fromtimestamp": 2, ".combine": 3}
    keyword_of = {"": "tzinfo", ".fromtimestamp": "tz", ".combine": "tzinfo"}
    for call in module.calls():
        name = module.dotted(call.func) or ""
        if not name.startswith("datetime.datetime") or call in zoned:
            continue
        method = name.removeprefix("datetime.datetime")
        if method == ".utcfromtimestamp":
            yield module.fault(call, "utcfromtimestamp gives a moment without a zone")
        elif method in position and not (
            len(call.args) >= position[method] or any(given.arg == keyword_of[method] for given in call.keywords)
        ):
            yield module.fault(call, f"datetime{method}() without a zone")


def bare_atomic(module: Module) -> Iterator[Fault]:
    """Peewee's `atomic()` begins deferred and meets "database is locked" when it turns into a write."""
    for call in module.calls():
        if isinstance(call.func, ast.Attribute) and call.func.attr == "atomic" and not call.args:
            yield module.fault(call, "bare .atomic(); write inside db.write()")


def truth_in_where(module: Module) -> Iterator[Fault]:
    """Chained comparisons, `and`, `or`, `not`, `in` ask Python for a truth value: half of the condition is lost."""
    for call in module.calls():
        if not isinstance(call.func, ast.Attribute) or call.func.attr not in {"where", "orwhere", "having"}:
            continue
        for argument in call.args:
            for node in ast.walk(argument):
                if isinstance(node, ast.Compare) and len(node.ops) > 1:
                    yield module.fault(node, "chained comparison inside .where(); write two with &")
                elif isinstance(node, ast.BoolOp | ast.Not):
                    yield module.fault(call, "and/or/not inside .where(); write & | ~")
                elif isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn | ast.Is | ast.IsNot):
                    yield module.fault(node, "in/is inside .where(); write .in_() or .is_null()")


def line_budget(module: Module) -> Iterator[Fault]:
    """A file stays within what one can hold in mind."""
    lines = module.text.count("\n")
    if lines > LINE_BUDGET:
        yield module.fault(LINE_BUDGET, f"{lines} lines; split it by meaning (budget {LINE_BUDGET})")


def promises(module: Module) -> Iterator[Fault]:
    """Every public module, class and function opens with its promise. Qt's overrides (camelCase) keep Qt's."""
    if not ast.get_docstring(module.tree):
        yield module.fault(1, "module without a docstring")
    pending: list[ast.AST] = [module.tree]
    while pending:
        for node in ast.iter_child_nodes(pending.pop()):
            if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) or node.name.startswith("_"):
                continue
            is_class = isinstance(node, ast.ClassDef)
            if is_class:
                pending.append(node)
            override = not is_class and (node.name != node.name.lower() or _is_override(node))
            if not override and not ast.get_docstring(node):
                yield module.fault(node, f"{node.name} without a docstring")


def _is_override(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    names = {item.attr if isinstance(item, ast.Attribute) else getattr(item, "id", "") for item in node.decorator_list}
    return bool(names & {"override", "overload", "setter"})


def broad_except(module: Module) -> Iterator[Fault]:
    """Faults are caught by name. Who catches everything passes it on, or is one of the three places that may not."""
    for node in module.nodes:
        if not isinstance(node, ast.ExceptHandler):
            continue
        kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
        broad = any(kind is None or (isinstance(kind, ast.Name) and kind.id in _BROAD) for kind in kinds)
        if broad and not _passes_on(node.body[-1]):
            yield module.fault(node, "catches everything and keeps it")


def _passes_on(last: ast.stmt) -> bool:
    """Whether a handler ends by raising, or by handing the exception to the thread that waits for the result."""
    if isinstance(last, ast.Expr) and isinstance(last.value, ast.Call):
        return isinstance(last.value.func, ast.Attribute) and last.value.func.attr == "set_exception"
    return isinstance(last, ast.Raise)


def window_only_reads(module: Module) -> Iterator[Fault]:
    """The window changes nothing but through jobs.tasks (contract 9 sees the imports, this the calls)."""
    if not module.path.startswith("reengage_desktop/ui/"):
        return
    for call in module.calls():
        name = module.dotted(call.func) or ""
        stored = _STORED.match(name)
        if _WRITES.search(name) or (stored and not _READS.match(stored["function"])):
            yield module.fault(call, f"{name} writes; let a task of jobs.tasks do it")


def unfinished(module: Module) -> Iterator[Fault]:
    """What is in the tree is done."""
    for token in tokenize.generate_tokens(io.StringIO(module.text).readline):
        if token.type == tokenize.COMMENT and (found := _UNFINISHED.search(token.string)):
            yield module.fault(token.start[0], f"unfinished: {found.group()}")
        elif token.type == tokenize.NAME and token.string == "NotImplementedError":
            yield module.fault(token.start[0], "unfinished: NotImplementedError")


def honest_tests(module: Module) -> Iterator[Fault]:
    """Tests hand fakes in instead of patching, wait for facts (in a loop) instead of sleeping, and can fail."""
    polling = {id(node) for loop in module.nodes if isinstance(loop, ast.While) for node in ast.walk(loop)}
    for node in module.nodes:
        if isinstance(node, ast.arg) and node.arg in {"monkeypatch", "mocker"}:
            yield module.fault(node, f"{node.arg}; hand a fake in")
        elif isinstance(node, ast.Import | ast.ImportFrom) and any(
            "mock" in name for name in [getattr(node, "module", None) or "", *(alias.name for alias in node.names)]
        ):
            yield module.fault(node, "mock; hand a fake in")
        elif isinstance(node, ast.Attribute) and module.dotted(node) in _WAYS_OUT and id(node) not in polling:
            yield module.fault(node, f"{module.dotted(node)} in a test")
        elif isinstance(node, ast.Assert) and isinstance(node.test, ast.Constant):
            yield module.fault(node, "an assertion that can't fail")
