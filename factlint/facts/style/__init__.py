"""Style: the places where a writer chose one of several forms of the same thing."""
