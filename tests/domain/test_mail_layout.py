"""E-mails: the same text twice, as a table and plain, with nothing of a customer's taken for markup."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.domain import mail_layout, templating
from reengage_desktop.domain.mail_layout import Footer, lay_out, shielded

FOOTER = Footer("Corner & Shop", "1 High Street\nLeeds", "stop@example.com", "en")


class Reader(HTMLParser):
    """Gathers the tags, the links and the text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str | None] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name in {"href", "src"}]

    def handle_data(self, data: str) -> None:
        self.text += data


def page(body: str, **values: str) -> tuple[Reader, str]:
    html, text = lay_out(templating.render(body, shielded(values)), FOOTER, subject="S", preheader=None)
    reader = Reader()
    reader.feed(html)
    return reader, text


def test_blocks() -> None:
    """C10: titles, lists, offers, buttons and links in both forms."""
    body = "# Title\n\nHi **Ann**, [look](https://a.example.com)\n\n- one\n- two\n\n> Offer\n\n---\n\n[Go](https://b.example.com/x?a=1&b=2)"
    reader, text = page(body)
    assert {"h1", "ul", "li", "strong", "hr"} <= set(reader.tags)
    assert reader.links[:2] == ["https://a.example.com", "https://b.example.com/x?a=1&b=2"]
    assert text.startswith("Title\n\nHi Ann, look: https://a.example.com\n\n- one\n- two\n\nOffer")


def test_footer() -> None:
    """C18: who writes, from where, and how to stop it, in both forms."""
    reader, text = page("Hi")
    for form in (reader.text, text):
        assert "Corner & Shop" in form
        assert "1 High Street" in form
        assert "Leeds" in form
        assert "unsubscribe" in form
        assert "stop@example.com" in form
    assert reader.links == ["mailto:stop@example.com?subject=unsubscribe"]


@given(st.text(alphabet="ab #*[](){}<>&\"'/:._-`\n%=", min_size=1, max_size=40).filter(lambda text: text.strip()))
def test_names_are_shown_as_they_are(name: str) -> None:
    """A9, C15: HTML, template syntax and our own signs in a name are text in both forms, wherever it stands."""
    plain, _ = page("{name}\n\nHi **{name}**,\n{name}\n\n- {name}\n\n> {name}", name="x")
    reader, text = page("{name}\n\nHi **{name}**,\n{name}\n\n- {name}\n\n> {name}", name=name)
    assert reader.tags == plain.tags
    assert reader.links == plain.links
    shown = name.replace("\n", " ").strip()
    assert shown in reader.text
    assert shown in text


def test_only_honest_links() -> None:
    """C15: a link goes to the web or to a mailbox; anything else stays text."""
    reader, _ = page("[x](javascript:alert(1)) [y]({name}) [z](data:text/html,x)", name="javascript:alert(1)")
    assert reader.links == ["mailto:stop@example.com?subject=unsubscribe"]


@pytest.mark.parametrize("sign", ["\u202e", "\u202d", "\u2067", "\u2069"])
def test_a_name_turns_no_writing_round(sign: str) -> None:
    """23: a sign in a name that reverses the direction of writing is left out of every form of the mail."""
    assert mail_layout.plain_value(f"Ann{sign} Lee") == "Ann Lee"
    assert mail_layout.unshielded(mail_layout.shielded(f"Ann{sign} Lee")) == "Ann Lee"
