"""What items tell of other meetings and other times, as rows."""
