"""Settings: the city, demo data, accounts, the audit log, health."""
