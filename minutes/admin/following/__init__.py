"""Matters through their meetings, as an editor joins and parts them: each on the page of the thing."""
