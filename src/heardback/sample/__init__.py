"""The sample search: three months of one candidate, as data and a builder."""
