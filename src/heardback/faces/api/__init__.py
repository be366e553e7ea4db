"""The services as REST, with OpenAPI, under /api of the web app."""
