"""Random and mutated articles through the whole program."""
