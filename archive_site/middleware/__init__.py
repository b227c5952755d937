"""What is done with every request and every answer, whichever page it is of."""
