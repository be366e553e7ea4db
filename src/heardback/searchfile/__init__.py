"""The search file: one candidate's whole search as plain text (contracts.md, section 1)."""
