"""The e-mail itself as a mail program paints it, wide and on a telephone; drawn by Chromium where it is installed."""

import shutil
import subprocess
from html import escape

from PySide6.QtGui import QImage

from reengage_desktop.domain.mail_layout import Footer, lay_out
from tests.shots.camera import Camera
from tests.shots.scenes import Scene

WIDTHS = (600, 360)
HEIGHT = 800
BODY = """# We kept your place warm

Hi Ann,

it has been **74 days** since your last visit, and we have something new that you may like:

- Ethiopia Guji, light and fruity
- Sumatra Lintong, dark and round
- a [whole page](https://shop.example.com/beans) of others

> 10 % off with the code **BACK-7KQ4M**
> until 21 December 2026

[See what is new](https://shop.example.com/new)

---

Yours, Corner Coffee"""
FOOTER = Footer("Corner Coffee", "Main Street 1\nLeeds LS1 4DY", "stop@shop.example.com", "en")


def _mail(camera: Camera) -> None:
    browser = shutil.which("chromium")
    if browser is None:
        return
    page, _text = lay_out(BODY, FOOTER, subject="We miss you, Ann", preheader="A cup of coffee is waiting for you")
    scheme = 0 if camera.look.theme == "dark" else 1
    for width in WIDTHS:
        name = f"mail-{width}"
        if not camera.is_wanted(name):
            continue
        source, picture = camera.out / f".{name}.html", camera.out / f"{name}-{camera.look.name}.png"
        frame = f'<iframe style="border:0;width:{width}px;height:{HEIGHT}px" srcdoc="{escape(page)}"></iframe>'
        source.write_text(f'<!DOCTYPE html><meta charset="utf-8"><body style="margin:0">{frame}', encoding="utf-8")
        subprocess.run(
            [
                browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                f"--blink-settings=preferredColorScheme={scheme}", f"--user-data-dir={camera.out / '.browser'}",
                f"--window-size={max(width, 600)},{HEIGHT}", f"--screenshot={picture}", source.as_uri(),
            ],
            check=True, capture_output=True,
        )  # fmt: skip
        # Chromium has no window as narrow as a telephone.
        QImage(str(picture)).copy(0, 0, width, HEIGHT).save(str(picture))
        source.unlink()
        camera.taken.append(picture)
    shutil.rmtree(camera.out / ".browser", ignore_errors=True)


SCENES = (Scene("mail-600 mail-360", _mail),)
