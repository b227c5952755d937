"""The items of a document: where each begins, its title, its sections, and what stands in them."""
