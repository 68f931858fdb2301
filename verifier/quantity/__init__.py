"""Numbers, amounts and dates in running text, as values that can be compared."""
