"""Where passwords and tokens are kept: never in the store, a log or an export."""
