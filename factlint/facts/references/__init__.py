"""References: whom a pronoun stands for, and what other words refer back to."""
