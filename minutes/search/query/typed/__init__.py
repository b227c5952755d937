"""What a typed text says beside its words: dates, periods, outcomes, references, and that something is asked."""
