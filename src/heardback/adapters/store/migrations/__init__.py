"""Migrations of the store, one file per step; only the three truths ever have data to move."""
