"""The nouns: frozen dataclasses with their invariants; read this package first."""
