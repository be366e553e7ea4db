"""Facts and sayings to opportunities."""
