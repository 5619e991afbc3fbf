"""The same tasks without a display (docs/cli.md). Nothing here imports Qt."""
