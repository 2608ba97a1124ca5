"""People, bodies and places: names found, told apart and tied together, and what the article says of each."""
