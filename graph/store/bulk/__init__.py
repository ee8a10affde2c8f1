"""The map in bulk: saved in batches, streamed out, copied."""
