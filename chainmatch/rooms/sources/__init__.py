"""Sources: what the map is made of, and who said how much of it."""
