"""Data in: opening, recognising and reading files."""
