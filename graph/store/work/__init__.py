"""Long work in the graph: jobs, their workers, and what comes round by the clock."""
