"""The map's own history in the graph: an append-only record of every change."""
