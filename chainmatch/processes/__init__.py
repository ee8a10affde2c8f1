"""The processes of one installation: how they start, stand by each other and end."""
