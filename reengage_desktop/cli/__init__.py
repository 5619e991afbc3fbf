"""The same tasks without a display. Nothing here imports Qt."""
