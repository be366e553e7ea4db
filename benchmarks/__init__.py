"""What HeardBack costs, beside its peers."""
