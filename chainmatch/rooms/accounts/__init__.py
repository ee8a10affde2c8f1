"""Accounts: signing in and out, one's language and password."""
