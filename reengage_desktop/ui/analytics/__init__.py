"""Analytics: what came of the messages, per kind and channel, over days, and when customers buy."""
