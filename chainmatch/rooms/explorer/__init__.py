"""The map explorer: a chain or what is around a node, drawn, opened link by link, kept, shared."""
