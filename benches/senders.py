"""The senders that are compared, each a process of its own: `python -m benches.senders WHAT PORT COUNT [FOLDER]`.

`smtplib` and `requests` are bare clients that keep one connection and no record; `smtp` and `http` work the queue of
the shop in FOLDER, which `fill` has filled, with every guarantee on. Each prints the seconds of the sending
alone, on the wall and of the processors.
"""

import json
import smtplib
import sys
import time
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
SUBJECT = "We miss you"
TEXT = (
    "Hi Ann,\n\nit has been a while since your last visit, and we would love to see you again. Your favourite coffee "
    "is back in the shop, and until Sunday you get one on us.\n\nSee you soon\nCorner Coffee\n"
    "1 Main Street, Springfield\n"
)
CAMPAIGN = 5


def fill(folder: Path, kind: str, port: int, count: int) -> None:
    """A shop with so many approved mails, to go to a sink on that port."""
    from reengage_desktop.domain.drafts import Draft
    from reengage_desktop.domain.messages import Content
    from reengage_desktop.domain.vocabulary import ChannelName
    from reengage_desktop.engine import queueing
    from reengage_desktop.store import settings
    from reengage_desktop.store.database import open_database

    folder.mkdir(parents=True, exist_ok=True)
    db = open_database(folder / "shop.db")
    provider = "smtp" if kind == "smtp" else "resend"
    own = {
        "reengagement.enabled": "true",
        "reengagement.channels": "email",
        "business.name": "Corner Coffee",
        "business.postal_address": "1 Main Street, Springfield",
        "channels.email.provider": provider,
        f"providers.{provider}.from_address": "shop@example.com",
        f"providers.{provider}.rate_per_minute": "0",
    }
    where = {
        "smtp": {
            "providers.smtp.host": "127.0.0.1",
            "providers.smtp.port": str(port),
            "providers.smtp.security": "none",
        },
        "http": {"providers.resend.base_url": f"http://127.0.0.1:{port}"},
    }
    for key, text in {**own, **where[kind]}.items():
        settings.put(db, key, text, NOW)
    addresses = [f"c{number}@example.com" for number in range(count)]
    with db.write():
        db.run_many(
            "INSERT INTO customers (id, first_name, email, consent_email, last_order_at, added_at, changed_at) "
            "VALUES (?, 'Ann', ?, 1, 1, 1, 1)",
            list(enumerate(addresses, 1)),
        )
    content = Content(TEXT, subject=SUBJECT, template_name="we_miss_you", language="en")
    drafts = [
        Draft(CAMPAIGN, "we_miss_you", number, ChannelName.EMAIL, address, content, "lapse:1:1", is_automatic=True)
        for number, address in enumerate(addresses, 1)
    ]
    queueing.enqueue_many(db, drafts, settings.load(db), NOW)
    queueing.approve(db, None, NOW)
    db.close()


def work(folder: Path, count: int) -> dict[str, float]:
    """Sends what waits in the shop."""
    import requests  # noqa: F401 - the bare client's clock runs after it, too

    from reengage_desktop.channels.registry import build_channel
    from reengage_desktop.credentials import MemorySecrets
    from reengage_desktop.engine.sending import work_queue
    from reengage_desktop.store import settings
    from reengage_desktop.store.database import open_database

    db = open_database(folder / "shop.db")
    secrets = MemorySecrets()
    secrets.set("resend", "api_key", "a key of the bench")
    begun, used = time.monotonic(), time.process_time()
    result = work_queue(
        db,
        lambda channel: build_channel(channel, settings.load(db), secrets),
        lambda: settings.load(db),
        lambda: NOW + timedelta(seconds=time.monotonic() - begun),
        lock_dir=folder / "locks",
    )
    cost = _cost(begun, used)
    db.close()
    assert result.sent == count, result.as_json()
    return cost


def _cost(begun: float, used: float) -> dict[str, float]:
    return {"seconds": time.monotonic() - begun, "processor": time.process_time() - used}


def by_smtplib(port: int, count: int) -> dict[str, float]:
    """A mail built for each, over one connection."""
    begun, used = time.monotonic(), time.process_time()
    with smtplib.SMTP("127.0.0.1", port) as client:
        for number in range(count):
            mail = EmailMessage()
            mail["Subject"], mail["From"], mail["To"] = SUBJECT, "shop@example.com", f"c{number}@example.com"
            mail.set_content(TEXT)
            client.send_message(mail)
    return _cost(begun, used)


def by_requests(port: int, count: int) -> dict[str, float]:
    """A request for each, over one session."""
    import requests

    begun, used = time.monotonic(), time.process_time()
    with requests.Session() as session:
        for number in range(count):
            mail = {
                "from": "shop@example.com",
                "to": [f"c{number}@example.com"],
                "subject": SUBJECT,
                "text": TEXT,
            }
            answer = session.post(f"http://127.0.0.1:{port}/emails", json=mail, timeout=30)
            answer.raise_for_status()
            answer.json()
    return _cost(begun, used)


def main() -> None:
    """The command."""
    what, port, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    if what in ("smtplib", "requests"):
        cost = {"smtplib": by_smtplib, "requests": by_requests}[what](port, count)
    else:
        cost = work(Path(sys.argv[4]), count)
    print(json.dumps(cost))


if __name__ == "__main__":
    main()
