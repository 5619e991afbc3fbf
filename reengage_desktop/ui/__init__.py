"""The window: PySide6 lives here only. It reads `store.listings` and `store.reports`, writes through `jobs.tasks`."""
