"""The page of a standing title: its items through the meetings."""
