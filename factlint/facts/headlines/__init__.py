"""Headlines: what they promise, held against the text."""
