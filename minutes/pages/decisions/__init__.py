"""The list of all decisions, with its filters, and as a file and for programs."""
