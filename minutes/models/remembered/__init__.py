"""What is remembered when the rows that it concerns have gone: what was done, and which addresses were public."""
