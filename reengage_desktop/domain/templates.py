"""Templates and their text files: headers, an empty line, the body (cli.md)."""

from dataclasses import dataclass, replace

from reengage_desktop.domain import templating
from reengage_desktop.domain.templating import Problem
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName

CAMPAIGN_TYPES = (*(str(each) for each in CampaignType), "winback", "followup", "promotional", "feedback")
LANGUAGES = ("en", "de")
_HEADERS = ("name", "channel", "language", "campaign_type", "subject", "preheader", "provider_template")
_WITH_SUBJECT = frozenset({ChannelName.EMAIL, ChannelName.PUSH, ChannelName.WALLET})


@dataclass(frozen=True)
class Template:
    """What one kind of message says on one channel in one language.

    `campaign_type` None: for no automatic campaign by itself. `subject` is an e-mail's subject, a push message's title
    or a pass's header. `provider_template` is the name under which WhatsApp approved it; free words
    without one go there only to who wrote within 24 hours. `version` 0: ships with the
    program.
    """

    name: str
    channel: ChannelName
    body: str
    language: str = "en"
    campaign_type: str | None = None
    subject: str | None = None
    preheader: str | None = None
    provider_template: str | None = None
    version: int = 0

    @property
    def is_built_in(self) -> bool:
        """Whether it ships with the program and can't be changed."""
        return self.version == 0

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that is filled in."""
        return tuple(text for text in (self.subject, self.preheader, self.body) if text)


class TemplateFileFault(ValueError):
    """A template file that can't be read as one; the problem says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"Line {problem.line}: {problem.message} The template was not saved.")
        self.problem = problem


def parse(text: str) -> Template:
    """The template in a file's text; raises TemplateFileFault."""
    file = _read(text)
    problems = _file_problems(file)
    if problems:
        raise TemplateFileFault(problems[0])
    return _built(file)


def write(template: Template) -> str:
    """The template as a file's text, which `parse` reads back."""
    values = {name: getattr(template, name) for name in _HEADERS}
    head = "".join(f"{name}: {value}\n" for name, value in values.items() if value)
    return f"{head}\n{template.body}\n"


def check_file(text: str) -> list[Problem]:
    """Every fault of a template file with its line and column in the file."""
    file = _read(text)
    problems = _file_problems(file)
    if not problems:
        problems = [replace(problem, line=file.places["body"][0]) for problem in channel_problems(_built(file))]
    for part in ("subject", "preheader", "body"):
        source = file.values.get(part)
        for problem in templating.check(source) if source else ():
            line, column = file.places[part]
            shifted = problem.column + (column if problem.line == 1 else 0)
            problems.append(replace(problem, line=problem.line + line - 1, column=shifted))
    return sorted(problems, key=lambda problem: (problem.line, problem.column))


def check_template(template: Template) -> list[Problem]:
    """Every fault of a template, positions counted within the text concerned."""
    found = [problem for text in template.texts for problem in templating.check(text)]
    return found + channel_problems(template)


def channel_problems(template: Template) -> list[Problem]:
    """What the channel does not allow, whatever the fields."""
    problems = []
    if template.channel in _WITH_SUBJECT and not template.subject:
        problems.append(Problem(1, 1, f"A template for {template.channel} needs a subject.", "subject: …"))
    if template.channel is ChannelName.WHATSAPP and template.provider_template:
        problems += _whatsapp_problems(template)
    return problems


def _whatsapp_problems(template: Template) -> list[Problem]:
    """What an approved text may not be; one that names no approval is free, and goes only to who wrote lately."""
    body, problems = template.body.strip(), []
    if templating.has_tags(body):
        problems.append(Problem(1, 1, "WhatsApp's approved texts know fields only: “{% … %}” can't be used."))
    outer = templating.expand(body)
    if outer.startswith("{{") or outer.endswith("}}"):
        problems.append(Problem(1, 1, "Meta approves no text that begins or ends with a field."))
    return problems


@dataclass(frozen=True)
class _File:
    """What a file's lines say: values by their names, each with its line and the signs before it, and what is none.

    `end`: the line after the headers; `strange`: the lines among them that are none.
    """

    values: dict[str, str]
    places: dict[str, tuple[int, int]]
    end: int
    strange: list[int]


def _read(text: str) -> _File:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff").split("\n")
    values: dict[str, str] = {}
    places: dict[str, tuple[int, int]] = {}
    strange: list[int] = []
    at = 0
    while at < len(lines) and lines[at].strip():
        name, colon, value = lines[at].partition(":")
        key = name.strip().casefold()
        if colon and key in _HEADERS:
            values[key] = value.strip()
            places[key] = (at + 1, len(lines[at]) - len(value.lstrip()))
        else:
            strange.append(at + 1)
        at += 1
    values["body"] = "\n".join(lines[at + 1 :]).rstrip()
    places["body"] = (at + 2, 0)
    return _File(values, places, at + 1, strange)


def _file_problems(file: _File) -> list[Problem]:
    """What keeps a file from being a template, whatever its texts say; of strange lines only the first is told."""
    if file.strange:
        names = ", ".join(f"{each}:" for each in _HEADERS)
        problems = [Problem(file.strange[0], 1, f"A template file begins with lines such as {names}")]
    else:
        missing = (key for key in ("name", "channel") if not file.values.get(key))
        problems = [Problem(1, 1, f"The line “{key}:” is missing.", f"{key}: …") for key in missing]
    for key, noun, known in (
        ("channel", "channel", tuple(ChannelName)),
        ("campaign_type", "type of campaign", CAMPAIGN_TYPES),
    ):
        word = file.values.get(key)
        if word and word not in known:
            line, column = file.places[key]
            problems.append(Problem(line, column + 1, f"“{word}” is no {noun}.", ", ".join(known)))
    if not file.values["body"].strip():
        problems.append(Problem(file.end, 1, "There is no text after the empty line."))
    return sorted(problems, key=lambda problem: (problem.line, problem.column))


def _built(file: _File) -> Template:
    values = file.values
    return Template(
        name=values["name"],
        channel=ChannelName(values["channel"]),
        body=values["body"],
        language=values.get("language") or "en",
        campaign_type=values.get("campaign_type") or None,
        subject=values.get("subject") or None,
        preheader=values.get("preheader") or None,
        provider_template=values.get("provider_template") or None,
    )
