"""Cypher of the map in bulk: saved in batches, streamed out, copied."""
