"""Leaving for good: a person deletes the own account, and the records lose the person."""
