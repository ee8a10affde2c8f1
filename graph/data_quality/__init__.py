"""How good the data of the map are: covered, fresh, free of contradictions; see docs/quality.md."""
