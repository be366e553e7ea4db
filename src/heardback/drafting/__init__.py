"""Follow-up and facts to a draft."""
