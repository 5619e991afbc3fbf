"""Everything that is found out about a text while it is typed: its faults, how it reads, and what is worth a look."""

from dataclasses import dataclass

from reengage_desktop.domain import templating
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.stand_ins import StandIn
from reengage_desktop.domain.template_checks import Finding, look_over
from reengage_desktop.domain.templates import Template, channel_problems
from reengage_desktop.domain.templating import Problem
from reengage_desktop.engine.composing import CannotCompose, MissingField
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import templates as template_tasks

PARTS = ("subject", "preheader", "body")


@dataclass(frozen=True)
class Placed:
    """A problem and the part of the template that it is in."""

    part: str
    problem: Problem


@dataclass(frozen=True)
class Looked:
    """What a look at a text found. `content` None: it can't be filled for this customer, `fault` says why."""

    template: Template
    problems: tuple[Placed, ...]
    content: Content | None = None
    fault: str = ""
    findings: tuple[Finding, ...] = ()


def look(shop: Shop, template: Template, who: int | StandIn | None) -> Looked:
    """Looks at the text as one customer would read it; for a lane, because a loop in a text may take a second."""
    problems = tuple(find_problems(template))
    try:
        content = template_tasks.preview(shop, template, who).content
    except (MissingField, CannotCompose, LookupError) as fault:
        return Looked(template, problems, fault="" if problems else str(fault))
    return Looked(template, problems, content, findings=tuple(look_over(template, content, shop.settings())))


def find_problems(template: Template) -> list[Placed]:
    """Every fault of a template, each with its part, line and column."""
    found = [
        Placed(part, problem)
        for part in PARTS
        if (text := getattr(template, part))
        for problem in templating.check(text)
    ]
    return found + [Placed("body", problem) for problem in channel_problems(template)]
