"""The demo: a small map, accounts, projects and requests to try the platform on."""
