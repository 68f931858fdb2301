"""A model reads: its typed reply becomes proposals for `ground`."""
