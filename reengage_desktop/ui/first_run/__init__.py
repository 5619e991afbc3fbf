"""The first run: four short pages that set a new shop up, each of which can be skipped."""
