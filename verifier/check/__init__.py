"""Pass 2: one file a check, its page beside it."""
