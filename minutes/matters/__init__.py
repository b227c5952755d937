"""What the rows say of a matter through its meetings: its series, its course and its decisions."""
