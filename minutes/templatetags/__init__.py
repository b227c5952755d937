"""What the templates say in Python: pieces of a page that come in thousands."""
