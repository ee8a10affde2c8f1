"""Accounts, members and what opens a door for them, in the graph."""
