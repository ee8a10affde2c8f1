"""The graph: map, accounts, conferences, projects. It knows no web."""
