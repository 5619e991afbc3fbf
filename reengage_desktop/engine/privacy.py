"""The customer's own rights over what the shop knows of her: a copy of everything, and to be forgotten (C18, A20)."""

import csv
import json
import re
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from reengage_desktop.domain.moments import from_stamp, iso, iso_stamp
from reengage_desktop.domain.money import plain
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.sheets import BEFORE_REFUSED
from reengage_desktop.engine.profiles import get_profile
from reengage_desktop.store import customers, erasures, personal_data
from reengage_desktop.store.database import Database
from reengage_desktop.store.whole_files import written_whole

_WRITTEN_WITHIN = timedelta(hours=1)
"""A half written list of refused rows that has not grown for so long is what a crash left."""

PRIVACY_NOTICES = {
    "en": (
        "We keep your name, your contact details, what you bought from us and when, which of our products you looked "
        "at (for {views_days} days), and what you agreed to, in order to notice when you have not visited us for a "
        "while and to write to you, at most {per_week} a week and {per_month} a month, on the channels "
        "that you agreed to. We also keep which messages we sent you, and whether they arrived and were opened or "
        "answered, as far as the service tells us. The data stays on our computer; a message passes through the mail "
        "or telephone service that carries it. You can say no at any time with one answer, ask for a copy of what we "
        "keep, or ask us to delete it: {contact}. If you ask us to delete it, we keep a code that can't be turned back "
        "into your address, so that we never write to you again."
    ),
    "de": (
        "Wir speichern Ihren Namen, Ihre Kontaktdaten, was Sie wann bei uns gekauft haben, welche unserer Produkte Sie "
        "sich angesehen haben (für {views_days} Tage), und worin Sie eingewilligt haben, um zu bemerken, wenn Sie "
        "länger nicht bei uns waren, und um Ihnen dann zu schreiben: höchstens {per_week} in der Woche und "
        "{per_month} im Monat, auf den Wegen, denen Sie zugestimmt haben. Wir speichern auch, welche Nachrichten "
        "wir Ihnen geschickt haben und ob sie angekommen sind, geöffnet oder beantwortet wurden, soweit der Dienst das "
        "meldet. Die Daten bleiben auf unserem Computer; eine Nachricht geht durch den Mail- oder Telefondienst, der "
        "sie überbringt. Sie können jederzeit mit einer Antwort widersprechen, eine Kopie Ihrer Daten verlangen oder "
        "sie löschen lassen: {contact}. Nach einer Löschung behalten wir einen Code, der sich nicht in Ihre Adresse "
        "zurückverwandeln lässt, damit wir Ihnen nie wieder schreiben."
    ),
}
"""A20: the paragraph for the shop's privacy notice by language; the shop's own figures and contact are filled in."""

_CONTACTLESS = {"en": "write to us", "de": "schreiben Sie uns"}


def privacy_notice(settings: Settings, language: str) -> str:
    """The ready-made paragraph in a language of PRIVACY_NOTICES, with the shop's caps and contact."""
    contact = settings.text("business.reply_to") or settings.text("business.website") or settings.text("business.name")
    return PRIVACY_NOTICES[language].format(
        per_week=_times(settings.whole("reengagement.cap_per_week"), language),
        per_month=_times(settings.whole("reengagement.cap_per_month"), language),
        views_days=settings.whole("reengagement.views_retention_days"),
        contact=contact or _CONTACTLESS[language],
    )


def _times(count: int, language: str) -> str:
    if language == "de":
        return {1: "einmal", 2: "zweimal"}.get(count, f"{count}-mal")
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def export_person(db: Database, customer_id: int, settings: Settings, now: datetime, target: Path) -> Path:
    """Writes everything known about one person as JSON (UTF-8) into `target`; raises OSError where it can't."""
    document: dict[str, Any] = {
        "exported_at": iso(now, settings.zone),
        "shop": settings.text("business.name"),
        "customer": get_profile(db, customer_id, settings, now).as_json(),
    }
    for name, rows in personal_data.collect(db, customer_id).items():
        document[name] = [_readable(row, settings) for row in rows]
    with written_whole(target) as stream:
        json.dump(document, stream, ensure_ascii=False, indent=2)
    return target


def erase_person(db: Database, customer_id: int, now: datetime, rejects: Path | None = None) -> None:
    """Forgets the person; her purchases stay as anonymous sales, and a later import does not bring her back.

    `rejects`: the folder with the rows that imports refused; hers are taken out of it.
    """
    known = customers.addresses(db, customers.person_of(db, customer_id))
    erasures.erase(db, customer_id, now)
    for file in rejects.glob("*.csv") if rejects is not None else ():
        _take_out(file, known)
    for part in rejects.glob("*.part") if rejects is not None else ():
        with suppress(FileNotFoundError):  # an import has just written it to its end
            if from_stamp(int(part.stat().st_mtime)) < now - _WRITTEN_WITHIN:
                part.unlink()


def _take_out(file: Path, addresses: list[tuple[str, str]]) -> None:
    """Removes the rows that name one of the addresses; a list without rows goes.

    Not those where it is part of a longer one: another person's. A device's or a pass's id is a cell of its own.
    """
    named = [_naming(kind, address) for kind, address in addresses]
    with file.open(encoding="utf-8-sig", newline="") as stream:
        mark = ";" if stream.readline().startswith(f"{BEFORE_REFUSED[0]};") else ","
        stream.seek(0)
        head, *rows = list(csv.reader(stream, delimiter=mark)) or [[]]
    kept = [row for row in rows if not any(each.search(cell) for cell in row[1:] for each in named)]
    if len(kept) == len(rows):
        return
    if not kept:
        file.unlink()
        return
    with written_whole(file, "utf-8-sig") as stream:
        csv.writer(stream, delimiter=mark).writerows([head, *kept])


def _naming(kind: str, address: str) -> re.Pattern[str]:
    own = re.escape(address)
    is_word = kind in ("email", "phone")
    return re.compile(rf"(?<![\w.+@-]){own}(?![\w@-]|\.\w)" if is_word else rf"\A\s*{own}\s*\Z", re.IGNORECASE)


def _readable(row: dict[str, Any], settings: Settings) -> dict[str, Any]:
    shown: dict[str, Any] = {}
    currency = row.get("currency") or settings.currency
    for name, value in row.items():
        if value is not None and (name == "at" or name.endswith("_at")):
            shown[name] = iso_stamp(value, settings.zone)
        elif value is not None and name.endswith("_minor"):
            shown[name.removesuffix("_minor")] = plain(value, currency)
        else:
            shown[name] = value
    return shown
