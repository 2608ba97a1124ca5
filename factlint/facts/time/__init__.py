"""Time: what an article says of days, hours and lengths of time, each as an interval."""
