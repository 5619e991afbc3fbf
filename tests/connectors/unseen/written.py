"""Cases written as text: the file as it is, and under it what a person read in it."""

from collections.abc import Iterator
from pathlib import Path

from tests.connectors.unseen.case import Case

_SAID: dict[str, bool | None] = {"-": None, "yes!": True, "no!": False}
"""How nothing and the two answers are written."""

_ENDS = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}


def cases_in(name: str) -> tuple[Case, ...]:
    """The cases of a text file beside this module.

    Each begins with `### name | kind | country` and, where there are any, `| preset=…`, `file=…`, `encoding=…`,
    `rejected=4,5`, `questions=1`, `bad=1`, `ends=crlf` or `ends=cr`. Under a line `--->` stand the fields and each
    record's values, between bars, or `refused:` and a part of the sentence. The parts of a list (tags) have a plus
    between them.
    """
    text = (Path(__file__).parent / name).read_text("utf-8")
    return tuple(_case(block) for block in text.removeprefix("### ").split("\n### "))


def _case(block: str) -> Case:
    head, _, rest = block.partition("\n")
    name, kind, country, *options = (part.strip() for part in head.split("|"))
    told = dict(option.split("=", 1) for option in options)
    content, _, read = rest.partition("\n--->\n")
    read = read.strip()
    refused = read.removeprefix("refused:").strip() if read.startswith("refused:") else ""
    return Case(
        name,
        kind,
        (content + "\n").replace("\n", _ENDS[told.get("ends", "lf")]),
        country=country,
        encoding=told.get("encoding", "utf-8"),
        file_name=told.get("file", "list.csv"),
        preset=told.get("preset"),
        refused=refused,
        rejected=[int(line) for line in told.get("rejected", "").split(",") if line],
        questions=int(told.get("questions", 0)),
        bad_cells=int(told.get("bad", 0)),
        values={} if refused else dict(_columns(read)),
    )


def _columns(read: str) -> Iterator[tuple[str, list[str | bool | None]]]:
    fields, *rows = (line.split("|") for line in read.split("\n"))
    for at, field in enumerate(fields):
        cells = [row[at].replace("+", "|") if field == "tags" else row[at] for row in rows]
        yield field, [_SAID.get(cell, cell) for cell in cells]
