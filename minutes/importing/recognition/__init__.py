"""What of a document the archive knows already: its bodies, its meeting, and which of their items are the same."""
