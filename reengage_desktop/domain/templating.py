"""Fills templates with one customer's values, and finds what is wrong with a template before anybody gets it.

Liquid without files and without surprises: limits on loops, output and time, a field that is empty or unknown is a
fault and never an empty place, values are text and never evaluated. `{name}` is short for `{{ name }}`.
"""

import difflib
import re
import time
from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache, wraps
from itertools import islice
from typing import Any

from liquid import BoundTemplate, Environment, Mode, StrictDefaultUndefined
from liquid.exceptions import LiquidError, ResourceLimitError, UndefinedError, UnknownFilterError

from reengage_desktop.domain.fields import ALIASES, EXAMPLES, FIELDS, is_known, with_aliases

LONGEST_SOURCE = 20_000
MOST_PIECES = 500
"""So many fields and tags a template may have: whoever reads it looks for the end of each as far as the text goes."""
LONGEST_OUTPUT = 100_000
CAP_S = 1.0
_LARGEST_NUMBER = 10**15

_SHORTHAND = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|(?<!\{)\{([A-Za-z_][\w.]*)\}", re.DOTALL)
_OPENING = re.compile(r"\{[{%]|\{(?=[A-Za-z_])")
_TAG = re.compile(r"\{%-?\s*(\w+)")
_PIECE = re.compile(r"\{\{(?:(?!\{[{%]).)*?(?:\}\}|(?=\{[{%]|\Z))|\{%-?\s*(\w*).*?%\}", re.DOTALL)
_QUOTED = re.compile(r"\{%-?\s*(comment|raw)\s*-?%\}.*?\{%-?\s*end\1\s*-?%\}", re.DOTALL)
_NAMING = re.compile(r"\{%-?\s*(?:for|tablerow|assign|capture)\s+(\w+)")
_OUTPUT = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_UNDEFINED = re.compile(r"^'?([\w.\[\]\"' -]+?)'? is undefined")
_BLOCKS = frozenset({"if", "unless", "for", "case", "capture", "comment", "tablerow", "ifchanged", "raw", "doc"})
_CLOSED = frozenset({"include", "render", "extends", "block", "increment", "decrement", "liquid", "doc"})
_INNER = {
    "elsif": ("{% if true %}", "{% endif %}"),
    "when": ("{% case 1 %}", "{% endcase %}"),
    "else": ("{% if true %}", "{% endif %}"),
}
"""What stands around a tag that is found only inside a block."""
_FILTERS = frozenset(
    "abs append at_least at_most capitalize ceil compact concat default divided_by downcase first floor join last "
    "lstrip map minus modulo plus prepend remove remove_first replace replace_first reverse round rstrip size slice "
    "sort split squish strip strip_html strip_newlines times truncate truncatewords uniq upcase url_encode "
    "where".split()
)


_TOO_MANY = f"The template has more than {MOST_PIECES} fields and tags."


class TemplateFault(ValueError):
    """A template that can't be filled for anybody; the text is a sentence."""


class MissingField(Exception):
    """The template needs a field that this customer does not have."""

    def __init__(self, field: str) -> None:
        super().__init__(f"The template needs “{field}”, which is empty for this customer.")
        self.field = field


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with a template: where (line and column from 1), what, and what would be right."""

    line: int
    column: int
    message: str
    suggestion: str | None = None


class _Undefined(StrictDefaultUndefined):
    """A field without a value: `default:` and `if` may ask about it, anything else is a fault."""

    allowed_properties = StrictDefaultUndefined.allowed_properties | {"__bool__", "__class__", "__liquid__"}

    def __bool__(self) -> bool:
        return False

    def __liquid__(self) -> object:
        return None


class _Environment(Environment):
    context_depth_limit = 20
    loop_iteration_limit = 300
    local_namespace_limit = LONGEST_OUTPUT
    output_stream_limit = LONGEST_OUTPUT


class _TooMuch(LiquidError):
    """A filter made something huge, or the template took too long."""


_deadline: ContextVar[float] = ContextVar("deadline", default=float("inf"))
"""When the rendering under way must be done."""


def _guarded(filter_: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(filter_)
    def run(value: Any, *args: Any, **kwargs: Any) -> Any:
        if time.monotonic() > _deadline.get():
            raise _TooMuch("the template takes longer than a second", token=None)
        texts = [each for each in (value, *args) if isinstance(each, str)]
        if len(texts) == 3 and len(texts[0]) * len(texts[2]) > LONGEST_OUTPUT * 100:
            raise _TooMuch("a replacement makes the text too long", token=None)
        result = filter_(value, *args, **kwargs)
        too_long = isinstance(result, str | list) and len(result) > LONGEST_OUTPUT
        if too_long or (isinstance(result, int) and abs(result) > _LARGEST_NUMBER):
            raise _TooMuch("a filter makes something too large", token=None)
        return result

    return run


def _environment() -> Environment:
    env = _Environment(undefined=_Undefined, tolerance=Mode.STRICT, strict_filters=True)
    env.filters = {name: _guarded(run) for name, run in env.filters.items() if name in _FILTERS}
    for name in _CLOSED:
        env.tags.pop(name, None)
    return env


_ENVIRONMENT = _environment()


def expand(source: str) -> str:
    """The source with every `{name}` written out as `{{ name }}`; one with too many of them stays as it is."""
    if _first_too_many(source) is not None:
        return source
    return _SHORTHAND.sub(lambda found: f"{{{{ {found[1]} }}}}" if found[1] else found[0], source)


def outputs(source: str) -> list[str]:
    """Every `{{ … }}` of the source in order, shorthand written out: what fills an approved WhatsApp template."""
    return _OUTPUT.findall(expand(source))


def numbered(source: str) -> str:
    """The source as Meta wants it for approval: the n-th output is `{{n}}`."""
    numbers = iter(range(1, 1000))
    return _OUTPUT.sub(lambda _found: f"{{{{{next(numbers)}}}}}", expand(source))


def has_tags(source: str) -> bool:
    """Whether the source holds anything but text and outputs."""
    return _TAG.search(source) is not None


@lru_cache(maxsize=512)
def _compiled(source: str) -> BoundTemplate:
    if len(source) > LONGEST_SOURCE:
        raise TemplateFault(f"The template is longer than {LONGEST_SOURCE} characters.")
    if _first_too_many(source) is not None:
        raise TemplateFault(_TOO_MANY)
    try:
        return _ENVIRONMENT.from_string(expand(source))
    except RecursionError:
        raise TemplateFault("The template's blocks are nested too deeply.") from None


def _first_too_many(source: str) -> int | None:
    """Where the first field or tag opens that is one too many, or None."""
    found = next(islice(_OPENING.finditer(source), MOST_PIECES, None), None)
    return None if found is None else found.start()


def render(source: str, values: Mapping[str, Any]) -> str:
    """The template filled in; raises MissingField for an empty field, TemplateFault where the template is at fault.

    `values` are fields by their names; empty ones count as missing. Whatever template syntax a value holds stays text.
    """
    try:
        return _fill(_compiled(source), with_aliases(values))
    except UndefinedError as fault:
        raise MissingField(_field_of(fault)) from None
    except (LiquidError, RecursionError, ArithmeticError) as fault:
        raise TemplateFault(f"The template can't be filled in: {_words(fault)}.") from None


def _fill(template: BoundTemplate, namespace: Mapping[str, Any]) -> str:
    _deadline.set(time.monotonic() + CAP_S)
    return template.render(**namespace)


@lru_cache(maxsize=512)
def fields_of(source: str) -> frozenset[str]:
    """The fields that a template names; raises TemplateFault where it can't be read."""
    try:
        analysis = _compiled(source).analyze()
    except LiquidError as fault:
        raise TemplateFault(f"The template can't be read: {_words(fault)}.") from None
    return frozenset(_path(each.segments) for found in analysis.globals.values() for each in found)


def check(source: str) -> list[Problem]:
    """Everything that is wrong with a template, in the order of its lines; an empty list when it is sound.

    Unknown fields are found also where a `default:` would hide them, and where the template can't be read as a whole.
    """
    too_many = _first_too_many(source)
    if too_many is not None:
        return [_problem_at(source, too_many, _TOO_MANY)]
    place = _Places(source)
    try:
        template = _compiled(source)
    except TemplateFault as fault:
        return [Problem(1, 1, str(fault))]
    except LiquidError as fault:
        problems = _problems_of_pieces(place, fault)
    else:
        problems = [*_unknown_fields(place, template), *_unknown_filters(place, template)]
        problems = problems or _trial(place, template)
    return sorted(problems, key=lambda problem: (problem.line, problem.column))


def _unknown_fields(place: "_Places | _Part", template: BoundTemplate, own: Collection[str] = ()) -> list[Problem]:
    """`own`: names that the template gives itself elsewhere."""
    problems = []
    for found in template.analyze().globals.values():
        for each in found:
            path = _path(each.segments)
            if not is_known(path) and str(each.segments[0]) not in own:
                message = f"There is no field “{path}”."
                problems.append(place.problem(each.span.index, message, _nearest_field(path)))
    return problems


@lru_cache(maxsize=512)
def _nearest_field(path: str) -> str | None:
    near = difflib.get_close_matches(path, [*FIELDS, *ALIASES], n=1, cutoff=0.5)
    return near[0] if near else None


def _unknown_filters(place: "_Places | _Part", template: BoundTemplate) -> list[Problem]:
    problems = []
    for name, spans in template.analyze().filters.items():
        if name not in _FILTERS:
            near = difflib.get_close_matches(name, sorted(_FILTERS), n=1, cutoff=0.5)
            message = f"There is no filter “{name}”."
            problems += [place.problem(span.index, message, near[0] if near else None) for span in spans]
    return problems


def _trial(place: "_Places", template: BoundTemplate) -> list[Problem]:
    """What goes wrong only when the template is filled in: tried with a made-up customer."""
    try:
        _fill(template, with_aliases(EXAMPLES))
    except UndefinedError as fault:
        return [place.problem(_index(fault), f"There is no field “{_field_of(fault)}”.", None)]
    except ResourceLimitError as fault:
        return [place.problem(_index(fault), f"The template does too much: {_words(fault)}.", None)]
    except (LiquidError, RecursionError, ArithmeticError) as fault:
        return [place.problem(_index(fault), f"The template can't be filled in: {_words(fault)}.", None)]
    return []


class _Places:
    """Finds lines and columns of the owner's text from positions in the text with the shorthand written out."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.shifts: list[tuple[int, int]] = []
        grown = 0
        for found in _SHORTHAND.finditer(source):
            if found[1]:
                self.shifts.append((found.start() + grown, found.start()))
                # What the shorthand stands for begins two signs later than it does in the owner's text.
                self.shifts.append((found.start() + grown + 3, found.start() + 1))
                grown += len(found[1]) + 6 - len(found[0])
                self.shifts.append((found.end() + grown, found.end()))

    def problem(self, index: int, message: str, suggestion: str | None) -> Problem:
        """A problem at a position of the expanded text."""
        return self.at(self._original(index), message, suggestion)

    def at(self, index: int, message: str, suggestion: str | None = None) -> Problem:
        """A problem at a position of the owner's text."""
        return _problem_at(self.source, index, message, suggestion)

    def _original(self, index: int) -> int:
        at = bisect_right(self.shifts, (index, len(self.source))) - 1
        return index if at < 0 else index - self.shifts[at][0] + self.shifts[at][1]


@dataclass(frozen=True)
class _Part:
    """A piece of the expanded text that begins at `start` and was read behind `before` signs that are not its own."""

    place: _Places
    start: int
    before: int

    def problem(self, index: int, message: str, suggestion: str | None) -> Problem:
        """A problem at a position of what was read."""
        return self.place.problem(self.start + max(0, index - self.before), message, suggestion)


def _problems_of_pieces(place: _Places, fault: LiquidError) -> list[Problem]:
    """What is wrong with a template that can't be read as a whole: every tag and output of it is read by itself."""
    open_blocks = [
        place.at(index, f"“{{% {name} %}}” is never closed.", f"{{% end{name} %}}")
        for index, name in _left_open(_blanked(place.source))
    ]
    text = _blanked(expand(place.source))
    own = {"forloop", "tablerowloop", *_NAMING.findall(text)}
    unread, unknown = list[Problem](), list[Problem]()
    for piece in _PIECE.finditer(text):
        name = piece[1] or ""
        if name.startswith("end"):
            continue
        before, after = _INNER.get(name, ("", f"{{% end{name} %}}" if name in _BLOCKS else ""))
        part = _Part(place, piece.start(), len(before))
        try:
            template = _ENVIRONMENT.from_string(before + piece[0] + after)
        except LiquidError as at_fault:
            unread.append(_syntax_problem(part, at_fault))
        else:
            unknown += [*_unknown_fields(part, template, own), *_unknown_filters(part, template)]
    if not _is_told(fault, open_blocks, unread):
        unread.append(_syntax_problem(place, fault))
    return list(dict.fromkeys([*open_blocks, *unread, *unknown]))


def _is_told(fault: LiquidError, open_blocks: list[Problem], unread: list[Problem]) -> bool:
    """Whether what kept the whole from being read has been found in a piece, or is a block left open."""
    words = _words(fault)
    if words.startswith(("expected tag end", "unexpected tag 'end", "unexpected end")):
        return bool(open_blocks)
    return bool(unread) and not words.startswith("unexpected tag")


def _syntax_problem(place: _Places | _Part, fault: LiquidError) -> Problem:
    words = _words(fault)
    tag = re.match(r"unexpected tag '(\w+)'", words)
    if tag:
        near = difflib.get_close_matches(tag[1], sorted(_ENVIRONMENT.tags), n=1, cutoff=0.6)
        message = f"“{{% {tag[1]} %}}” can't be used here."
        return place.problem(_index(fault), message, near[0] if near else None)
    if words.startswith("expected '}}'"):
        return place.problem(_index(fault), "A “{{” is never closed.", "}}")
    return place.problem(_index(fault), f"This can't be read: {words}.", None)


def _blanked(source: str) -> str:
    """The source with blanks for what is never filled in: comments and what is quoted as it stands."""
    return _QUOTED.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), source)


def _left_open(source: str) -> list[tuple[int, str]]:
    """The blocks that are opened and not closed, as (position, name)."""
    stack, left = list[tuple[int, str]](), list[tuple[int, str]]()
    for found in _TAG.finditer(source):
        name = found[1]
        if name in _BLOCKS:
            stack.append((found.start(), name))
        elif name.startswith("end") and any(each == name[3:] for _, each in stack):
            while (last := stack.pop())[1] != name[3:]:
                left.append(last)
    return [*left, *stack]


def _problem_at(source: str, index: int, message: str, suggestion: str | None = None) -> Problem:
    before = source[: max(0, index)]
    return Problem(before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1, message, suggestion)


def _path(segments: list[Any]) -> str:
    return ".".join(str(each) for each in segments)


def _index(fault: Exception) -> int:
    token = getattr(fault, "token", None)
    return max(0, token.start_index) if token is not None else 0


def _words(fault: Exception) -> str:
    if isinstance(fault, UnknownFilterError):
        return str(fault.args[0])
    return str(fault.args[0]) if fault.args else "it is nested too deeply"


def _field_of(fault: UndefinedError) -> str:
    found = _UNDEFINED.match(_words(fault))
    return found[1] if found else _words(fault)
