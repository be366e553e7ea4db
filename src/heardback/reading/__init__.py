"""Message to facts: what a mail or meeting means, whom it concerns, and which words say so."""
