"""What the owner does herself, answers to read, calls, and what left the PC."""

import json
import shutil
import subprocess
from datetime import timedelta

from PySide6.QtWidgets import QScrollArea

from reengage_desktop.domain.by_hand import HandResult
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import ChannelName, NoticeKind
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import by_hand
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.store import listings, message_log, notices
from reengage_desktop.ui.activity.message import MessageDialog
from reengage_desktop.ui.by_hand.dialog import ByHandDialog
from reengage_desktop.ui.replies.dialog import RepliesDialog
from tests.shots.camera import Camera
from tests.shots.scenes import Scene

WORDS = (
    "Hello {name}, this is Corner Coffee. It has been a while since your last visit, and we have a new roast that you "
    "might like. May I put a bag aside for you?"
)
TRANSCRIPT = """AI: Hello, I am the computer voice of Corner Coffee. Is this a good moment?
User: Yes, a short one.
AI: We have not seen you for a while. This week every second bag is half the price. Shall we put one aside for you?
User: Oh, that sounds nice. Yes please, I will come on Saturday.
AI: Lovely. We will keep it for you until Saturday evening. Goodbye!"""


def _people(shop: Shop, count: int) -> list[tuple[int, str]]:
    return shop.db.rows(
        "SELECT id, coalesce(first_name, name) FROM customers WHERE phone IS NOT NULL AND erased_at IS NULL "
        "AND merged_into IS NULL ORDER BY last_order_at DESC LIMIT ?",
        (count,),
    )


def _add(shop: Shop, person: int, channel: ChannelName, text: str, **columns: object) -> int:
    """A message of the shop, put straight into its table."""
    now = shop.now()
    kind = "email" if channel is ChannelName.EMAIL else "phone"
    address = shop.db.value(f"SELECT {kind} FROM customers WHERE id = ?", (person,))
    number = int(shop.db.value("SELECT max(id) + 1 FROM outbox"))
    given = {
        "reference": f"shot-{number}",
        "campaign_id": 5,
        "campaign_type": "we_miss_you",
        "customer_id": person,
        "occasion": f"shot:{number}",
        "touch": f"shot:{number}",
        "channel": channel,
        "address": address or "hello@example.com",
        "content": json.dumps({"text": text}),
        "state": "pending",
        "created_at": stamp(now),
        "queued_on": 1,
        "due_at": stamp(now - timedelta(minutes=5)),
        "expires_at": stamp(now + timedelta(hours=70)),
        "last_order_at": shop.db.value("SELECT last_order_at FROM customers WHERE id = ?", (person,)),
        **columns,
    }
    shop.db.run(f"UPDATE customers SET consent_{channel} = 1, timezone = 'Europe/London' WHERE id = ?", (person,))
    marks = ", ".join("?" * len(given))
    return shop.db.insert(f"INSERT INTO outbox ({', '.join(given)}) VALUES ({marks})", tuple(given.values()))


def _hands(camera: Camera) -> None:
    shop = camera.shop
    setting_tasks.set_setting(shop, "reengagement.enabled", "true")
    setting_tasks.set_setting(shop, "reengagement.channels", "email,sms,whatsapp,call")
    channels = (ChannelName.CALL, ChannelName.CALL, ChannelName.WHATSAPP, ChannelName.CALL, ChannelName.EMAIL)
    for channel in set(channels):
        setting_tasks.set_setting(shop, f"channels.{channel}.provider", "hand")
    people = _people(shop, len(channels))
    messages = [
        _add(shop, person, channel, WORDS.replace("{name}", name))
        for (person, name), channel in zip(people, channels, strict=True)
    ]
    by_hand.begin(shop, messages[1])
    by_hand.put_postal_address(shop, people[4][0], "12 Mill Lane\nYork\nYO1 7EP")
    by_hand.put_postal_address(shop, people[2][0], "3 Station Road\nLeeds\nLS1 4DY")
    camera.desk.settings = shop.settings()
    dialog = ByHandDialog(camera.desk, camera.window, lambda _url: None)
    camera.take("by-hand", dialog)
    dialog.list.setCurrentRow(3)
    dialog.end(HandResult.NOT_NOW)
    camera.take("by-hand-undo", dialog)
    _papers(camera, dialog)
    for message in messages:
        shop.db.run("UPDATE outbox SET state = 'cancelled' WHERE id = ?", (message,))
    dialog.load()
    camera.take("by-hand-nothing", dialog)
    dialog.close()
    for channel in set(channels):
        setting_tasks.set_setting(shop, f"channels.{channel}.provider", "pretend")


def _papers(camera: Camera, dialog: ByHandDialog) -> None:
    """The call sheet, the letters and the labels as they are printed."""
    painter = shutil.which("pdftoppm")
    if painter is None or camera.look.language == "pseudo":  # its Python would be asked by a thread that Qt holds up
        return
    files = {name: camera.files / f"{name}.pdf" for name in ("call-sheet", "letters", "labels")}
    dialog.save_call_sheet(files["call-sheet"])
    dialog.save_letters(files["letters"])
    dialog.save_letters(files["labels"], labels=True)
    camera.settle()
    for name, file in files.items():
        picture = file.with_suffix("")
        subprocess.run([painter, "-png", "-r", "70", "-f", "1", "-singlefile", file, picture], check=True)
        if camera.is_wanted(f"paper-{name}"):
            camera.taken.append(picture.with_suffix(".png").rename(camera.out / f"paper-{name}-{camera.look.name}.png"))
        picture.with_suffix(".png").unlink(missing_ok=True)
        file.unlink()


def _replies(camera: Camera) -> None:
    shop = camera.shop
    said = (
        (NoticeKind.REPLY_MAY_BE_OPT_OUT, "Please don't write again before spring, I am abroad until then."),
        (NoticeKind.REPLY_WANTS_BACK, "START"),
    )
    for number, ((person, _name), (kind, words)) in enumerate(zip(_people(shop, 2), said, strict=True)):
        message = _add(
            shop, person, ChannelName.SMS, "Hi! We miss you.", state="accepted", sent_at=stamp(shop.now()) - 9_000
        )
        message_log.add_event(
            shop.db,
            message_id=message,
            customer_id=person,
            kind="answered",  # type: ignore[arg-type]
            at=shop.now() - timedelta(hours=1),
            provider="twilio",
            event_id=f"shot-{number}",
            detail=words,
        )
        notices.tell(
            shop.db, f"reply:twilio:shot-{number}", kind, {"customer_id": person, "channel": "sms"}, shop.now()
        )
    dialog = RepliesDialog(camera.desk, camera.window)
    camera.take("replies", dialog)
    dialog.cards[0].keep_button.click()
    camera.take("replies-undo", dialog)
    dialog.close()


def _call(camera: Camera) -> None:
    shop = camera.shop
    person, _name = _people(shop, 1)[0]
    at = shop.now() - timedelta(hours=2)
    message = _add(
        shop,
        person,
        ChannelName.CALL,
        WORDS.replace("{name}", "there"),
        state="accepted",
        sent_at=stamp(at),
        provider="vapi",
    )
    for kind in ("delivered", "answered", "converted"):
        message_log.add_event(
            shop.db,
            message_id=message,
            customer_id=person,
            kind=kind,  # type: ignore[arg-type]
            at=at + timedelta(minutes=2),
            provider="vapi",
            event_id=f"shot-{message}-{kind}",
        )
    shop.db.run(
        "INSERT INTO calls VALUES (?, ?, 'interested', ?, ?, 'https://storage.example.com/recording.wav', 97, 143000)",
        (message, stamp(at + timedelta(minutes=2)), "Wants a bag put aside and comes on Saturday.", TRANSCRIPT),
    )
    shop.db.run(
        "INSERT INTO enquiries (customer_id, source, status, created_at, added_at) VALUES (?, 'call', 'open', ?, ?)",
        (person, stamp(at + timedelta(minutes=2)), stamp(at + timedelta(minutes=2))),
    )
    row = listings.message_rows(shop.db, [message])[0]
    dialog = MessageDialog(camera.desk, row, camera.window)
    camera.take("call", dialog)
    dialog.close()


def _privacy(camera: Camera) -> None:
    shop = camera.shop
    people = _people(shop, 6)
    for number, (person, _name) in enumerate(people):
        message = _add(shop, person, ChannelName.EMAIL, "Hi", state="accepted", sent_at=stamp(shop.now()))
        fields = ["email", "name", "first_name", *(["last_product"] if number % 2 else [])]
        shop.db.run(
            "INSERT INTO attempts (outbox_id, provider, started_at, finished_at, outcome, sent_fields) "
            "VALUES (?, 'smtp', ?, ?, 'accepted', ?)",
            (message, stamp(shop.now()), stamp(shop.now()), json.dumps(fields)),
        )
    shop.db.run("UPDATE customers SET email_state = 'bounced' WHERE id = ?", (people[0][0],))
    page = camera.go("settings", {"section": "privacy"})
    camera.settle()
    area = page._stack.currentWidget()
    assert isinstance(area, QScrollArea)
    for name, part in (("receipt", "receipt"), ("came-back", "came_back")):
        area.verticalScrollBar().setValue(getattr(page.sections["privacy"], part).y() - 12)
        camera.take(f"settings-{name}")


SCENES = (
    Scene("by-hand by-hand-undo by-hand-nothing paper-call-sheet paper-letters paper-labels", _hands),
    Scene("replies replies-undo", _replies),
    Scene("call", _call),
    Scene("settings-receipt settings-came-back", _privacy),
)
