"""One suite for every adapter, and the published contracts."""
