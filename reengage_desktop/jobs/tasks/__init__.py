"""Every use case once, for window and command line: plain functions that take a `Shop` first.

They return dataclasses whose `as_json()` is the command line's JSON, raise what `jobs.refusals` turns
into a sentence, and publish the events that tell the window. One module per noun: settings, imports, runs, queue,
customers, results, templates, campaigns, credentials, backups, health.
"""
