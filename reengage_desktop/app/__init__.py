"""The composition root: paths, log, locks, backup and migration, the open shop, its clock, and the sample shop."""
