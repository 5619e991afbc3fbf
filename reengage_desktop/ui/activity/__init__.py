"""Activity: what waits, what went out, what went wrong, which checks ran, which files came in."""
