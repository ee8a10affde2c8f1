"""An enterprise's own page: what it tells of itself, whom to call, what it misses on the map."""
