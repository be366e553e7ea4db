"""The edge: mail, calendars, the store, the clock."""
