"""The search as a page, a file, JSON and suggestions."""
