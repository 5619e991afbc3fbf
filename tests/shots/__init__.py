"""Pictures of every screen and state, for looking at: `python -m tests.shots OUT [--only WORD…] [--looks WORD…]`.

`scenes/` holds a module per area; each gives `SCENES`. A scene opens something in a real window over a real shop and
takes one or more pictures; every scene is played in every look (theme, size, language, direction, text size).
The pictures are the same between runs, but not between versions of Qt.
"""
