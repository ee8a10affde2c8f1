"""Recommendations: partners for an enterprise, with the path that is the reason."""
