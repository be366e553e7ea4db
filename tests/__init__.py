"""Our tests, by package."""
