"""Choosing something of the map in a form, and what a search asks for."""
