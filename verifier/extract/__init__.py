"""Pass 1: who is quoted saying what, and what is claimed."""
