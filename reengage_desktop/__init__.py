"""Reengage Desktop: notices who has stopped buying, writes to them, and shows honestly what came of it."""

__version__ = "0.1.0"
