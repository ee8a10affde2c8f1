"""Pictures of the map, drawn on the server: one drawing, set as SVG, PNG or into a PDF."""
