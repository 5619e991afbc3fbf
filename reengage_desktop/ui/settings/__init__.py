"""Settings: the shop, the rules for writing, the services that carry messages, copies, and how the program looks."""
