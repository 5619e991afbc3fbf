"""The shop's world as plain values and rules: no files, no clock, no network. Everything above may import it."""
