"""Views of the map: what the explorer reads from the graph and how it is put in columns."""
