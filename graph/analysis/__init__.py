"""Reading the map as a whole: pictures now; gaps, resilience and centrality later."""
