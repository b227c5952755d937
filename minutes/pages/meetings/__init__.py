"""The pages about meetings: the list, one meeting, and the text it was read from."""
