"""What is known of a matter through its meetings, written into rows whenever one of these changes."""
