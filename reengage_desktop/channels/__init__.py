"""Messages out: one provider per file behind one `Channel` protocol. Adapters never know each other."""
