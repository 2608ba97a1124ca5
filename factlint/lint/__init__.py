"""Rules as data, and rules and facts → findings."""
