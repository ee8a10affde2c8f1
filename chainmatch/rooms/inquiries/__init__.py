"""The analyst's notebook: questions to the map in Cypher, kept, shared, drawn, taken away."""
