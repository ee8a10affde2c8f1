"""Views of the map as addresses say them: read, found on the map and written again."""
