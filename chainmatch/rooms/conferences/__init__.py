"""Conferences: making one, its halls, sessions and groups, its phases."""
