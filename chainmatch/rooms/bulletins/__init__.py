"""Monthly bulletins: drafted from the ledger, edited, approved, then frozen."""
