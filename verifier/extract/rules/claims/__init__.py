"""Which sentences state what can be checked."""
