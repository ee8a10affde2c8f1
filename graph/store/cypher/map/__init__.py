"""Cypher of the chain map in the graph, as the pages read it."""
