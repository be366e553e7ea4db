"""The version of the reading: a newer one reads every kept message again."""

READER = "en-6"
