"""The orders of a checked file: which they are, how they differ from the shop's, and how they come into it."""
