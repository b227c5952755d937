"""What is kept of the items so that they are found: their words and what they are."""
