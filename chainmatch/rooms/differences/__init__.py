"""Differences: what came, went and changed on the map between two days."""
