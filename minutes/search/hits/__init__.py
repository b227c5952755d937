"""How a match is shown, and why it was found."""
