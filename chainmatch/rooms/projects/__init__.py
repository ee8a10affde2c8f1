"""Signed projects: the ledger, one project, its figures."""
