"""Measurements of the program: how fast it starts, how much it reads, how its time grows. Run `python -m bench`."""
