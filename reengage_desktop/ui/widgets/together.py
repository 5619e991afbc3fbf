"""Changes several things in a widget at once."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget


@contextmanager
def together(holder: QWidget) -> Iterator[None]:
    """What is shown and hidden in a widget meanwhile is laid out once, in the end.

    Else Qt lays out the widget and everything around it anew for each single part that appears.
    """
    layout = holder.layout()
    if layout is not None:
        layout.setEnabled(False)
    try:
        yield
    finally:
        if layout is not None:
            layout.setEnabled(True)
