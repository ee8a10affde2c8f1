"""Signed projects and how they are followed, in the graph."""
