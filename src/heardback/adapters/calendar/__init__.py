"""Calendars from files."""
