"""What makes matters of synthetic items: they come up again, and tell of other meetings, times and centres."""
