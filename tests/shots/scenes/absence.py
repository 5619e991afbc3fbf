"""After some days without the PC: what came too late, what may still go."""

from datetime import timedelta

from reengage_desktop.domain.moments import stamp
from reengage_desktop.ui.activity.while_off import WhileOffDialog
from tests.shots.camera import Camera
from tests.shots.scenes import Scene


def _play(camera: Camera) -> None:
    """Nothing ran for three days; the waiting messages' moments lie in them."""
    shop, now = camera.shop, camera.shop.now()
    left, back = stamp(now - timedelta(days=3)), stamp(now - timedelta(minutes=20))
    shop.db.run("DELETE FROM job_runs WHERE started_at > ?", (left,))
    shop.db.run(
        "INSERT INTO job_runs (job, trigger, started_at, finished_at, status) "
        "VALUES ('send', 'clock', ?, ?, 'success')",
        (back, back),
    )
    shop.db.run(
        "UPDATE outbox SET state = 'skipped', reason = 'expired', due_at = ?, expires_at = ? "
        "WHERE state = 'held' AND id % 3 <> 0",
        (left + 7200, left + 93_600),
    )
    shop.db.run(
        "UPDATE outbox SET state = 'pending', reason = NULL, due_at = ?, expires_at = ? WHERE state = 'held'",
        (back - 50_000, back + 90_000),
    )
    camera.take("while-off", WhileOffDialog(camera.desk, camera.window))


def _nothing(camera: Camera) -> None:
    camera.take("while-off-nothing", WhileOffDialog(camera.desk, camera.window))


SCENES = (Scene("while-off", _play, spoils=True), Scene("while-off-nothing", _nothing, "empty"))
