"""Which findings are told: not those that somebody has accepted, that a baseline knows, or that no change touches."""
