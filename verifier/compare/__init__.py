"""A quote against its sources: where it stands, what was changed, whose words they are."""
