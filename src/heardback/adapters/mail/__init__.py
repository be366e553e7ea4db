"""Mail from files."""
