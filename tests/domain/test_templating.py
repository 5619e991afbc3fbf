"""Templates: filled in without surprises, and found out before anybody gets them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.domain import templating
from reengage_desktop.domain.fields import ALIASES, EXAMPLES, FIELDS
from reengage_desktop.domain.templating import MissingField, Problem, TemplateFault, check, render


def test_shorthand_and_liquid() -> None:
    """C15: `{name}` is short for `{{ name }}`, and both stand beside each other."""
    assert render("Hi {name}, {{ name | upcase }}! {% if city %}x{% endif %}", {"name": "Ann"}) == "Hi Ann, ANN! "
    assert render("{customer.first_name} {{ shop.name }}", {"first_name": "Ann", "business_name": "C"}) == "Ann C"


@pytest.mark.parametrize("empty", [None, "", "  ", "\n", [], ()])
def test_empty_is_missing(empty: object) -> None:
    """A9, promise 24: an empty or blank value is no value: "Hi ," never goes out."""
    with pytest.raises(MissingField) as caught:
        render("Hi {name},", {"name": empty})
    assert caught.value.field == "name"
    assert render('Hi {{ name | default: "there" }},', {"name": empty}) == "Hi there,"
    assert render("{% if name %}Hi{% else %}Hello{% endif %}", {"name": empty}) == "Hello"


@pytest.mark.parametrize("source", ["{{ name | upcase }}", "{% for p in name %}{% endfor %}", "{{ customer.name }}"])
def test_missing_wherever_it_is_used(source: str) -> None:
    """A9: a filter, a loop or a long name does not hide that a field is missing."""
    with pytest.raises(MissingField):
        render(source, {})


@given(value=st.text(st.characters(codec="utf-8", exclude_characters="\r")))
def test_values_are_never_evaluated(value: str) -> None:
    """C15: whatever a customer is called comes out as it is."""
    if value.strip():
        assert render("<{{ name }}>", {"name": value}) == f"<{value}>"
    assert render("{{ name }}", {"name": "{{ city }}{% if %}{city}"}) == "{{ city }}{% if %}{city}"


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("Hi {nme}", Problem(1, 5, "There is no field “nme”.", "name")),
        ('a\nHi {{ fist_name | default: "x" }}', Problem(2, 7, "There is no field “fist_name”.", "first_name")),
        ("{name} and {first_nam}", Problem(1, 13, "There is no field “first_nam”.", "first_name")),
        ("{{ customer.nam }}", Problem(1, 4, "There is no field “customer.nam”.", "customer.name")),
        ("a\n {% if name %}\nb", Problem(2, 2, "“{% if %}” is never closed.", "{% endif %}")),
        ("{% for p in name %}{% if name %}{% endfor %}", Problem(1, 20, "“{% if %}” is never closed.", "{% endif %}")),
        ("x {{ name", Problem(1, 3, "A “{{” is never closed.", "}}")),
        ("{{ name | upcse }}", Problem(1, 11, "There is no filter “upcse”.", "upcase")),
        ('{% include "x" %}', Problem(1, 4, "“{% include %}” can't be used here.", None)),
        ('{% render "x" %}', Problem(1, 4, "“{% render %}” can't be used here.", None)),
        ("{% for p in products %}{{ p.prize }}{% endfor %}", Problem(1, 27, "There is no field “p.prize”.", None)),
    ],
)  # fmt: skip
def test_problems_have_their_place(source: str, problem: Problem) -> None:
    """C15: every fault is found before sending, with its line, its column and what would be right."""
    assert check(source) == [problem]


def test_all_problems_at_once() -> None:
    """C15, promise 24: unknown fields are all told, in the order of the text."""
    assert [problem.line for problem in check("{one}\n{two}\n{name}\n{three}")] == [1, 2, 4]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("a\n{% if name %}\nHi {nme}, {{ city | upcse }}", [(2, 1, "{% if %}"), (3, 5, "nme"), (3, 21, "upcse")]),
        ("{% for p in products %}{{ p.prize }}{% if x %}", [(1, 1, "{% for %}"), (1, 37, "{% if %}"), (1, 43, "x")]),
        ("{% if name %}{% elsif nme %}", [(1, 1, "{% if %}"), (1, 23, "nme")]),
        ("x {{ name\n{nme}", [(1, 3, "{{"), (2, 2, "nme")]),
        ("{% raw %}{{ a }}{% if %}{% endraw %}{nme}{% endif %}", [(1, 38, "nme"), (1, 45, "{% endif %}")]),
        ("{% assign a = 1 %}{{ a }}{{ b }}{{ }}", [(1, 29, "b"), (1, 33, "")]),
        ("{% case name %}{% when nme %}", [(1, 1, "{% case %}"), (1, 24, "nme")]),
    ],
)  # fmt: skip
def test_a_text_that_can_not_be_read_is_told_in_full(source: str, told: list[tuple[int, int, str]]) -> None:
    """C15, cli.md: what is left open does not hide the unknown fields; the text's own names are none."""
    assert [
        (each.line, each.column, (each.message + "“”").split("“")[1].split("”")[0]) for each in check(source)
    ] == told


def test_a_field_too_many_has_its_place() -> None:
    """C15, promise 24: of more fields and tags than a text may have the first one too many is shown, and no other."""
    line = "{name} {{ city }} {% assign a = 1 %} { no } {{\n"
    at_most = line[:-4] * 166 + "{name}{name}\n"
    assert check(at_most) == []
    message = "The template has more than 500 fields and tags."
    assert check(at_most + "ab{name}" + line * 900) == [Problem(2, 3, message)]
    assert check("{{" * 10_000) == [Problem(1, 1001, message)]


def test_every_field_is_sound() -> None:
    """C15: each field and each long name may be named, and each has an example."""
    for name in FIELDS:
        assert check(f"{{% for x in {name} %}}{{% endfor %}}" if name == "products" else f"{{{name}}}") == []
    for alias, name in ALIASES.items():
        assert check(f"{{{{ {alias} }}}}") == []
        assert name in EXAMPLES


@pytest.mark.parametrize(
    "source",
    [
        "{% for i in (1..1000000000) %}x{% endfor %}",
        "{% for i in (1..99) %}{% for j in (1..99) %}{% for k in (1..99) %}x{% endfor %}{% endfor %}{% endfor %}",
        '{% assign a = "xxxxxxxxxx" %}' + "{% assign a = a | append: a %}" * 40 + "{{ a }}",
        "{% assign a = 9 %}" + "{% assign a = a | times: a %}" * 60 + "{{ a }}",
        '{{ "x" ' + '| replace: "x", "xxxxxxxxxxxxxxxxxxxx" ' * 12 + "}}",
        '{% capture a %}{% for i in (1..300) %}xxxxxxxxxx{% endfor %}{% endcapture %}{{ a | replace: "", a }}',
        "{% if true %}" * 3000 + "{% endif %}" * 3000,
        "x" * 30_000,
        "{{" * 10_000,
        "{%" * 10_000,
        "{{ 1 | divided_by: 0 }}",
    ],
)
def test_greedy_templates_are_stopped(source: str) -> None:
    """C15, promise 24: endless loops and huge outputs end within a second, found by the check, refused on rendering."""
    start = time.monotonic()
    assert check(source)
    with pytest.raises(TemplateFault):
        render(source, {})
    assert time.monotonic() - start < 2 * templating.CAP_S


def test_a_slow_template_is_stopped_by_its_second() -> None:
    """Promise 24: one that keeps every limit of size, and would go on for many seconds, ends at the cap and says so."""
    work = "| upcase | downcase " * 900
    source = (
        "{% capture a %}{% for i in (1..250) %}" + "x" * 390 + "{% endfor %}{% endcapture %}"
        "{% for i in (1..40) %}{{ a " + work + "| size }}{% endfor %}"
    )
    start = time.monotonic()
    with pytest.raises(TemplateFault, match="the template takes longer than a second"):
        render(source, {})
    assert templating.CAP_S <= time.monotonic() - start < 2 * templating.CAP_S


@given(source=st.text(alphabet="{}%| nameif\n\"'.:[]()<>1", max_size=60))
def test_any_text_is_judged(source: str) -> None:
    """C15: no text breaks the check, and what it finds sound can be filled in."""
    problems = check(source)
    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)
    if not problems:
        render(source, EXAMPLES)


def test_parameters_of_an_approved_text() -> None:
    """C12: the outputs in their order, and the text with numbers as Meta wants it."""
    body = 'Hi {first_name}, {{ city | default: "you" }}!'
    assert templating.outputs(body) == ["{{ first_name }}", '{{ city | default: "you" }}']
    assert templating.numbered(body) == "Hi {{1}}, {{2}}!"


def test_the_clock_is_not_reached() -> None:
    """C15: a template can't ask for the machine's time."""
    assert check('{{ "now" | date: "%Y" }}')
