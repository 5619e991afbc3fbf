"""Campaigns: the five kinds of messages that write themselves, and what waits for the owner's approval."""
