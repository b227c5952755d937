"""How a matter goes on through its meetings, as rows: series, topics, and what was put off or promised."""
