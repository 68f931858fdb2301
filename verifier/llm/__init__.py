"""The one seam to a model: a typed question, a typed answer; live, cached or recorded."""
