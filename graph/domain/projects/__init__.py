"""Signed projects: what they are, where each stood on a day, and the figures over many."""
