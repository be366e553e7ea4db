"""The ways out: a mail written as bytes, put into Drafts, or handed to a server for sending."""
