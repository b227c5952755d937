"""The pages about centres: the list, and one centre with its items by role and year."""
