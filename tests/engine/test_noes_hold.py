"""Whatever happens to a shop, nobody is written to where somebody said no, until a yes was typed there since (C18)."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reengage_desktop.domain.customers import ADDRESS_KINDS
from reengage_desktop.domain.vocabulary import ChannelName, FilledRule, ImportKind
from reengage_desktop.engine.importing import ImportReport, ImportRequest
from reengage_desktop.store import backups, customers, ledger, merges, refusing, suppressions
from reengage_desktop.store.joining import Step
from tests.engine.import_rig import NOW, Rig, Row

CHANNELS = (ChannelName.EMAIL, ChannelName.SMS, ChannelName.WHATSAPP)
MAILS, PHONES = ("ann@example.com", "bo@example.com"), ("+12025550101", "+12025550102")
WORDS = st.sampled_from(["", "", "yes", "no"])
PERSON = (
    st.fixed_dictionaries(
        {
            "customer_id": st.sampled_from(["", "c1", "c2", "c3"]),
            "email": st.sampled_from(["", *MAILS]),
            "phone": st.sampled_from(["", *PHONES]),
            "name": st.just(""),
            **{f"consent_{channel}": WORDS for channel in CHANNELS},
        }
    )
    .filter(lambda row: row["customer_id"] or row["email"] or row["phone"])
    .map(
        # a number with several names and addresses in one file is nobody's
        lambda row: {**row, "name": {"c1": "Ann Lee", "c2": "Bo Lee"}.get(row["customer_id"], "")}
    )
)
REFUSAL = st.fixed_dictionaries(
    {
        "email": st.sampled_from(["", *MAILS]),
        "phone": st.sampled_from(["", *PHONES]),
        "channel": st.sampled_from(["", *CHANNELS]),
    }
).filter(lambda row: row["email"] or row["phone"])
FILES = st.tuples(
    st.sampled_from(["customers", "orders"]),
    st.lists(PERSON, min_size=1, max_size=3),
    st.sampled_from([None, *(rule for rule in FilledRule if rule is not FilledRule.NEWEST)]),
    st.booleans(),
)
DEEDS = st.tuples(
    st.sampled_from(["undo", "merge", "part", "opt_out", "opt_out_all", "opt_in", "stop", "save", "restore", "lose"]),
    st.integers(0, 5),
    st.integers(0, 5),
    st.sampled_from(CHANNELS),
)
STEPS = st.lists(
    FILES | FILES | DEEDS | DEEDS | st.tuples(st.just("optouts"), st.lists(REFUSAL, min_size=1, max_size=2)),
    min_size=2,
    max_size=8,
)


@dataclass
class Life:
    """A shop to which things happen.

    `refused`: by channel and address the noes there, each as the import that says it (0: none does) and who says it,
    where that is told by her record alone.
    """

    folder: Path
    refused: dict[tuple[ChannelName, str], set[tuple[int, int | None]]] = field(default_factory=dict)
    reports: list[ImportReport] = field(default_factory=list)
    joined: list[list[Step]] = field(default_factory=list)
    copies: list[Path] = field(default_factory=list)
    now: datetime = NOW

    def __post_init__(self) -> None:
        self.rig = Rig(self.folder)
        suppressions.address_salt(self.rig.db)

    @property
    def people(self) -> list[int]:
        """Everybody who is somebody."""
        return [number for (number,) in self.rig.db.rows(f"SELECT id FROM customers WHERE {customers.LIVING}")]

    def goes_on(self, step: Sequence[Any]) -> None:
        """One thing happens, an hour after the last one."""
        self.now += timedelta(hours=1)
        kind, *about = step
        if kind in ("customers", "orders"):
            self._lists(kind, *about)
        elif kind == "optouts":
            self._refusals(kind, *about)
        else:
            self._deed(kind, *about)
        ledger.keep(self.rig.db, self.folder / "refusals.ledger")

    def unheard(self) -> list[tuple[str, str, int]]:
        """Who could be written to at an address, on a channel, where a no stands."""
        return [
            (channel, address, number)
            for (channel, address), words in self.refused.items()
            if words and suppressions.find_reason(self.rig.db, ADDRESS_KINDS[channel], address, channel) is None
            for number in self.people
            if (person := customers.get(self.rig.db, number)).consent[channel]
            and person.address_for(channel) == address
        ]

    def _lists(self, kind: str, rows: Sequence[Row], rule: FilledRule | None, is_stated: bool) -> None:
        known = self._numbers()
        stated: dict[str, Any] = (
            {"consent": (ChannelName.EMAIL, ChannelName.SMS), "wording": "at the till"} if is_stated else {}
        )
        if kind == "customers":
            report = self.rig.bring_in(kind, rows, now=self.now, filled=rule, **stated)
        else:
            rows = [{**row, "consent_whatsapp": ""} for row in rows]
            file = self.rig.file([self._order(nth, row) for nth, row in enumerate(rows)])
            request = ImportRequest(file, ImportKind.ORDERS, filled=rule, **stated)
            report = self.rig.bring_in_file(request, now=self.now)
        self.reports.append(report)
        for row in rows:
            channels = [each for each in CHANNELS if row[f"consent_{each}"] == "no"]
            self._heard(row, channels, report.import_id or 0, known.get(str(row["customer_id"])))

    def _order(self, nth: int, row: Row) -> Row:
        return {
            "Order ID": f"{self.now:%d%H}-{nth}",
            "Order Date": "2026-03-01",
            "Customer ID": row["customer_id"],
            "Email": row["email"],
            "Phone": row["phone"],
            "Customer Name": row["name"],
            "Total": "5.00",
            "Unsubscribed": "yes" if row["consent_email"] == "no" else "no",
            "SMS Opted Out": "yes" if row["consent_sms"] == "no" else "no",
        }

    def _refusals(self, kind: str, rows: Sequence[Row]) -> None:
        report = self.rig.bring_in(kind, rows, now=self.now)
        self.reports.append(report)
        for row in rows:
            self._heard(row, [each for each in CHANNELS if row["channel"] in ("", each)], report.import_id or 0, None)

    def _numbers(self) -> dict[str, int]:
        """Whom the shop knows by which number of its own."""
        return dict(self.rig.db.rows("SELECT external_id, customer_id FROM external_ids"))

    def _heard(self, row: Row, channels: Sequence[ChannelName], word: int, who: int | None) -> None:
        """A row says no: at the addresses in it, and at those of whom its number named before."""
        for channel in channels:
            if at := str(row[ADDRESS_KINDS[channel]]):
                self.refused.setdefault((channel, at), set()).add((word, None))
            if who is not None:
                self._says_no(who, [channel], word)

    def _says_no(self, who: int, channels: Sequence[ChannelName], word: int) -> None:
        who = customers.person_of(self.rig.db, who)
        for channel in channels:
            for kind, address in customers.addresses(self.rig.db, who):
                if kind == ADDRESS_KINDS[channel]:
                    self.refused.setdefault((channel, address), set()).add((word, who if word else None))

    def _undo(self, report: ImportReport) -> None:
        """What the file said is unsaid, and an address that it gave somebody was never hers."""
        self.rig.undo(report)
        for (channel, address), words in self.refused.items():
            place = (ADDRESS_KINDS[channel], address)
            unsaid = {word for word in words if word[0] == report.import_id or not self._has(word[1], place)}
            words.difference_update(unsaid)

    def _has(self, who: int | None, place: tuple[str, str]) -> bool:
        if who is None:
            return True
        return place in customers.addresses(self.rig.db, customers.person_of(self.rig.db, who))

    def _deed(self, kind: str, one: int, other: int, channel: ChannelName) -> None:
        db, people = self.rig.db, self.people
        if kind == "save":
            self.copies.append(backups.create(db, self.folder / f"copy{len(self.copies)}.db").path)
        elif kind in ("restore", "lose") and self.copies:
            self._goes_back(self.copies[one % len(self.copies)], is_lost=kind == "lose")
        elif kind == "undo" and self.reports:
            self._undo(self.reports.pop(one % len(self.reports)))
        elif kind == "part" and self.joined:
            merges.separate(db, self.joined.pop())
        elif kind == "stop":
            self._stops(channel, (MAILS if channel is ChannelName.EMAIL else PHONES)[one % 2])
        elif people:
            self._at_the_desk(kind, people[one % len(people)], people[other % len(people)], channel)

    def _stops(self, channel: ChannelName, address: str) -> None:
        for who in customers.find_all_by_address(self.rig.db, ADDRESS_KINDS[channel], address):
            customers.opt_out(self.rig.db, who, channel=channel, source="person", at=self.now)
            self._says_no(who, [channel], 0)
        about: dict[str, Any] = {"channel": channel, "reason": "opt_out", "source": "person", "at": self.now}
        suppressions.suppress(self.rig.db, ADDRESS_KINDS[channel], address, **about)
        self.refused.setdefault((channel, address), set()).add((0, None))

    def _at_the_desk(self, kind: str, who: int, other: int, channel: ChannelName) -> None:
        if kind == "merge" and who != other:
            self.joined.append(merges.merge(self.rig.db, min(who, other), max(who, other), self.now))
        elif kind in ("opt_out", "opt_out_all"):
            said = CHANNELS if kind == "opt_out_all" else (channel,)
            refusing.opt_out(self.rig.db, who, self.now, channel=None if kind == "opt_out_all" else channel)
            self._says_no(who, said, 0)
        elif kind == "opt_in":
            refusing.opt_in(self.rig.db, who, channel, wording="at the till", at=self.now)
            for _, address in customers.addresses(self.rig.db, who):
                self.refused.pop((channel, address), None)

    def _goes_back(self, copy: Path, *, is_lost: bool) -> None:
        """A copy takes the shop's place; what was said stays said, whichever file said it."""
        if is_lost:
            self.rig.db.close()
            for file in self.folder.glob("shop.db*"):
                file.unlink()
            (self.folder / "shop.db").write_bytes(copy.read_bytes())
            self.rig.open()
        else:
            backups.restore(self.rig.db, copy, self.now)
        ledger.settle(self.rig.db, self.folder / "refusals.ledger", self.now)
        self.reports, self.joined = [], []
        self.refused = {key: {(0, None)} for key, words in self.refused.items() if words}


def live(steps: Sequence[Sequence[Any]]) -> None:
    """Lets everything happen in a shop of its own; after each step nobody may be reachable where a no stands."""
    with tempfile.TemporaryDirectory() as folder:
        life = Life(Path(folder))
        try:
            for step in steps:
                life.goes_on(step)
                assert life.unheard() == []
        finally:
            life.rig.db.close()


def of(**said: str) -> Row:
    """One row of a file; what it does not say is empty."""
    return {**dict.fromkeys(("customer_id", "email", "phone", "name", *(f"consent_{c}" for c in CHANNELS)), ""), **said}


ANN, BO = ({"customer_id": f"c{nth}", "email": mail} for nth, mail in enumerate(MAILS, 1))
NUMBER, MAIL = {"phone": PHONES[0]}, {"email": MAILS[0]}
YES, NO = {"consent_sms": "yes"}, {"consent_sms": "no"}


def told(*rows: Row) -> tuple[Any, ...]:
    """A list of customers."""
    return ("customers", rows, None, False)


@settings(max_examples=25, derandomize=True)
@example([told(of(**ANN, **NUMBER, **NO), of(**BO, **NUMBER, **YES))])
@example([told(of(**ANN, **NUMBER, **NO)), told(of(**BO, **NUMBER, **YES))])
@example([told(of(**BO, **NUMBER, **YES)), told(of(**ANN, **NUMBER, **NO))])
@example([told(of(**ANN, **NUMBER, **NO)), told(of(**ANN, phone=PHONES[1])), told(of(**BO, **NUMBER, **YES))])
@example([told(of(**BO, **YES)), told(of(**ANN, **NUMBER, **NO)), told(of(**BO, **NUMBER))])
@example([told(of(**ANN, **NO), of(**BO, **NUMBER, **YES)), told(of(**ANN, **NUMBER))])
@example([told(of(**ANN, **NUMBER)), told(of(**ANN, **NO), of(**BO, **NUMBER, **YES))])
@example(
    [
        ("save", 0, 0, ChannelName.EMAIL),
        told(of(**MAIL, consent_email="no")),
        ("lose", 0, 0, ChannelName.EMAIL),
        told(of(**MAIL, consent_email="yes")),
    ]
)
@example(
    [
        told(of(**MAIL, consent_email="yes")),
        ("save", 0, 0, ChannelName.EMAIL),
        told(of(**MAIL, consent_email="no")),
        ("lose", 0, 0, ChannelName.EMAIL),
    ]
)
@example(
    [
        ("save", 0, 0, ChannelName.EMAIL),
        told(of(**MAIL, consent_email="no")),
        ("restore", 0, 0, ChannelName.EMAIL),
        told(of(**MAIL, consent_email="yes")),
    ]
)
@example(
    [
        told(of(**MAIL, consent_whatsapp="yes")),
        ("optouts", [{**MAIL, "phone": "", "channel": ""}]),
        told(of(email=MAILS[1], **NUMBER, consent_whatsapp="no")),
        told(of(**MAIL, **NUMBER)),
        ("undo", 1, 0, ChannelName.EMAIL),
    ]
)
@given(steps=STEPS)
def test_no_sequence_of_events_writes_to_where_a_no_stands(steps: list[tuple[Any, ...]]) -> None:
    """C18, promises 14, 21: files, undoing, merging, parting, a STOP, the owner's word, an older copy, a lost shop."""
    live(steps)


@pytest.mark.soak
@pytest.mark.timeout(1800)
@settings(max_examples=4000, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_thousands_of_sequences(steps: list[tuple[Any, ...]]) -> None:
    """C18, promises 14, 21: the same, for as long as it takes."""
    live(steps)
