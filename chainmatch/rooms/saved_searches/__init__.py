"""Saved searches: kept under a name, run again, and watched for what is new."""
