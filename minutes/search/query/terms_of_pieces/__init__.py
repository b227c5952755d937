"""What a piece asks for by itself, where it is no name of a centre or body."""
