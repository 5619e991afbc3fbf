"""A sender as a process of its own, to be killed: works one shop's queue, and after a crash does what the mode says.

`--blind` is the negative control: what was on its way is simply queued again.
"""

import argparse
import time
from datetime import datetime, timedelta
from pathlib import Path

from reengage_desktop.channels.registry import build_channel
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.engine.sending import Pace, work_queue
from reengage_desktop.store import settings as stored_settings
from reengage_desktop.store.database import open_database
from tests.servers.postmark import SERVER_TOKEN
from tests.servers.resend import API_KEY
from tests.servers.twilio import AUTH_TOKEN
from tests.servers.whatsapp import ACCESS_TOKEN


def main() -> None:
    """`python -m tests.flows.sender_program FOLDER MOMENT [--blind]`."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("moment", type=datetime.fromisoformat)
    parser.add_argument("--blind", action="store_true")
    options = parser.parse_args()
    db = open_database(options.folder / "shop.db")
    if options.blind:
        db.run("DELETE FROM cap_ledger WHERE touch IN (SELECT touch FROM outbox WHERE state = 'sending')")
        db.run("UPDATE outbox SET state = 'pending' WHERE state = 'sending'")
    secrets = MemorySecrets()
    secrets.set("twilio", "auth_token", AUTH_TOKEN)
    secrets.set("whatsapp_cloud", "access_token", ACCESS_TOKEN)
    secrets.set("resend", "api_key", API_KEY)
    secrets.set("postmark", "server_token", SERVER_TOKEN)
    begun = time.monotonic()
    work_queue(
        db,
        lambda channel: build_channel(channel, stored_settings.load(db), secrets),
        lambda: stored_settings.load(db),
        lambda: options.moment + timedelta(seconds=time.monotonic() - begun),
        lock_dir=options.folder / "locks",
        pace=Pace(),
    )
    db.close()


if __name__ == "__main__":
    main()
