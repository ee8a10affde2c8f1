"""Home: what the platform is, and the chains it publishes."""
