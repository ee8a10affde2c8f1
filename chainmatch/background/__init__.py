"""Work outside a request: jobs, rounds, and the worker that runs them."""
