"""OAuth 2 for mail: codes, tokens and the identity providers, with the person's own client."""
