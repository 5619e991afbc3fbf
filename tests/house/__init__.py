"""Rules of the house that no linter knows, each with a snippet that it must catch."""
