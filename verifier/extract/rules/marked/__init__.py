"""What quotation marks and colons say by themselves: phrases, titles, asides, names before a colon."""
