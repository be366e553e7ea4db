"""One file a page: its routes, each a few lines over `service/`. A new file here is found."""
