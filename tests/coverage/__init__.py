"""What every file of the shared data comes to: counted by hand, imported, and told on a page."""
