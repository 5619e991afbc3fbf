"""Which column feeds which field, by their names and values together."""
