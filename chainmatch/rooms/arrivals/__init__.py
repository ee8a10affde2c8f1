"""The door: badges are scanned as people come, with or without a network."""
