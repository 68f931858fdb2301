"""One renderer a file, pure: Report -> str."""
