"""Opting out from the window: done at once, and taken back to the letter by the notice that tells it."""

from collections.abc import Sequence

from reengage_desktop.jobs.tasks import many
from reengage_desktop.jobs.tasks.many import OptedOut
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.wording import translate


def opt_out_with_undo(desk: Desk, customer_ids: Sequence[int], sentence: str) -> None:
    """None of them gets messages any more; the notice says `sentence` and can make it undone."""
    shop, ids = desk.shop, list(customer_ids)

    def told(restored: int, of: int) -> None:
        if restored < of:
            desk.say(translate("Customers", "%Ln customers have said more since and stay out.", "", of - restored))

    def undo(opted_out: OptedOut) -> None:
        of = len(opted_out.slips)
        desk.take_long(lambda: many.take_back_opt_out(shop, opted_out), desk, lambda restored: told(restored, of))

    desk.take_long(
        lambda: many.opt_out_all(shop, ids), desk, lambda opted_out: desk.say(sentence, lambda: undo(opted_out))
    )
