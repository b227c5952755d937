"""What things are called and where they stood: aliases that are one unit's alone, names, addresses that are no more."""
