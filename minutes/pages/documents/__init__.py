"""The page of a document number: which items mention it."""
