"""Which items answer a query, in bounded work."""
