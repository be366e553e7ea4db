"""Ways to reach the candidate: the desktop, push services, the own mailbox."""
