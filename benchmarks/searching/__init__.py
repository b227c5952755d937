"""What the search's benchmark is made of: its queries, the server it asks, and the figures it prints."""
