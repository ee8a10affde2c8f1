"""Duplicates: records that may be one enterprise, what people decide, and merging them."""
