"""Measure an extraction against gold data."""
