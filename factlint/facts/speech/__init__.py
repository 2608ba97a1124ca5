"""Speech: quotations, who is credited with them, and what has been said before."""
