"""What the rooms of a conference share."""
