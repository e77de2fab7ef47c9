"""Attacks and faults, one row each in ``rows.toml``, with the tests that show what happens."""
