"""Registration: an account, the claim of an enterprise, and what it waits for."""
