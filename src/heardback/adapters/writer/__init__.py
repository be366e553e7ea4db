"""Language models, for those who want one: an endpoint, or a file on this machine."""
