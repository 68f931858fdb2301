"""Attributions by a verb, noun or adjective of saying, wherever it stands in its sentence."""
