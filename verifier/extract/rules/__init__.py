"""The embedded engine: deterministic, no model, no network."""
