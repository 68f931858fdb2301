"""Measure an extraction or a check against labelled data: pure functions over (text, gold, predicted)."""
