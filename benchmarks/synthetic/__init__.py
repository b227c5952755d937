"""A synthetic archive of any size up to a million items: the same texts and rows for the same seed, on any machine."""
