"""Data in: a shop's files are opened, recognised and read into checked values; nothing here writes to the database."""
