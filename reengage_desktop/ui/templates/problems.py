"""What is wrong with a text, in the owner's language: the checks say it in English, her words in quotes."""

import re

from reengage_desktop.domain.templating import Problem
from reengage_desktop.ui.wording import translate


def problem_sentence(problem: Problem) -> str:
    """The sentence for a problem."""
    return _in_own_words(problem.message)


def fault_sentence(text: str) -> str:
    """Why a text can't be filled in for somebody."""
    return _in_own_words(text)


def _in_own_words(text: str) -> str:
    for pattern, sentence in known_sentences():
        found = re.fullmatch(pattern, text, re.DOTALL)
        if found is not None:
            return sentence.replace("{0}", found[1]) if found.groups() else sentence
    return text


def known_sentences() -> tuple[tuple[str, str], ...]:
    """The English sentences as patterns, each with the owner's."""
    return (
        (r"There is no field “(.*)”\.", translate("Problems", "There is no field “{0}”.")),
        (r"There is no filter “(.*)”\.", translate("Problems", "There is no filter “{0}”.")),
        (r"“(\{% .* %\})” is never closed\.", translate("Problems", "“{0}” is never closed.")),
        (r"“(\{% .* %\})” can't be used here\.", translate("Problems", "“{0}” can't be used here.")),
        (r"A “\{\{” is never closed\.", translate("Problems", "A “{{” is never closed.")),
        (r"This can't be read: (.*)\.", translate("Problems", "This can't be read: {0}.")),
        (r"The template does too much: (.*)\.", translate("Problems", "The text does too much: {0}.")),
        (r"The template can't be filled in: (.*)\.", translate("Problems", "The text can't be filled in: {0}.")),
        (r"The template is longer than (\d+) characters\.", translate("Problems", "It is longer than {0} signs.")),
        (
            r"The template has more than (\d+) fields and tags\.",
            translate("Problems", "It has more than {0} fields and commands."),
        ),
        (r"A template for \w+ needs a subject\.", translate("Problems", "It needs a subject.")),
        (
            r"WhatsApp's approved texts know fields only: .*",
            translate("Problems", "WhatsApp's approved texts know fields only, no “{% … %}”."),
        ),
        (
            r"Meta approves no text that begins or ends with a field\.",
            translate("Problems", "Meta approves no text that begins or ends with a field."),
        ),
        (
            r"The template needs “(.*)”, which is empty for this customer\.",
            translate(
                "Problems",
                '“{0}” is empty for this customer, who would be left out. Give it words to stand in: | default: "…"',
            ),
        ),
    )
