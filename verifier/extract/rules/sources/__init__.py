"""Attributions by a phrase that names a source, without a verb."""
