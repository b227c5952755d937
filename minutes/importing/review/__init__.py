"""What is looked for in all that comes in, and what becomes of the rows when somebody has decided on it."""
