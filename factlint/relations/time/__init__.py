"""Claims about time: each held against the other times, lengths and ages of the article that it is linked to."""
