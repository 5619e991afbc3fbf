"""Words, files and streams as nobody means them: one sentence, nothing damaged, nothing taken for something else."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reengage_desktop.__main__ import _window_folder
from reengage_desktop.cli.answers import Stage
from reengage_desktop.cli.main import main
from tests.command_line import CommandLine


class _Full(io.StringIO):
    """A stream on a full disk."""

    def write(self, text: str, /) -> int:
        raise OSError(28, "No space left on device")


def _start(cli: CommandLine, *words: object, given: bytes = b"", encoding: str = "utf-8:strict") -> tuple[int, str]:
    """A command as a program of its own, in a terminal of that encoding; its exit code and all that it said."""
    ended = subprocess.run(
        [sys.executable, "-m", "reengage_desktop", "--data-dir", str(cli.folder), *map(str, words)],
        input=given,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
        timeout=120,
    )
    return ended.returncode, (ended.stdout + ended.stderr).decode()


def test_a_name_does_not_take_the_terminal_over(cli: CommandLine, tmp_path: Path) -> None:
    """Promise 23: who typed her name into a web shop's form does not steer the owner's terminal."""
    (tmp_path / "people.csv").write_bytes("customer_id,name\nc1,A\x1b]0;owned\x07nn\u202elia\x9b2J\n".encode())
    cli.ask("import", "customers", tmp_path / "people.csv")
    for words in (["customers", "list"], ["customers", "show", "c1"], ["explain", "c1"]):
        said = cli.run(*words)
        assert not set("\x1b\x07\x9b\u202e") & set(said.out + said.err), words
    said = cli.run("--json", "customers", "show", "c1")
    assert not set("\x7f\x9b\u202e") & set(said.out)
    assert "\x9b2J" in cli.ask("customers", "show", "c1")["name"], "a program is told all of it"
    told = cli.run("templates", "show", "\x1b[2J").err
    assert "\x1b" not in told


def test_an_answer_needs_no_stderr(cli: CommandLine) -> None:
    """Promise 12: whether stderr can be written decides neither the exit code nor the one document on stdout."""
    for words, code in ((["nonsense"], 2), (["customers", "show", "nobody"], 1)):
        out = io.StringIO()
        stage = Stage(io.StringIO(), out, _Full(), cli.clock, lambda: cli.secrets)
        assert main(["--data-dir", str(cli.folder), "--json", *words], stage) == code
        assert out.getvalue().startswith('{"error": "')


def test_help_and_version_are_documents_too(cli: CommandLine) -> None:
    """D5: with --json there is one JSON document on stdout, whatever was asked."""
    assert set(cli.ask("--version")) == {"version"}
    assert "usage: " in cli.ask("queue", "--help")["help"]


@pytest.mark.parametrize("number", ["1_0", "\u0661", " 1", "+1", "9" * 30])
def test_a_message_is_named_by_plain_digits(cli: CommandLine, number: str) -> None:
    """D5: what looks like a number in some other way must not drop message 10 in place of message 1."""
    assert cli.run("queue", "drop", number).code == 2


def test_a_page_is_a_plain_number(cli: CommandLine) -> None:
    """D5: the sentence names the rule, not a function of the program."""
    for number in ("²", "9" * 5000, "1000001"):
        said = cli.run("queue", "--limit", number)
        assert (said.code, "from 1 to 1000000" in said.err) == (2, True)


def test_a_script_speaks_utf_8(cli: CommandLine) -> None:
    """D5: what is piped in is read as UTF-8, with or without its mark, whatever the terminal's code page is."""
    group = '{"name": "Zoë", "criteria": {"all": []}}'.encode()
    for given in (group, b"\xef\xbb\xbf" + group):
        code, said = _start(cli, "groups", "save", "--json", given=given, encoding="cp1252")
        assert (code, '"Zoë"' in said) == (0, True)
    for words in (["send", "--payload", "-"], ["groups", "save"]):
        code, said = _start(cli, *words, given=b'{"name": "Zo\xeb"}')
        assert (code, "no UTF-8 text" in said) == (1, True)


def test_a_text_in_another_encoding_is_not_spoilt(cli: CommandLine, tmp_path: Path) -> None:
    """C1: a script for calls that isn't UTF-8 is refused; it must not be spoken with holes in it."""
    file = tmp_path / "call.json"
    text = '{"name": "Café", "campaign_type": "winback", "outreach_method": "call", "call_script": "Allô {name}"}'
    file.write_bytes(text.encode("cp1252"))
    assert "no UTF-8 text" in cli.refused("campaigns", "create", "--file", file)
    assert all(each["automatic"] for each in cli.ask("campaigns", "list")["campaigns"])


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_what_has_no_end_is_not_read_to_it(cli: CommandLine, tmp_path: Path) -> None:
    """Promise 12: a device or a pipe says nothing of its size; memory is not what finds out."""
    (tmp_path / "people.csv").write_text("customer_id\nc1\n")
    for words in (
        ["campaigns", "create", "--file", "/dev/zero"],
        ["templates", "check", "/dev/zero"],
        ["import", "customers", tmp_path / "people.csv", "--mapping", "/dev/zero"],
    ):
        assert "too large" in cli.refused(*words)


def test_a_group_is_called_by_a_text(cli: CommandLine) -> None:
    """C14: a list is no name."""
    assert "“name” must be" in cli.refused("groups", "save", given='{"name": ["a"], "criteria": {"all": []}}')


@pytest.mark.parametrize("name", ["rot13", "base64", "undefined"])
def test_what_is_no_encoding_of_text(cli: CommandLine, tmp_path: Path, name: str) -> None:
    """Promise 20: Python knows codecs that make no text of bytes; none of them is how a file writes its letters."""
    (tmp_path / "people.csv").write_text("customer_id\nc1\n")
    assert "is no encoding" in cli.refused("import", "customers", tmp_path / "people.csv", "--encoding", name)


@pytest.mark.parametrize("channels", ["", ",", " "])
def test_a_consent_to_no_channel_is_none(cli: CommandLine, tmp_path: Path, channels: str) -> None:
    """C18: who states that everybody agreed hears that no channel was named, in place of an import without it."""
    (tmp_path / "people.csv").write_text("customer_id\nc1\n")
    assert "names no channel" in cli.refused("import", "customers", tmp_path / "people.csv", "--consent", channels)


@pytest.mark.parametrize(
    "words",
    [
        ["--date-order", "dmy"], ["--country", "AT"], ["--currency", "EUR"], ["--encoding", "cp1252"], ["--fresh"],
        ["--filled", "file"], ["--dry-run"], ["--mapping", "x.json"],
    ],
)  # fmt: skip
def test_a_followed_folder_takes_nothing_that_it_would_not_heed(cli: CommandLine, words: list[str]) -> None:
    """Promise 20: a stated order of dates must not be left aside without a word."""
    assert f"takes no {words[0]}:" in cli.refused("import", "orders", "no-folder", "--follow", *words)


def test_an_export_never_writes_over_the_shop(cli: CommandLine, tmp_path: Path) -> None:
    """Promise 13: neither the database nor a copy of it nor the ledger is a place to save a list in."""
    cli.ask("customers", "list")
    (tmp_path / "people.csv").write_text("customer_id,name\nc1,Ann\n")
    cli.ask("import", "customers", tmp_path / "people.csv")
    cli.ask("campaigns", "create", "--file", "-", given=_CAMPAIGN)
    for words in (["customers", "export", "c1"], ["campaigns", "export", 6], ["privacy", "receipt"]):
        for name in ("shop.db", "refusals.ledger", "folder.json"):
            before = (cli.folder / name).read_bytes()
            assert "shop's own folder" in cli.refused(*words, "--out", cli.folder / name)
            assert (cli.folder / name).read_bytes() == before
        file = tmp_path / "list"
        assert cli.ask(*words, "--out", file)["file"] == str(file)
        cli.ask(*words, "--out", file)


_CAMPAIGN = '{"name": "Hello", "campaign_type": "winback", "outreach_method": "call", "call_script": "Hello {name}"}'


@pytest.mark.parametrize("name", ["~nobody-of-that-name/shop", "loop"])
def test_a_folder_that_can_not_be(tmp_path: Path, name: str) -> None:
    """D5: an unknown home, or a link that leads to itself, is said as such."""
    (tmp_path / "loop").symlink_to("loop")
    out, err = io.StringIO(), io.StringIO()
    folder = name if name.startswith("~") else str(tmp_path / name)
    assert main(["--data-dir", folder, "queue"], Stage(io.StringIO(), out, err)) == 1
    assert folder in err.getvalue()
    assert not Path(name).exists()


def test_an_empty_folder_name_opens_no_window_here() -> None:
    """D1: a script's unset variable must not make a shop of wherever the program was started."""
    assert _window_folder(["--data-dir", ""]) is None
    assert _window_folder(["--data-dir= ", "--background"]) is None
    assert _window_folder(["--data-dir", "x", "--background"]) == (Path("x"),)


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
def test_the_end_of_input_at_the_prompt_saves_nothing(cli: CommandLine) -> None:
    """D1: Ctrl+D at the hidden prompt is an empty secret."""
    import pty  # noqa: PLC0415 - Windows has none

    words = ["--data-dir", str(cli.folder), "credentials", "set", "smtp", "password"]
    program = (
        "import sys\nfrom reengage_desktop.cli.answers import Stage\nfrom reengage_desktop.cli.main import main\n"
        "from reengage_desktop.credentials import MemorySecrets\n"
        f"sys.exit(main({words!r}, Stage(secrets=MemorySecrets)))"
    )
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", program], stdin=theirs, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stderr is not None
    process.stderr.read(1)  # the prompt
    os.write(ours, b"\x04")
    said = process.communicate(timeout=60)[1]
    os.close(ours)
    os.close(theirs)
    assert "The secret is empty. Nothing was saved" in said
