"""The inbox: what happened that a person should know, and how each wants to hear of it."""
