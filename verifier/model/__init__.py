"""Data only: the frozen values every room passes on, and the contract with other programs."""
