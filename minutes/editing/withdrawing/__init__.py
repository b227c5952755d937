"""Taking back what was public: why, what comes of it, and one item alone."""
