"""Home: who stopped buying, what the messages brought back, and what needs the owner."""
