"""Which items are closed (lukkede punkter): what a title or a line says of that, and what follows for the items."""
