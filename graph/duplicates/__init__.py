"""Records that may be one enterprise twice: proposed with reasons, decided by people."""
