"""The whole map as files to take away: chosen here, written by a worker, kept for a week."""
