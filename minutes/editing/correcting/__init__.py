"""How corrections are said in words, and how it is seen that somebody else has made one meanwhile."""
