"""The page to read: one file that needs no network, and no script to be read."""
