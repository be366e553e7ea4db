"""The search file: read, write, refuse."""
