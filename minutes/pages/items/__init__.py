"""The page of one item, and the item as it is read there and on its meeting's page."""
