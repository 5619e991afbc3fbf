"""Indexes built after the rows, aside from whoever writes meanwhile."""
