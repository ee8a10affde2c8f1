"""Rankings for thousands of queries in one run: the graph is read once, then multiplied."""
