"""Interviews and transcripts: whose turn it is."""
