"""Enterprises: one enterprise with all that the map knows of it."""
