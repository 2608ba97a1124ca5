"""Web pages: the article in them, with the place of each of its characters in the source."""
