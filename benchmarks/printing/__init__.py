"""Prints minutes by programs that offices have, in layouts of several kinds, and scores what is read from them."""
