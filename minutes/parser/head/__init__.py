"""The head of a document: its title, who met when and where, and whether another document begins further down."""
