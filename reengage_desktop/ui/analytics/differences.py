"""How a figure stands beside the one before: a sign and words, never a colour alone."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def count_difference(now: int, before: int, text: Callable[[int], str]) -> str:
    """More, fewer or as many as before, and how many that was."""
    if now == before:
        words = translate("Differences", "= as many as before")
    elif now > before:
        words = translate("Differences", "▲ {count} more than before ({before})")
    else:
        words = translate("Differences", "▼ {count} fewer than before ({before})")
    return words.replace("{count}", text(abs(now - before))).replace("{before}", text(before))


def money_difference(now: int, before: int, text: Callable[[int], str]) -> str:
    """The same for an amount."""
    if now == before:
        words = translate("Differences", "= as much as before")
    elif now > before:
        words = translate("Differences", "▲ {amount} more than before ({before})")
    else:
        words = translate("Differences", "▼ {amount} less than before ({before})")
    return words.replace("{amount}", text(abs(now - before))).replace("{before}", text(before))
