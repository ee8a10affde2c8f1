"""Notices and mail in the graph."""
