"""Finding the servers of a mail address, with time-outs and as far as a network is there."""
