"""Meeting requests: asked, answered, met, and what came of it."""
