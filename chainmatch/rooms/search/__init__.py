"""Search: one box over names, products and chain nodes, with facets."""
