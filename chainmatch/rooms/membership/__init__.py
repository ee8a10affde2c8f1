"""Membership: the people who act for an enterprise, and how others join them."""
