"""The review tray: answers that the owner must read herself."""
