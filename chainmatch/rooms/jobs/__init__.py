"""Jobs: how long work stands, cancelling it, running it again."""
