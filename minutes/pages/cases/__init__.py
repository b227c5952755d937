"""The pages about cases: the list, and one case through its meetings."""
