"""What analysts and the office keep of their own: views, queries, published maps."""
