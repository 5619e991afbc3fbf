"""Template files are read with their places, written back, and the shipped ones are sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.domain import templates, templating, text_parts
from reengage_desktop.domain.fields import EXAMPLES
from reengage_desktop.domain.templates import Template, TemplateFileFault, check_file, parse, write
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName
from reengage_desktop.store.templates import built_ins

FILE = """name: spring
channel: email
language: en
subject: Hi {first_name}
preheader: News

Hello {{ customer_name }},

see you.
"""

WORST = {
    "business_name": "Corner Shop",
    "discount_code": "BACK-7KQ4M",
    "discount_percent": 10,
    "code_expires_on": "21 December 2026",
    "product_name": "Linen shirt",
    "product_price": "$49.00",
}


def test_file_is_read() -> None:
    """C15: headers, an empty line, the body."""
    template = parse(FILE)
    assert (template.name, template.channel, template.subject) == ("spring", ChannelName.EMAIL, "Hi {first_name}")
    assert template.body == "Hello {{ customer_name }},\n\nsee you."
    assert parse(write(template)) == template
    assert parse(FILE.replace("\n", "\r\n")) == template


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        (FILE.replace("{first_name}", "{frst_name}"), 4, 14, "frst_name"),
        (FILE.replace("customer_name }}", "customr_name }}"), 7, 10, "customr_name"),
        (FILE.replace("see you", "{% if name %}"), 9, 1, "never closed"),
        (FILE.replace("channel: email", "channel: fax"), 2, 10, "fax"),
        (FILE.replace("name: spring\n", ""), 1, 1, "name:"),
        (FILE.replace("language: en", "campaign_type: weekly"), 3, 16, "weekly"),
        (FILE.replace("language: en", "colour: red"), 3, 1, "begins with lines"),
        ("name: x\nchannel: sms\n\n", 3, 1, "no text"),
        ("name: x\nchannel: email\n\nHi", 4, 1, "subject"),
        ("name: x\nchannel: whatsapp\nprovider_template: y\n\n{% if name %}a{% endif %} b", 5, 1, "%"),
        ("name: x\nchannel: whatsapp\nprovider_template: y\n\n{name} hello", 5, 1, "begins or ends"),
    ],
)
def test_faults_have_their_place(text: str, line: int, column: int, words: str) -> None:
    """C15: line and column of the file, and the cause in words."""
    problem = check_file(text)[0]
    assert (problem.line, problem.column) == (line, column)
    assert words in problem.message


def test_every_fault_of_a_file_is_told() -> None:
    """C15, cli.md: a line that is none, a channel that is none, and in the texts what is open and what is unknown."""
    text = "channel: fax\ncolour: red\nsubject: Hi {frst_name}\n\nHello {{ cty }}\n{% if name %}\n{{ name | upcse }}\n"
    told = [(each.line, each.column, each.message.rpartition("“")[2]) for each in check_file(text)]
    assert told == [
        (1, 10, "fax” is no channel."),
        (2, 1, check_file(text)[1].message),
        (3, 14, "frst_name”."),
        (5, 10, "cty”."),
        (6, 1, "{% if %}” is never closed."),
        (7, 11, "upcse”."),
    ]
    assert "begins with lines" in told[1][2]
    with pytest.raises(TemplateFileFault, match="Line 1: “fax” is no channel"):
        parse(text)


@pytest.mark.parametrize("body", ["Hi {name}.", "{name}, hello", "Hi {% if name %}{{ name }}{% endif %}"])
def test_whatsapp_text_without_an_approval_is_free(body: str) -> None:
    """C12, issue 6: it may be written as the owner likes; that it goes to few is decided for each customer."""
    assert check_file(f"name: x\nchannel: whatsapp\n\n{body}\n") == []


@given(st.text(max_size=200))
def test_no_file_breaks_it(text: str) -> None:
    """C15: any file is a template or has a problem with a line, and both say the same."""
    problems = check_file(text)
    if problems and problems[0].message.startswith("A template file begins"):
        with pytest.raises(TemplateFileFault):
            parse(text)
    if not problems:
        parse(text)
    assert all(problem.line >= 1 for problem in problems)


def test_every_type_and_channel_is_there() -> None:
    """A1, C15: a text for each automatic type on each channel in both languages, and the campaign manager's two."""
    found = {(each.campaign_type, each.channel, each.language[:2]) for each in built_ins().values()}
    for language in ("en", "de"):
        for campaign_type in CampaignType:
            for channel in ChannelName:
                assert (campaign_type, channel, language) in found
        assert ("winback", ChannelName.CALL, language) in found
        assert ("followup", ChannelName.EMAIL, language) in found


@pytest.mark.parametrize("template", built_ins().values(), ids=lambda each: each.name)
def test_built_ins_are_sound(template: Template) -> None:
    """A9, C15: no fault; filled in for a customer of whom all or little is known, personal where it can be."""
    assert templates.check_template(template) == []
    for text in template.texts:
        assert templating.render(text, EXAMPLES).strip()
        assert templating.render(text, WORST).strip()
    everything = " ".join(templating.render(text, EXAMPLES) for text in template.texts)
    bare = " ".join(templating.render(text, WORST) for text in template.texts)
    assert "Ann" in everything
    assert " ," not in bare
    assert "{" not in bare


@pytest.mark.parametrize(
    "template",
    [each for each in built_ins().values() if each.channel in {ChannelName.SMS, ChannelName.WHATSAPP}],
    ids=lambda each: each.name,
)
def test_short_texts_say_how_to_stop(template: Template) -> None:
    """C18: the way out is in the text; a text message takes two parts at most."""
    text = templating.render(template.body, EXAMPLES)
    assert "STOP" in text
    if template.channel is ChannelName.SMS:
        found = text_parts.sms_parts(text_parts.plainer(text))
        assert found.parts <= 2
        assert found.is_gsm


@pytest.mark.parametrize(
    "template", [each for each in built_ins().values() if each.channel is ChannelName.CALL], ids=lambda each: each.name
)
def test_calls_say_what_they_are(template: Template) -> None:
    """C9: the first sentence says that a machine speaks, for whom, and how to stop it."""
    opening = templating.render(template.body, EXAMPLES).split("\n")[0]
    assert "Corner Shop" in opening
    assert any(word in opening for word in ("automated", "automatischer"))
    assert any(word in opening for word in ("stop", "Stopp"))
