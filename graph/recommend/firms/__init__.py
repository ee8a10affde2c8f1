"""Who will supply whom next, learned from who supplied whom before."""
