"""Supervision orders: what a red light asks of the unit that answers for a project."""
