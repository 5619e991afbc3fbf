"""Customers: everybody the shop knows, who of them stopped buying, and why she would or would not get a message."""
