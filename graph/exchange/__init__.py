"""Import and export: office files, public data sets, the demo map, graph files."""
