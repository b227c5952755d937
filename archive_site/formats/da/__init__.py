"""In Danish; what is not said here is as Django has it."""
