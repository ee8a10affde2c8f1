"""Cypher of what an enterprise does on the platform, in the graph."""
