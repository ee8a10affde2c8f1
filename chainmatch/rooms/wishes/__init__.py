"""Whom a party must meet, would meet, or does not want to meet."""
