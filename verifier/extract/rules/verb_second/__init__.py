"""Attributions in languages whose finite verb stands second (German)."""
