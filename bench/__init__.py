"""Measurements: how fast factlint starts and reads, how its time grows, what it finds. Run `python -m bench --help`."""
