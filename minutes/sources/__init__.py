"""A file becomes text: what its bytes are, how they are decoded, and how its lines are numbered."""
