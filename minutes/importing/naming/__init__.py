"""Names that imports met and nobody knew: which codes and bodies, and what follows when somebody says what they are."""
