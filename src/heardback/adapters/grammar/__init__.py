"""Checkers of spelling and grammar, in process."""
