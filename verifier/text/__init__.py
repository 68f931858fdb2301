"""Arithmetic on strings: read, segment, fold with an index map, place."""
