"""Use cases: one function each; they take ports and return views."""
