"""What is followed through the meetings: the topics of follow-up lists, what was put off, what was promised."""
