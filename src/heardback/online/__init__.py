"""What needs the connected accounts, put together: connecting, syncing, watching, testing."""
