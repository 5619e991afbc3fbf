"""Every command with its words. Who answers is named as text, and imported when asked."""

import argparse
import re
from collections.abc import Sequence
from typing import Any, NoReturn

from reengage_desktop import __version__

KINDS = ("customers", "orders", "products", "views", "enquiries", "wishlists", "optouts")
JOBS = ("process-campaigns", "check-back-in-stock", "check-price-drops", "send", "sync-status", "cleanup", "all")
CHANNELS = ("email", "sms", "whatsapp", "call", "wallet", "push")
SEGMENTS = ("all", "active", "inactive", "new", "one_time", "vip", "no_consent", "opted_out", "unreachable")
HAND_RESULTS = ("done", "interested", "no_answer", "not_now", "stop", "wrong_number")
STATES = ("pending", "held", "sending", "accepted", "rejected", "uncertain", "skipped", "cancelled")


RECIPIENT_STATES = (
    "pending", "queued", "sent", "delivered", "answered", "failed", "opted_out", "skipped", "cancelled", "uncertain",
)  # fmt: skip
_CAMPAIGN_ACTIONS = {
    "show": "one campaign",
    "edit": "change a campaign of your own",
    "review": "what a start would do now: who gets it, who does not and why",
    "start": "start a campaign of your own, at once or on its day",
    "pause": "pause a campaign",
    "resume": "let a campaign go on",
    "cancel": "stop a campaign of your own for good",
    "take-back": "undo a start before anything has left",
    "run": "run a campaign of your own now, with whoever is meant by now",
    "duplicate": "make a draft like it",
    "archive": "put a campaign of your own away",
    "unarchive": "bring it back into the list",
    "delete": "delete a campaign of which nothing went out",
    "recipients": "who is in a campaign of your own, and where each stands",
    "results": "what came of a campaign of your own",
    "export": "save the recipients of a campaign of your own as CSV",
}
_LONGEST_DAYS = 36_500
_MOST_DIGITS = 18
_MOST = 1_000_000
_LONG_ACTIONS = ("review", "start", "run")


class Usage(Exception):
    """The words are wrong (code 2), or help was asked for (code 0)."""

    def __init__(self, code: int, text: str, hint: str = "", data: dict[str, str] | None = None) -> None:
        super().__init__(text)
        self.code = code
        self.data = data
        self.text = text
        self.hint = hint


class _Parser(argparse.ArgumentParser):
    """Raises instead of printing and ending the process."""

    def error(self, message: str) -> NoReturn:
        """Wrong words."""
        raise Usage(2, message[:1].upper() + message[1:] + ".", f"See: {self.prog} --help")

    def print_help(self, file: Any = None) -> None:  # noqa: ARG002 - argparse's signature
        """Help was asked for."""
        raise Usage(0, self.format_help(), data={"help": self.format_help()})


class _Version(argparse.Action):
    def __call__(self, *_: Any, **__: Any) -> NoReturn:
        raise Usage(0, f"reengage-desktop {__version__}", data={"version": __version__})


def read_words(words: Sequence[str]) -> argparse.Namespace:
    """The parsed command; raises Usage."""
    arguments = build_parser().parse_args(words)
    if getattr(arguments, "handler", None) is None:
        raise Usage(2, "Name a command.", "See: reengage-desktop --help")
    return arguments


def build_parser() -> argparse.ArgumentParser:
    """The parser with every command."""
    parser = _Parser(
        prog="reengage-desktop",
        description="Notices who has stopped buying and writes to them. Without a command it opens the window.",
        allow_abbrev=False,
    )
    _add_common(parser, top=True)
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    parser.set_defaults(is_long=False, without_shop=False)
    group = parser.add_subparsers(metavar="COMMAND", title="commands", parser_class=_Parser)
    for add in (_daily, _messages, _people, _campaigns, _setting_up):
        add(_Commands(group))
    return parser


class _Commands:
    """Adds commands that all take the common options."""

    def __init__(self, group: "argparse._SubParsersAction[Any]") -> None:
        self._group = group

    def add(self, name: str, handler: str | None, text: str, **defaults: Any) -> argparse.ArgumentParser:
        """One command; `handler` is `module:function` in cli.commands."""
        command: argparse.ArgumentParser = self._group.add_parser(
            name, help=text, description=text[:1].upper() + text[1:] + ".", allow_abbrev=False
        )
        _add_common(command, top=False)
        if handler is not None:
            command.set_defaults(handler=handler, **defaults)
        return command

    def group(self, name: str, text: str, **defaults: Any) -> "_Commands":
        """A command that has commands of its own."""
        command = self.add(name, None, text, **defaults)
        return _Commands(command.add_subparsers(metavar="ACTION", required=True, parser_class=_Parser))


def _add_common(parser: argparse.ArgumentParser, *, top: bool) -> None:
    nothing: Any = None if top else argparse.SUPPRESS
    parser.add_argument("--data-dir", metavar="DIR", type=_folder, default=nothing, help="where the shop lives")
    parser.add_argument("--now", metavar="ISO8601", default=nothing, help="take this moment as the present")
    switch: Any = False if top else argparse.SUPPRESS
    parser.add_argument("--json", action="store_true", default=switch, help="one JSON document on stdout")


def _daily(commands: _Commands) -> None:
    demo = commands.add(
        "demo", "demo:demo", "build a lively sample shop in a folder of its own and show what came of it",
        without_shop=True, is_long=True,
    )  # fmt: skip
    demo.add_argument("--no-window", action="store_true", help="only print the figures")
    importing = commands.add("import", "imports:import_file", "bring in a file of the shop's system", is_long=True)
    importing.add_argument("kind", metavar="KIND", choices=KINDS, help=", ".join(KINDS))
    importing.add_argument("file", metavar="FILE", help="CSV, TSV or XLSX")
    importing.add_argument("--mapping", metavar="FILE", help='JSON: {"our_field": "Their Column"}')
    importing.add_argument("--date-order", choices=("dmy", "mdy", "ymd"), help="how the file writes dates")
    importing.add_argument(
        "--yes-means", metavar="WORD", action="append", default=[], help="a word that means yes in a column of consent"
    )
    importing.add_argument("--no-means", metavar="WORD", action="append", default=[], help="a word that means no there")
    importing.add_argument("--consent", metavar="CHANNELS", help="everyone in this file agreed, on these channels")
    importing.add_argument("--wording", metavar="TEXT", help="what they agreed to")
    importing.add_argument(
        "--filled",
        choices=("keep", "file", "newest"),
        help="whose word counts in fields that are filled: the shop's, the file's, or that of whichever is newer",
    )
    importing.add_argument("--country", metavar="CODE", help="where the file's phone numbers are from, such as AT")
    importing.add_argument("--currency", metavar="CODE", help="of amounts that name none, such as EUR")
    importing.add_argument("--encoding", metavar="NAME", help="how the file writes its letters, such as cp1252")
    importing.add_argument("--sheet", metavar="NAME", help="of a workbook, instead of the first one that is a list")
    importing.add_argument("--fresh", action="store_true", help="forget how a file with these columns was read before")
    importing.add_argument(
        "--follow", action="store_true", help="FILE is a folder: import what comes into it, until Ctrl+C"
    )
    importing.add_argument("--dry-run", action="store_true", help="only check the file")
    undo = commands.add("import-undo", "imports:undo", "take one import back", is_long=True)
    undo.add_argument("import_id", metavar="IMPORT_ID", type=_number)
    run = commands.add("run", "runs:run", "run a job now", is_long=True)
    run.add_argument("job", metavar="JOB", choices=JOBS, help=", ".join(JOBS))
    run.add_argument("--dry-run", action="store_true", help="decide, but change and send nothing")
    jobs = commands.group("jobs", "what runs by itself")
    jobs.add("list", "runs:list_jobs", "when each job last ran, how that ended, and when it runs next")
    analytics = commands.add("analytics", "results:analytics", "what the messages brought back")
    analytics.add_argument("--days", type=_days, default=30, metavar="N")


def _messages(commands: _Commands) -> None:
    send = commands.add("send", "results:send", "send one message now", is_long=True)
    send.add_argument("--payload", required=True, metavar="JSON", help="the payload of a send job; - reads stdin")
    queue = commands.add("queue", "queue:list_queue", "what waits to be sent, and what went wrong")
    queue.add_argument("--status", choices=STATES)
    queue.add_argument("--limit", type=_positive, default=50, metavar="N")
    actions = _Commands(queue.add_subparsers(metavar="ACTION", parser_class=_Parser))
    approve = actions.add("approve", "queue:approve", "let messages go that wait for approval")
    approve.add_argument("ids", metavar="ID", type=_number, nargs="*")
    approve.add_argument("--all", action="store_true")
    for name, text in (("drop", "take messages out"), ("retry", "try messages again")):
        actions.add(name, f"queue:{name}", text).add_argument("ids", metavar="ID", type=_number, nargs="+")
    resolve = actions.add("resolve", "queue:resolve", "say what became of messages of which nobody knows")
    resolve.add_argument("ids", metavar="ID", type=_number, nargs="+")
    resolve.add_argument("--as", dest="decision", choices=("sent", "again"), required=True)
    away = commands.add("while-off", "while_off:read", "what became due while the PC was off, and what is stale")
    away.add_argument("--since", metavar="MOMENT", help="instead of the moment when anything last ran")
    choices = _Commands(away.add_subparsers(metavar="ACTION", parser_class=_Parser))
    for name, text in (("send", "let messages go all the same"), ("skip", "take messages out")):
        choices.add(name, f"while_off:{name}", text).add_argument("ids", metavar="ID", type=_number, nargs="+")
    hands = commands.add("by-hand", "by_hand:read", "what waits for you to do it yourself")
    doing = _Commands(hands.add_subparsers(metavar="ACTION", parser_class=_Parser))
    doing.add("begin", "by_hand:begin", "begin one: call, write or post it yourself").add_argument(
        "id", metavar="ID", type=_number
    )
    doing.add("back", "by_hand:back", "you did not do it after all").add_argument("id", metavar="ID", type=_number)
    ended = doing.add("done", "by_hand:done", "say how one ended")
    ended.add_argument("id", metavar="ID", type=_number)
    ended.add_argument("--as", dest="result", choices=HAND_RESULTS, required=True)
    commands.add("pause", "queue:pause", "send nothing, by any process, until resume")
    commands.add("resume", "queue:resume", "let messages go again")
    history = commands.add("history", "results:history", "messages that went out, newest first")
    history.add_argument("--page", type=_positive, default=1, metavar="N")
    history.add_argument("--limit", type=_positive, default=50, metavar="N")
    history.add_argument("--from", dest="from_day", metavar="D", help="first day, such as 2026-11-01")
    history.add_argument("--to", dest="to_day", metavar="D", help="last day")


def _people(commands: _Commands) -> None:
    explain = commands.add("explain", "customers:explain", "why a customer would or would not get a message now")
    explain.add_argument("customer", metavar="CUSTOMER", help="phone, e-mail, or the shop's own id")
    view = commands.add("track-view", "customers:track_view", "record that a customer looked at a product now")
    view.add_argument("phone", metavar="PHONE")
    view.add_argument("product", metavar="PRODUCT_ID")
    customers = commands.group("customers", "the customers: list, show, consent, and one person's data")
    listing = customers.add("list", "customers:list_customers", "the customer table")
    listing.add_argument("--segment", choices=SEGMENTS, default="all")
    listing.add_argument("--limit", type=_positive, default=50, metavar="N")

    def one(name: str, text: str) -> argparse.ArgumentParser:
        command = customers.add(name, f"customers:{name.replace('-', '_')}", text)
        command.add_argument("customer", metavar="CUSTOMER", help="phone, e-mail, or the shop's own id")
        return command

    one("show", "one customer's profile")
    one("opt-out", "the customer wants no more messages").add_argument("--channel", choices=CHANNELS)
    agreed = one("opt-in", "the customer agreed to messages")
    agreed.add_argument("--channel", choices=CHANNELS, required=True)
    agreed.add_argument("--wording", metavar="TEXT", required=True, help="what the customer agreed to")
    one("export", "everything that is known of one person").add_argument("--out", metavar="FILE", required=True)
    one("erase", "forget one person; a later import does not bring her back")
    one("tag", "replace the customer's tags").add_argument("tags", metavar="TAG", nargs="*")
    one("note", "replace the note on the customer").add_argument("text", metavar="TEXT")
    purchase = one("purchase", "log a purchase that no file will bring")
    purchase.add_argument("amount", metavar="AMOUNT")
    purchase.add_argument("--at", metavar="ISO8601", help="when; now without it")
    one("merge", "make two entries of the same person one").add_argument("other", metavar="OTHER")


def _campaigns(commands: _Commands) -> None:
    campaigns = commands.group("campaigns", "the campaigns")
    campaigns.add("list", "campaigns:list_campaigns", "every campaign with its figures")
    create = campaigns.add("create", "campaigns:create", "make a campaign of your own, as a draft")
    create.add_argument("--file", metavar="JSON", required=True, help="the campaign's keys; - reads stdin")
    for name, purpose in _CAMPAIGN_ACTIONS.items():
        action = campaigns.add(name, f"campaigns:{name.replace('-', '_')}", purpose, is_long=name in _LONG_ACTIONS)
        action.add_argument("campaign", metavar="ID")
        if name == "edit":
            action.add_argument("--file", metavar="JSON", required=True, help="the keys to change; - reads stdin")
        if name == "recipients":
            action.add_argument("--status", choices=RECIPIENT_STATES)
        if name == "export":
            action.add_argument("--out", metavar="FILE", required=True)
    _groups(commands)
    templates = commands.group("templates", "what the messages say")
    templates.add("list", "templates:list_templates", "every template")
    templates.add("show", "templates:show", "one template").add_argument("name", metavar="NAME")
    templates.add("save", "templates:save", "save a template from a text file").add_argument("file", metavar="FILE")
    templates.add("check", "templates:check", "find every fault of a template file").add_argument(
        "file", metavar="FILE"
    )
    preview = templates.add("preview", "templates:preview", "what a customer would read")
    preview.add_argument("name", metavar="NAME")
    preview.add_argument("--as", dest="customer", metavar="CUSTOMER", required=True)
    test = templates.add("test", "templates:send_test", "send one to yourself; it is counted nowhere", is_long=True)
    test.add_argument("name", metavar="NAME")
    test.add_argument("--to", dest="address", metavar="ADDRESS", required=True, help="an address of your own")
    test.add_argument("--as", dest="customer", metavar="CUSTOMER", help="written as for her; else an invented customer")


def _groups(commands: _Commands) -> None:
    groups = commands.group("groups", "your own groups of customers")
    groups.add("list", "groups:list_groups", "every group with its count")
    saving = groups.add("save", "groups:save", "save a group: a JSON file with its name and criteria")
    saving.add_argument("file", metavar="JSON", nargs="?", default="-", help="- or nothing reads stdin")
    showing = groups.add("show", "groups:show", "who is in a group now")
    showing.add_argument("group", metavar="NAME", help="its name or number")
    showing.add_argument("--limit", type=_positive, default=50, metavar="N")
    groups.add("delete", "groups:delete", "remove a group; its customers stay").add_argument("group", metavar="NAME")


def _setting_up(commands: _Commands) -> None:
    settings = commands.group("settings", "the rules, the shop and its channels")
    settings.add("list", "settings:list_settings", "every setting")
    settings.add("get", "settings:get", "one setting").add_argument("key", metavar="KEY")
    change = settings.add("set", "settings:set_setting", "change a setting")
    change.add_argument("key", metavar="KEY")
    change.add_argument("value", metavar="VALUE")
    settings.add("check", "settings:check", "find every fault of the settings")
    privacy = commands.group("privacy", "what the customers have a right to")
    notice = privacy.add("notice", "privacy:notice", "a paragraph for the shop's privacy notice")
    notice.add_argument("--language", choices=("en", "de"), help="the shop's own without it")
    listing = privacy.add("suppressions", "privacy:suppressions", "who is never written to")
    listing.add_argument("--search", default="", metavar="TEXT")
    listing.add_argument("--limit", type=_positive, default=50, metavar="N")
    receipt = privacy.add("receipt", "privacy:receipt", "which fields of customers went to which provider, counted")
    receipt.add_argument("--out", metavar="FILE", help="save it as a CSV file")
    credentials = commands.group("credentials", "the secrets of mail and message services")
    keep = credentials.add("set", "credentials:set_secret", "keep a secret, read from stdin or a hidden prompt")
    keep.add_argument("provider", metavar="PROVIDER")
    keep.add_argument("field", metavar="FIELD")
    for name, text in (
        ("test", "ask a provider whether it would take messages"),
        ("delete", "forget a provider's secrets"),
    ):
        credentials.add(name, f"credentials:{name}", text).add_argument("provider", metavar="PROVIDER")
    backup = commands.group("backup", "copies of the shop")
    backup.add("create", "backups:create", "save a copy", is_long=True).add_argument("--out", metavar="FILE")
    backup.add("verify", "backups:verify", "read a copy through", is_long=True).add_argument("file", metavar="FILE")
    restore = backup.add(
        "restore", "backups:restore", "put a copy in the shop's place, paused", is_long=True, without_shop=True
    )
    restore.add_argument("file", metavar="FILE")
    commands.add("doctor", "health:doctor", "check that everything the program needs is there and sound")


def _folder(text: str) -> str:
    """A folder by name: an empty one (a script's unset variable) must not mean the owner's own shop."""
    if not text.strip():
        raise argparse.ArgumentTypeError("the folder's name is empty")
    return text


def _number(text: str) -> int:
    """The number of a message or an import; no number is larger than the database can keep."""
    if re.fullmatch("-?[0-9]+", text) is None:
        raise argparse.ArgumentTypeError("must be a whole number")
    if len(text) > _MOST_DIGITS:
        raise argparse.ArgumentTypeError("nothing has a number that large")
    return int(text)


def _days(text: str) -> int:
    days = _positive(text)
    if days > _LONGEST_DAYS:
        raise argparse.ArgumentTypeError(f"must be a whole number from 1 to {_LONGEST_DAYS}")
    return days


def _positive(text: str) -> int:
    if re.fullmatch("[0-9]{1,18}", text) is None or not 0 < int(text) <= _MOST:
        raise argparse.ArgumentTypeError(f"must be a whole number from 1 to {_MOST}")
    return int(text)
