"""Providers on this PC: real sockets that behave, and misbehave, as the published contracts say.

Each can be used in a test (`with FakeTwilio() as server:`) or as a process of its own
(`python -m tests.servers.twilio --port 0 --log FILE`), which prints its port and appends one line of JSON to FILE for
every message that it accepted. A running one is steered through `POST /_control`.
"""
