"""The people of a checked file: who is who, what they agreed to, and how they come into the shop."""
