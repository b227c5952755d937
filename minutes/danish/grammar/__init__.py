"""How Danish sentences are made: where they end, and the forms of their verbs."""
