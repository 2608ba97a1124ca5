"""Numbers: figures, dates and times, and where they come from."""
