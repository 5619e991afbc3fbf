"""Bringing a file in: choose it, see how it is read and what it would do, watch it, take it back if need be."""
