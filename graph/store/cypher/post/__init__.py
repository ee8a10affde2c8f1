"""Cypher of notices and mail in the graph."""
