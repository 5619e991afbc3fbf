"""What is known, kept in one SQLite file. Peewee and SQL live here only; domain values go in and out."""
