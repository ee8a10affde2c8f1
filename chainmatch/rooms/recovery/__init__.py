"""Recovery: a new password by a mailed one-time link."""
