"""Opportunities and the hour to follow-ups: when, whom and how, with reasons."""
