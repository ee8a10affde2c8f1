"""The enterprise's own record: what it did, and all its data to take away."""
